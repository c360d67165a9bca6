#include "inputs/surveys/record_attempt.h"

namespace doorstep::inputs::surveys {

using domain::surveys::AttemptResult;
using forms::required;
using usecases::surveys::RecordAttempt;

namespace {

/// What a caller can say of a try; being upset has a page of its own.
std::vector<forms::Choice> results() {
    std::vector<forms::Choice> choices;
    for (auto const& row : all_of<AttemptResult>())
        if (row.value != AttemptResult::upset)
            choices.push_back({.value = std::string(row.name), .text = std::string(row.words)});
    return choices;
}

}  // namespace

forms::Form<RecordAttempt> const& attempt_form() {
    static auto const form = forms::form<RecordAttempt>(
        "survey-attempt",
        forms::date_field(&RecordAttempt::tried_on,
                          {.name = "tried-on",
                           .label = "When did you try?",
                           .hint = "For example, 27 3 2026",
                           .recent_days = true},
                          {required("Enter the date of the try"),
                           forms::not_in_future("Date of the try must be today or in the past")}),
        forms::time_field(&RecordAttempt::tried_time, {.name = "tried-time",
                                                       .label = "What time?",
                                                       .hint = "For example, 9am or 5:30pm",
                                                       .optional = true}),
        forms::radios_field(&RecordAttempt::result,
                            {.name = "result", .label = "What happened?", .choices = results()},
                            {required("Select what happened")}),
        forms::date_field(&RecordAttempt::next_try_on,
                          {.name = "next-try-on",
                           .label = "When should somebody try again?",
                           .hint = "For example, 27 3 2026. Tomorrow, when you leave it empty",
                           .optional = true}),
        forms::textarea_field(
            &RecordAttempt::note,
            {.name = "note", .label = "Note", .rows = 3, .character_limit = 500, .optional = true},
            {forms::at_most(500, "Note must be 500 characters or fewer")}),
        forms::tick_field(
            &RecordAttempt::stop_asking,
            {.name = "stop-asking",
             .label = "They asked us not to ask them again",
             .hint = "We remember it for this person, and do not ask about later cases either"}));
    return form;
}

}  // namespace doorstep::inputs::surveys

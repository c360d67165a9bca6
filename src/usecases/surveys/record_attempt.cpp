#include "usecases/surveys/record_attempt.h"

#include "legal/standard_ids.h"
#include "storage/surveys.h"
#include "usecases/settings.h"
#include "usecases/surveys/keep_attempt.h"

namespace doorstep::usecases::surveys {

using domain::surveys::Attempt;
using domain::surveys::Survey;
using domain::surveys::TriedSurvey;

Expected<Done> keep_attempt(Change& change, Settings const& settings, OpenedSurvey& opened,
                            TriedSurvey const& tried, AttemptWords const& words) {
    auto const allowed = settings.standards().number(legal::standard_ids::survey_attempts, tried.tried_on);
    auto after = domain::surveys::after_attempt(opened.survey, tried, allowed, change.today);
    if (!after) return refuse(after.error());
    opened.survey = std::move(*after);
    auto& survey = opened.survey;
    bool const over = !survey.is_open();

    Attempt const attempt{.id = std::string(change.ids().next().text()),
                          .survey = survey.id,
                          .tried_at = words.tried_at,
                          .tried_on = tried.tried_on,
                          .tried_by = change.viewer.account,
                          .result = tried.result,
                          .note = words.note,
                          .next_try_on = over ? std::nullopt : std::optional(survey.next_try_on)};
    storage::surveys::insert(change.tx, attempt);
    if (auto saved = save_survey(change, survey); !saved) return saved;

    domain::events::Detail detail;
    detail.set("result", tried.result)
        .set("tried_on", tried.tried_on)
        .set("attempts", survey.attempts)
        .set("state", survey.state)
        .set("next_try_on", attempt.next_try_on)
        .set("stop_asking", survey.stop_asking)
        .personal("note", words.note);
    change.record(survey.case_file, over ? domain::events::survey_ended : domain::events::survey_attempted,
                  survey.id.text(), detail);
    return Done{};
}

Expected<Survey> record_attempt(Context& context, RecordAttempt const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Survey> {
        auto opened = open_survey_to_call(change.tx, change.viewer, input.id);
        if (!opened) return refuse(opened.error());
        auto const tried_at =
            input.tried_time
                ? london_instant(input.tried_on, *input.tried_time)
                : (input.tried_on == change.today ? change.now : london_instant(input.tried_on, {12, 0}));
        auto kept = keep_attempt(change, settings, *opened,
                                 {.result = input.result,
                                  .tried_on = input.tried_on,
                                  .next_try_on = input.next_try_on,
                                  .stop_asking = input.stop_asking},
                                 {.tried_at = tried_at, .note = input.note});
        if (!kept) return refuse(kept.error());
        return opened->survey;
    });
}

}  // namespace doorstep::usecases::surveys

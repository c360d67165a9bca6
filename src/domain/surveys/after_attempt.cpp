#include "domain/surveys/after_attempt.h"

#include <algorithm>

namespace doorstep::domain::surveys {

Expected<Survey> after_attempt(Survey survey, TriedSurvey const& tried, int attempts_allowed, Date today) {
    // (1)
    if (!survey.is_open())
        return refuse(RefusalKind::conflict, "survey-over",
                      "This survey is over: " + std::string(words_of(survey.state)));
    // (2)
    if (tried.tried_on > today)
        return refuse_field("date-in-future", "tried-on", "Date of the try must be today or in the past");
    if (tried.tried_on < survey.closed_on)
        return refuse_field("date-before-closed", "tried-on",
                            "Date of the try must be the same as or after " + date_words(survey.closed_on) +
                                ", when the case was closed");

    ++survey.attempts;
    // (3)
    if (tried.stop_asking || tried.result == AttemptResult::declined) {
        survey.state = State::declined;
        survey.next_try_on = tried.tried_on;
        survey.stop_asking = tried.stop_asking;
        return survey;
    }
    // (5), unless (4)
    bool const spoke = tried.result == AttemptResult::ring_later ||
                       tried.result == AttemptResult::broken_off || tried.result == AttemptResult::upset;
    if (!spoke && survey.attempts >= attempts_allowed) {
        survey.state = State::not_reachable;
        survey.next_try_on = tried.tried_on;
        return survey;
    }
    // (6)
    if (tried.next_try_on && *tried.next_try_on <= tried.tried_on)
        return refuse_field("next-try-too-early", "next-try-on",
                            "Date to try again must be after " + date_words(tried.tried_on));
    survey.state = State::attempted;
    survey.next_try_on = tried.next_try_on.value_or(std::max(tried.tried_on, today).plus_days(1));
    return survey;
}

}  // namespace doorstep::domain::surveys

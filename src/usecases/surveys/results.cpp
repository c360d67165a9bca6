#include "usecases/surveys/results.h"

#include <algorithm>

#include "storage/cases.h"
#include "storage/work_items.h"

namespace doorstep::usecases::surveys {

using domain::access::Action;

Expected<SurveyResults> view_results(Context& context, std::string_view id) {
    auto opened = open_survey(context.read(), context.viewer, id);
    if (!opened) return refuse(opened.error());
    auto const& survey = opened->survey;
    SurveyResults results{.survey = survey,
                          .reference = opened->file.reference,
                          .title = opened->file.title,
                          .attempts = storage::surveys::attempts_of(context.read(), survey.id),
                          .questions = {},
                          .comments = {}};
    if (survey.state == domain::surveys::State::completed) {
        results.questions =
            asked_questions(context.settings(), survey,
                            storage::surveys::answers_of(context.read(), survey.id), context.today);
        results.comments = storage::surveys::comments_of(context.read(), survey.id);
    }
    auto const items = storage::work_items::open_of_case(context.read(), opened->file.id);
    results.concern_waits = std::any_of(items.begin(), items.end(), [&](auto const& item) {
        return item.kind == domain::work::Kind::survey_concern && item.subject == survey.id.text();
    });
    results.may_call = open_survey_to_call(context.read(), context.viewer, id).has_value();
    results.may_follow_up = domain::access::may(context.viewer, Action::approve);
    results.may_open_case =
        domain::access::may_on_case(context.viewer, Action::see_case,
                                    storage::cases::standing(context.read(), opened->file, context.viewer));
    context.note_view("survey", opened->file.id, survey.id.text());
    return results;
}

}  // namespace doorstep::usecases::surveys

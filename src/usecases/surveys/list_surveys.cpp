#include "usecases/surveys/list_surveys.h"

#include <algorithm>

#include "legal/standard_ids.h"
#include "storage/people.h"
#include "usecases/settings.h"
#include "usecases/surveys/person_words.h"

namespace doorstep::usecases::surveys {

using domain::access::Action;

namespace {

/// Surveys that are over stay in the lists for a year.
constexpr int months_shown = 12;

storage::surveys::QueueFor queue_for(Context const& context) {
    return {.scope = storage::case_scope(context.viewer, Action::see_surveys),
            .sees_handled = domain::access::may(context.viewer, Action::see_case),
            .today = context.today,
            .ended_since = context.today.plus_months(-months_shown)};
}

std::vector<SurveyList::Row> rows_of(Context& context, std::vector<storage::surveys::QueueRow> const& queue) {
    std::vector<PersonId> person_ids;
    std::vector<std::string> safe_contact_ids;
    for (auto const& row : queue) {
        if (row.person) person_ids.push_back(*row.person);
        if (row.safe_contact_id) safe_contact_ids.push_back(*row.safe_contact_id);
    }
    auto const people = storage::people::find_people(context.read(), person_ids);
    auto const safe_contacts = storage::people::find_safe_contacts(context.read(), safe_contact_ids);

    std::vector<SurveyList::Row> rows;
    for (auto const& row : queue) {
        auto const person =
            std::find_if(people.begin(), people.end(), [&](auto const& p) { return p.id == row.person; });
        auto const safe =
            row.safe_contact_id ? safe_contacts.find(*row.safe_contact_id) : safe_contacts.end();
        auto const words =
            person_words(person == people.end() ? std::nullopt : std::optional(*person),
                         safe == safe_contacts.end() ? std::nullopt : std::optional(safe->second));
        rows.push_back({.id = row.id,
                        .reference = row.reference,
                        .name = words.name,
                        .safe_contact = words.safe_contact,
                        .may_ring = words.may_ring,
                        .best_times = words.best_times,
                        .adjustments = words.adjustments,
                        .area_name = row.area_name,
                        .state = row.state,
                        .closed_on = row.closed_on,
                        .due_on = row.due_on,
                        .next_try_on = row.next_try_on,
                        .attempts = row.attempts,
                        .way = row.way});
        context.note_view("people", row.case_file, row.id.text());
    }
    return rows;
}

}  // namespace

Expected<SurveyList> list_surveys(Context& context, QueueView view, int page) {
    if (auto allowed = context.require(Action::see_surveys); !allowed) return refuse(allowed.error());
    auto const whom = queue_for(context);
    auto const counts = storage::surveys::queue_counts(context.read(), whom, view);
    SurveyList list{.view = view,
                    .rows = {},
                    .to_call = counts.to_call,
                    .later = counts.later,
                    .next_on = counts.next_on,
                    .in_view = counts.in_view,
                    .attempts_allowed = context.settings().standards().number(
                        legal::standard_ids::survey_attempts, context.today),
                    .may_call = domain::access::may(context.viewer, Action::make_survey_call),
                    .may_see_results = domain::access::may(context.viewer, Action::see_case)};
    list.pages = std::max(1, (counts.in_view + surveys_per_page - 1) / surveys_per_page);
    list.page = std::clamp(page, 1, list.pages);
    list.rows = rows_of(context, storage::surveys::queue(context.read(), whom, view, surveys_per_page,
                                                         (list.page - 1) * surveys_per_page));
    return list;
}

}  // namespace doorstep::usecases::surveys

#include "usecases/work/my_work.h"

#include <algorithm>

#include "legal/standards.h"
#include "usecases/post/post_room.h"
#include "usecases/settings.h"
#include "usecases/surveys/list_surveys.h"
#include "usecases/work/menu_counts.h"

namespace doorstep::usecases::work {

using domain::access::Action;

namespace {

constexpr int changes_shown = 100;
constexpr int days_before_first_reading = 14;

/// Shared work, for those who have none of their own with a date.
void add_what_waits(Context& context, MyWorkView& view) {
    view.triage_waiting = menu_counts(context).triage;
    if (domain::access::may(context.viewer, Action::make_survey_call))
        if (auto const calls = surveys::list_surveys(context, surveys::QueueView{}, 1))
            view.calls_waiting = calls->to_call;
    bool const sees_cases =
        domain::access::grant(context.viewer, Action::see_case) != domain::access::Grant::no;
    if (!sees_cases && domain::access::may(context.viewer, Action::print_post))
        if (auto const letters = post::list_post(context, post::PostView::to_post, 1))
            view.post_waiting = letters->counts.to_post;
}

}  // namespace

Expected<MyWorkView> view_my_work(Context& context, MyWorkFilter const& filter) {
    if (auto allowed = context.require(Action::see_my_work); !allowed) return refuse(allowed.error());
    auto const scope = storage::case_scope(context.viewer, Action::see_case);
    MyWorkView view;
    view.band = filter.band;
    auto due = storage::my_work::due(context.read(),
                                     {.account = *context.viewer.account,
                                      .today = context.today,
                                      .band = filter.band,
                                      .number = filter.page,
                                      .size = filter.page_size},
                                     scope);
    view.rows = std::move(due.rows);
    view.counts = due.counts;
    view.page = due.page;
    view.pages = due.pages;
    if (view.counts.total() == 0) add_what_waits(context, view);
    view.due_soon_days = context.settings().standards().number(legal::standard_ids::due_soon, context.today);
    context.note_view("work", std::nullopt, context.viewer.account->text());
    return view;
}

Expected<ChangesView> view_changes(Context& context) {
    if (auto allowed = context.require(Action::see_my_work); !allowed) return refuse(allowed.error());
    ChangesView view;
    view.since = storage::my_work::changes_read_at(context.read(), *context.viewer.account);
    auto const since = view.since.value_or(context.now.plus_hours(-24 * days_before_first_reading));
    view.rows = storage::my_work::changes(context.read(), *context.viewer.account, since, changes_shown);
    return view;
}

Expected<Done> mark_changes_read(Context& context, Instant seen_until) {
    if (auto allowed = context.require(Action::see_my_work); !allowed) return refuse(allowed.error());
    // A reader's own marker: nobody's record changes, so there is no event.
    auto const until = std::min(seen_until, context.now);
    context.services.database.write([&](storage::sql::Write& tx) {
        storage::my_work::set_changes_read_at(tx, *context.viewer.account, until);
    });
    return Done{};
}

}  // namespace doorstep::usecases::work

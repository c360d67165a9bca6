#include "usecases/triage/list_triage.h"

#include <algorithm>

#include "base/text.h"
#include "usecases/settings.h"

namespace doorstep::usecases::triage {

using domain::access::Action;
using storage::reports::Queue;

Expected<TriageView> list_triage(Context& context, Queue queue, int page) {
    if (auto allowed = context.require(Action::see_triage); !allowed) return refuse(allowed.error());
    auto const scope = storage::reports::report_scope(context.viewer);
    auto& tx = context.read();
    TriageView view;
    view.queue = queue;
    view.sees_restricted = scope.sees_restricted;
    if (queue == Queue::restricted && !scope.sees_restricted)
        return refuse(context.require(Action::see_restricted_triage).error());
    view.ordinary = storage::reports::count_waiting(tx, scope, Queue::ordinary);
    if (scope.sees_restricted)
        view.restricted = storage::reports::count_waiting(tx, scope, Queue::restricted);
    view.total = queue == Queue::restricted ? view.restricted : view.ordinary;
    view.pages = std::max(1, (view.total + reports_on_a_page - 1) / reports_on_a_page);
    view.page = std::clamp(page, 1, view.pages);

    std::vector<ReportId> ids;
    for (auto& listed : storage::reports::waiting(tx, scope, queue, reports_on_a_page,
                                                  (view.page - 1) * reports_on_a_page)) {
        ids.push_back(listed.report.id);
        bool const mine = listed.report.looked_at_by && listed.report.looked_at_by == context.viewer.account;
        view.reports.push_back({.listed = std::move(listed), .kinds = "", .looked_at_by_me = mine});
    }
    auto const kinds = storage::reports::kinds_of(tx, ids);
    auto const& categories = context.settings().list("categories");
    for (auto& waiting : view.reports) {
        std::vector<std::string> labels;
        if (auto const found = kinds.find(waiting.listed.report.id); found != kinds.end())
            for (auto const& code : found->second) labels.emplace_back(categories.label(code));
        if (labels.empty()) labels.emplace_back(categories.label(waiting.listed.report.category));
        waiting.kinds = text::join(labels, ", ");
    }
    if (view.reports.empty()) view.last_arrival = storage::reports::last_arrival(tx, scope);
    return view;
}

}  // namespace doorstep::usecases::triage

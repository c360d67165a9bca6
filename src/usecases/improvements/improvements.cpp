#include "usecases/improvements/improvements.h"

#include <algorithm>

#include "legal/measures.h"

namespace doorstep::usecases::improvements {

using domain::access::Action;

namespace {

void note_improvement(Change& change, Improvement const& one, std::string_view what) {
    change.record_setting("improvements", domain::events::improvement_recorded,
                          domain::events::Detail()
                              .set("improvement", one.id)
                              .set("measure", one.measure)
                              .set("period", one.period)
                              .set("what", what));
}

}  // namespace

Expected<ImprovementList> list_improvements(Context& context, int page) {
    if (auto allowed = context.require(Action::see_panel); !allowed) return refuse(allowed.error());
    ImprovementList list;
    list.may_work = domain::access::may(context.viewer, Action::work_meetings);
    list.count = storage::improvements::count(context.read());
    list.pages = std::max(1, (list.count + improvements_per_page - 1) / improvements_per_page);
    list.page = std::clamp(page, 1, list.pages);
    list.improvements = storage::improvements::list(context.read(), improvements_per_page,
                                                    (list.page - 1) * improvements_per_page);
    return list;
}

Expected<Improvement> view_improvement(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::work_meetings); !allowed) return refuse(allowed.error());
    auto found = storage::improvements::find(context.read(), id);
    if (!found) return refuse(RefusalKind::not_found, "no-such-improvement", "There is no such improvement");
    return std::move(*found);
}

Expected<std::string> add_improvement(Context& context, Improvement const& improvement) {
    if (auto allowed = context.require(Action::work_meetings); !allowed) return refuse(allowed.error());
    if (!improvement.measure.empty() && legal::find_measure(improvement.measure) == nullptr)
        return refuse_field("no-such-measure", "measure", "Select a figure, or none");
    if (improvement.review_on < context.today)
        return refuse_field("review-past", "review-on", "The review must be today or in the future");
    return context.change([&](Change& change) -> Expected<std::string> {
        auto one = improvement;
        one.id = std::string(change.ids().next().text());
        storage::improvements::insert(change.tx, one, change.viewer.account, change.now);
        note_improvement(change, one, "added");
        return one.id;
    });
}

Expected<Done> review_improvement(Context& context, ReviewImprovement const& input) {
    if (auto allowed = context.require(Action::work_meetings); !allowed) return allowed;
    if (input.told_panel_on && context.today < *input.told_panel_on)
        return refuse_field("future", "told-panel-on", "The day must be today or in the past");
    return context.change([&](Change& change) -> Expected<Done> {
        auto one = storage::improvements::find(change.tx, input.id);
        if (!one)
            return refuse(RefusalKind::not_found, "no-such-improvement", "There is no such improvement");
        if (one->version != input.seen_version)
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "Someone else changed this improvement");
        one->result = input.result;
        one->reviewed_on = change.today;
        one->told_panel_on = input.told_panel_on;
        if (!storage::improvements::update(change.tx, *one))
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "Someone else changed this improvement");
        note_improvement(change, *one, "reviewed");
        return Done{};
    });
}

}  // namespace doorstep::usecases::improvements

#include "usecases/cases/view_case.h"

#include "storage/cases.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/cases/timeline.h"
#include "usecases/settings.h"

namespace doorstep::usecases::cases {

using domain::access::Action;

namespace {

std::vector<std::string> kinds_of(std::optional<domain::events::Group> group) {
    std::vector<std::string> names;
    if (!group) return names;
    for (auto const& kind : domain::events::all_kinds())
        if (kind.group == *group) names.emplace_back(kind.name);
    return names;
}

}  // namespace

Expected<CaseView> view_case(Context& context, std::string_view reference, TimelineFilter const& filter) {
    auto& tx = context.read();
    auto file = open_case(tx, context.viewer, reference, Action::see_case);
    if (!file) return refuse(file.error());
    auto const standing = storage::cases::standing(tx, *file, context.viewer);
    auto const may = [&](Action action) {
        return domain::access::may_on_case(context.viewer, action, standing);
    };

    CaseView view;
    auto const labels = storage::cases::labels(tx, file->id);
    view.owner_name = labels.owner_name;
    view.housing_officer_name = labels.housing_officer_name;
    view.area_name = labels.area_name;
    view.address_line = labels.address_line;
    view.category_label = context.settings().list("categories").label(file->category);
    if (may(Action::see_protected_details)) view.people = storage::people::people_of_case(tx, file->id);
    view.to_do = storage::work_items::open_of_case(tx, file->id);

    // One more than asked for tells whether there are older ones.
    auto const events =
        storage::events::newest(tx, file->id.text(), filter.before, kinds_of(filter.group), filter.limit + 1);
    for (auto const& event : events) {
        if (static_cast<int>(view.timeline.size()) == filter.limit) {
            view.older = view.timeline.back().sequence;
            break;
        }
        view.timeline.push_back(timeline_item(event, context.settings()));
    }
    view.may_work = !file->is_closed() && may(Action::work_case);
    view.may_close = !file->is_closed() && may(Action::close_case);
    view.may_assess = !file->is_closed() && may(Action::assess_risk);
    view.may_restrict = may(Action::restrict_case);
    view.file = std::move(*file);
    context.note_view("case", view.file.id, view.file.id.text());
    return view;
}

}  // namespace doorstep::usecases::cases

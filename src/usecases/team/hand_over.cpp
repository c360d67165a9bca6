#include "usecases/team/hand_over.h"

#include <algorithm>

#include "base/text.h"
#include "storage/accounts.h"
#include "storage/team.h"
#include "usecases/cases/open_case.h"
#include "usecases/settings.h"
#include "usecases/team/move_case.h"

namespace doorstep::usecases::team {

using domain::access::Action;
using domain::access::Role;

Expected<HandOverView> view_hand_over(Context& context, std::string_view reference) {
    auto& tx = context.read();
    auto const file = cases::open_case(tx, context.viewer, reference, Action::hand_over_case);
    if (!file) return refuse(file.error());
    if (file->is_closed())
        return refuse(RefusalKind::closed, "case-closed",
                      "This case is closed. Reopen it, or start a new report");
    HandOverView view;
    view.file = *file;
    view.labels = storage::cases::labels(tx, file->id);
    view.to_do = storage::work_items::listed_of_case(tx, file->id);
    auto const conflicts = storage::team::conflicts(tx, {file->id});
    for (auto& officer : officers(context)) {
        bool const in_conflict = std::any_of(conflicts.begin(), conflicts.end(), [&](auto const& conflict) {
            return conflict.account == officer.id;
        });
        if (officer.id != file->owner && !in_conflict) view.officers.push_back(std::move(officer));
    }
    for (auto const& account : storage::accounts::list_with_role(tx, Role::housing_officer))
        if (account.state == domain::accounts::State::active)
            view.housing_officers.push_back({account.id, account.name});
    for (auto const& part : storage::people::of_case(tx, file->id))
        if (part.part == domain::people::Part::complainant && !part.left_on) ++view.complainants;
    return view;
}

Expected<HandedOver> hand_over(Context& context, HandOver const& input) {
    if (!input.to) return refuse_field("owner-missing", "to", "Select who deals with the case from now on");
    if (text::trim(input.brief).empty())
        return refuse_field("brief-missing", "brief", "Enter what the new owner has to know");
    if (text::length(input.brief) > 5000)
        return refuse_field("brief-too-long", "brief", "Brief must be 5,000 characters or fewer");
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<HandedOver> {
        auto file =
            cases::open_case_to_change(change, input.reference, Action::hand_over_case, input.version);
        if (!file) return refuse(file.error());
        auto const letters =
            move_case(change, settings, *file,
                      {.to = *input.to, .housing_officer = input.housing_officer, .note = input.brief});
        if (!letters) return refuse(letters.error());
        auto const owner = storage::accounts::find(change.tx, *input.to);
        return HandedOver{.new_owner = owner ? owner->name : std::string(), .letters = *letters};
    });
}

}  // namespace doorstep::usecases::team

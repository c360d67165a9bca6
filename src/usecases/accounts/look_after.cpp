#include "usecases/accounts/look_after.h"

#include <algorithm>

#include "base/text.h"
#include "storage/accounts.h"
#include "storage/places.h"

namespace doorstep::usecases::accounts {

using domain::access::Action;
using domain::access::Role;

namespace {

bool has_named(std::vector<std::string> const& ids, std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

template <class Places>
bool all_exist(std::vector<std::string> const& ids, Places const& places) {
    return std::all_of(ids.begin(), ids.end(), [&](std::string const& id) {
        return std::any_of(places.begin(), places.end(),
                           [&](auto const& place) { return place.id.text() == id; });
    });
}

std::string joined_names(std::vector<std::string> names) { return text::join(names, ", "); }

}  // namespace

LookedAfter looked_after(Context& context, AccountId account) {
    if (!context.require(Action::manage_accounts)) return {};
    auto& tx = context.read();
    auto const accounts = storage::accounts::list(tx, true);
    auto const name_of = [&](std::optional<AccountId> id) {
        for (auto const& one : accounts)
            if (one.id == id) return one.name;
        return std::string();
    };
    LookedAfter view;
    for (auto const& patch : storage::places::patches(tx))
        view.patches.push_back({std::string(patch.id.text()), patch.name, name_of(patch.housing_officer),
                                patch.housing_officer == account});
    for (auto const& area : storage::places::areas(tx))
        view.areas.push_back(
            {std::string(area.id.text()), area.name, name_of(area.asb_officer), area.asb_officer == account});
    return view;
}

Expected<Done> look_after(Context& context, LookAfter const& input) {
    if (auto const may = context.require(Action::manage_accounts); !may) return refuse(may.error());
    return context.change([&](Change& change) -> Expected<Done> {
        auto const account = storage::accounts::find(change.tx, input.account);
        if (!account) return refuse(RefusalKind::not_found, "account-unknown", "There is no such account");
        auto const patches = storage::places::patches(change.tx);
        auto const areas = storage::places::areas(change.tx);
        if (!all_exist(input.patches, patches))
            return refuse_field("patch-unknown", "patches", "Choose from the list");
        if (!all_exist(input.areas, areas))
            return refuse_field("area-unknown", "areas", "Choose from the list");
        if (!input.patches.empty() && !account->roles.has(Role::housing_officer))
            return refuse_field("no-housing-officer", "patches",
                                "Only a housing officer can look after a patch. Give them the role first");
        if (!input.areas.empty() && !account->roles.has(Role::asb_officer))
            return refuse_field("no-asb-officer", "areas",
                                "Only an ASB officer can look after an area. Give them the role first");
        std::vector<std::string> before;
        std::vector<std::string> after;
        for (auto const& patch : patches) {
            bool const is = has_named(input.patches, patch.id.text());
            bool const was = patch.housing_officer == input.account;
            if (was) before.push_back(patch.name);
            if (is) after.push_back(patch.name);
            if (is != was)
                storage::places::set_housing_officer(change.tx, patch.id,
                                                     is ? std::optional(input.account) : std::nullopt);
        }
        for (auto area : areas) {
            bool const is = has_named(input.areas, area.id.text());
            bool const was = area.asb_officer == input.account;
            if (was) before.push_back(area.name);
            if (is) after.push_back(area.name);
            if (is == was) continue;
            area.asb_officer = is ? std::optional(input.account) : std::nullopt;
            storage::places::update(change.tx, area);
        }
        change.record(
            input.account, domain::events::account_changed,
            domain::events::Detail().change("looks_after", joined_names(before), joined_names(after)));
        return Done{};
    });
}

}  // namespace doorstep::usecases::accounts

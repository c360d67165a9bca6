#include "usecases/places/responsible_officers.h"

#include <algorithm>

#include "storage/absences.h"
#include "storage/accounts.h"
#include "storage/places.h"

namespace doorstep::usecases::places {
namespace {

using domain::accounts::Account;

Account const* active(std::vector<Account> const& accounts, std::optional<AccountId> id) {
    if (!id) return nullptr;
    auto const found =
        std::find_if(accounts.begin(), accounts.end(), [&](Account const& a) { return a.id == *id; });
    return found != accounts.end() && found->state == domain::accounts::State::active ? &*found : nullptr;
}

Officer officer_of(Account const& account) { return {account.id, account.name, account.telephone}; }

}  // namespace

ResponsibleOfficers responsible_officers(storage::sql::Read& tx, ForPlace const& place) {
    ResponsibleOfficers result;
    std::optional<AccountId> housing_officer;
    if (place.patch)
        if (auto const patch = storage::places::find_patch(tx, *place.patch)) {
            result.patch_name = patch->name;
            housing_officer = patch->housing_officer;
        }
    std::optional<AccountId> officer_of_area;
    if (place.area)
        if (auto const area = storage::places::find_area(tx, *place.area)) {
            result.area_name = area->name;
            officer_of_area = area->asb_officer;
        }

    auto const assigned = domain::places::assignments(
        storage::places::assignment_rules(tx),
        {.area = place.area, .category = place.category, .officer_of_area = officer_of_area});
    std::vector<AccountId> ids;
    for (auto const& assignment : assigned) ids.push_back(assignment.account);
    auto const absences = storage::absences::away_on(tx, ids, place.today);
    if (housing_officer) ids.push_back(*housing_officer);
    for (auto const& absence : absences)
        if (absence.cover) ids.push_back(*absence.cover);
    if (ids.empty()) return result;
    auto const accounts = storage::accounts::find_all(tx, ids);

    if (auto const* account = active(accounts, housing_officer))
        result.housing_officer = officer_of(*account);
    for (auto const& assignment : assigned) {
        auto const* account = active(accounts, assignment.account);
        if (!account) continue;
        SuggestedOwner suggested{
            .officer = officer_of(*account), .reach = assignment.reach, .away_until = {}, .cover = {}};
        for (auto const& absence : absences)
            if (absence.account == assignment.account) {
                suggested.away_until = absence.until_on;
                if (auto const* cover = active(accounts, absence.cover)) suggested.cover = officer_of(*cover);
            }
        result.asb_officers.push_back(std::move(suggested));
    }
    return result;
}

}  // namespace doorstep::usecases::places

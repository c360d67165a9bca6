#include "usecases/team/move_case.h"

#include "storage/accounts.h"
#include "storage/case_access.h"
#include "storage/cases.h"
#include "storage/team.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/settings.h"
#include "usecases/team/officers.h"

namespace doorstep::usecases::team {

using domain::accounts::Account;
using domain::cases::CaseFile;

namespace {

Expected<Account> new_owner(Change& change, CaseFile const& file, AccountId id) {
    auto const account = storage::accounts::find(change.tx, id);
    if (!account || account->state != domain::accounts::State::active || !may_own_cases(account->roles))
        return refuse_field("owner-unknown", "to", "Select who deals with the case from now on");
    auto const standing =
        storage::cases::standing(change.tx, file, account->viewer(domain::access::Door::web));
    if (standing.conflict)
        return refuse_field("owner-conflict", "to",
                            account->name + " has declared a conflict of interest in " + file.reference);
    return *account;
}

std::string name_of(storage::sql::Read& tx, std::optional<AccountId> id) {
    if (!id) return {};
    auto const account = storage::accounts::find(tx, *id);
    return account ? account->name : std::string();
}

}  // namespace

Expected<messages::OfficersLetters> move_case(Change& change, Settings const& settings, CaseFile& file,
                                              MoveCase const& input) {
    auto const housing_officer = input.housing_officer ? input.housing_officer : file.housing_officer;
    bool const same_owner = file.owner == input.to;
    if (same_owner && housing_officer == file.housing_officer)
        return refuse_field("nothing-changes", "to",
                            "They deal with this case already: select somebody else");
    auto const account = new_owner(change, file, input.to);
    if (!account) return refuse(account.error());

    auto const before = file.owner;
    auto const housing_before = file.housing_officer;
    auto const before_name = name_of(change.tx, before);
    file.owner = input.to;
    file.housing_officer = housing_officer;
    if (account->team) file.team = account->team;
    if (auto saved = cases::save_case(change, file); !saved) return refuse(saved.error());
    if (!same_owner) {
        storage::work_items::hand_over(change.tx, file.id, before, input.to);
        if (before) {
            storage::team::move_steps_and_tasks(change.tx, file.id, *before, input.to);
            storage::cases::add_handler(change.tx, file.id, *before, change.now);
        }
    }
    if (file.restricted)
        storage::case_access::name(change.tx, file.id,
                                   {.account = input.to,
                                    .name = {},
                                    .reason = "Deals with the case from now on",
                                    .by = change.viewer.account,
                                    .by_name = {},
                                    .at = change.now});
    change.record(file.id, domain::events::case_handed_over, file.id.text(),
                  domain::events::Detail()
                      .change("owner", before, file.owner)
                      .change("housing_officer", housing_before, file.housing_officer)
                      .personal("note", input.note));
    if (same_owner || before_name.empty())
        return messages::write_officers_letters(change, settings, file,
                                                domain::messages::letters::who_is_dealing);
    return messages::write_officers_letters(change, settings, file, domain::messages::letters::hand_over,
                                            before_name);
}

}  // namespace doorstep::usecases::team

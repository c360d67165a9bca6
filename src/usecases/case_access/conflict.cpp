#include "usecases/case_access/conflict.h"

#include <algorithm>

#include "base/text.h"
#include "storage/accounts.h"
#include "storage/people.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/people/officers_told.h"
#include "usecases/settings.h"

namespace doorstep::usecases::case_access {

using domain::access::Action;
using domain::cases::CaseFile;
using domain::events::Detail;

namespace {

/// Whether somebody else on the list could still open the case.
bool somebody_is_left(storage::sql::Read& tx, CaseFile const& file, AccountId without) {
    auto const named = storage::case_access::named(tx, file.id, storage::case_access::without_end);
    return std::any_of(named.begin(), named.end(),
                       [&](auto const& entry) { return entry.account != without; });
}

}  // namespace

Expected<Done> declare_conflict(Context& context, DeclareConflict const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        bool const for_oneself = !input.account || input.account == change.viewer.account;
        auto file = cases::open_case(change.tx, change.viewer, input.reference,
                                     for_oneself ? Action::see_case : Action::restrict_case);
        if (!file) return refuse(file.error());
        auto const id = for_oneself ? change.viewer.account : input.account;
        auto const account = id ? storage::accounts::find(change.tx, *id) : std::nullopt;
        if (!account) return refuse_field("account-unknown", "account", "Choose from the list");
        if (text::trim(input.reason).empty())
            return refuse_field("reason-missing", "reason", "Enter the reason");
        if (file->restricted && !somebody_is_left(change.tx, *file, account->id))
            return refuse(RefusalKind::invalid, "last-one",
                          "Somebody has to be able to open the case: name another person first");
        if (!storage::case_access::declare_conflict(change.tx, file->id,
                                                    {.account = account->id,
                                                     .name = {},
                                                     .reason = input.reason,
                                                     .by = change.viewer.account,
                                                     .by_name = {},
                                                     .at = change.now}))
            return refuse(RefusalKind::conflict, "declared-already", "This conflict is declared already");
        storage::case_access::remove_named(change.tx, file->id, account->id);
        Detail detail;
        detail.personal("account_name", account->name).personal("reason", input.reason);
        bool const was_owner = file->owner == account->id;
        if (was_owner) {
            detail.set("access", "No longer the owner");
            file->owner.reset();
        }
        if (file->housing_officer == account->id) file->housing_officer.reset();
        storage::work_items::hand_over(change.tx, file->id, account->id, std::nullopt);
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        people::keep_officers_told(change, settings, *file, storage::people::of_case(change.tx, file->id));
        change.record(file->id, domain::events::conflict_declared, file->id.text(), detail);
        return Done{};
    });
}

Expected<Done> withdraw_conflict(Context& context, WithdrawConflict const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case(change.tx, change.viewer, input.reference, Action::restrict_case);
        if (!file) return refuse(file.error());
        if (text::trim(input.reason).empty())
            return refuse_field("reason-missing", "reason", "Enter the reason");
        auto const account = storage::accounts::find(change.tx, input.account);
        if (!account || !storage::case_access::remove_conflict(change.tx, file->id, input.account))
            return refuse(RefusalKind::not_found, "not-declared", "No such conflict is declared");
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        change.record(file->id, domain::events::conflict_declared, file->id.text(),
                      Detail()
                          .personal("account_name", account->name)
                          .set("access", "Conflict withdrawn")
                          .personal("reason", input.reason));
        return Done{};
    });
}

Expected<ConflictView> view_conflict(Context& context, std::string_view reference) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_case);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    ConflictView view;
    view.header = std::move(opened->header);
    view.is_owner = context.viewer.account && opened->file.owner == context.viewer.account;
    if (view.header.may_restrict) {
        view.declared = storage::case_access::conflicts(tx, view.header.id);
        view.colleagues = storage::accounts::list(tx, false);
        std::erase_if(view.colleagues, [&](auto const& account) {
            return account.id == context.viewer.account ||
                   !domain::access::may(account.viewer(domain::access::Door::web), Action::see_case) ||
                   std::any_of(view.declared.begin(), view.declared.end(),
                               [&](auto const& entry) { return entry.account == account.id; });
        });
    }
    return view;
}

}  // namespace doorstep::usecases::case_access

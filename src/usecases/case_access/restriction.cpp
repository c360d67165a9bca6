#include "usecases/case_access/restriction.h"

#include <algorithm>

#include "base/text.h"
#include "storage/accounts.h"
#include "storage/cases.h"
#include "storage/work_items.h"
#include "usecases/case_access/access_requests.h"
#include "usecases/cases/open_case.h"

namespace doorstep::usecases::case_access {

using domain::access::Action;
using domain::accounts::Account;
using domain::cases::CaseFile;
using domain::events::Detail;
using storage::case_access::Entry;

namespace {

tl::unexpected<Refusal> reason_missing() {
    return refuse_field("reason-missing", "reason", "Enter the reason");
}

bool is_on(std::vector<Entry> const& list, AccountId id) {
    return std::any_of(list.begin(), list.end(), [&](Entry const& entry) { return entry.account == id; });
}

/// Active colleagues whose role opens cases, without a conflict of interest in this one and not on its list.
std::vector<Account> may_be_named(storage::sql::Read& tx, CaseFile const& file,
                                  std::vector<Entry> const& named) {
    auto const conflicts = storage::case_access::conflicts(tx, file.id);
    auto accounts = storage::accounts::list(tx, false);
    std::erase_if(accounts, [&](Account const& account) {
        return is_on(named, account.id) || is_on(conflicts, account.id) ||
               !domain::access::may(account.viewer(domain::access::Door::web), Action::see_case);
    });
    return accounts;
}

Entry entry_for(Change const& change, AccountId account, std::string const& reason) {
    return {.account = account,
            .name = {},
            .reason = reason,
            .by = change.viewer.account,
            .by_name = {},
            .at = change.now};
}

Account const* find_account(std::vector<Account> const& accounts, AccountId id) {
    auto const found =
        std::find_if(accounts.begin(), accounts.end(), [&](auto const& account) { return account.id == id; });
    return found == accounts.end() ? nullptr : &*found;
}

/// What somebody who may no longer open the case had to do there goes to the owner, or to nobody.
void take_over_work(Change& change, CaseFile const& file, std::vector<Entry> const& named) {
    std::vector<AccountId> others;
    for (auto const& item : storage::work_items::open_of_case(change.tx, file.id))
        if (item.account && !is_on(named, *item.account) &&
            std::find(others.begin(), others.end(), *item.account) == others.end())
            others.push_back(*item.account);
    for (auto const& other : others) storage::work_items::hand_over(change.tx, file.id, other, file.owner);
}

}  // namespace

Expected<Done> restrict_case(Context& context, Restrict const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case(change.tx, change.viewer, input.reference, Action::restrict_case);
        if (!file) return refuse(file.error());
        if (file->restricted)
            return refuse(RefusalKind::conflict, "restricted-already", "This case is restricted already");
        if (text::trim(input.reason).empty()) return reason_missing();
        auto const candidates = may_be_named(change.tx, *file, {});
        auto naming = input.named;
        if (file->owner) naming.push_back(*file->owner);
        if (change.viewer.account) naming.push_back(*change.viewer.account);
        std::vector<std::string> names;
        for (auto const& id : naming) {
            auto const* account = find_account(candidates, id);
            if (!account) return refuse_field("account-unknown", "named", "Choose from the list");
            if (storage::case_access::name(change.tx, file->id, entry_for(change, id, input.reason)))
                names.push_back(account->name);
        }
        file->restricted = true;
        file->restricted_reason = input.reason;
        take_over_work(change, *file, storage::case_access::named(change.tx, file->id, change.today));
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        change.record(file->id, domain::events::case_restricted, file->id.text(),
                      Detail()
                          .change("restricted", false, true)
                          .set("access", "Only for: " + text::join(names, ", "))
                          .personal("reason", input.reason));
        return Done{};
    });
}

Expected<Done> lift_restriction(Context& context, LiftRestriction const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case(change.tx, change.viewer, input.reference, Action::restrict_case);
        if (!file) return refuse(file.error());
        if (!file->restricted)
            return refuse(RefusalKind::conflict, "not-restricted", "This case is not restricted");
        if (text::trim(input.reason).empty()) return reason_missing();
        file->restricted = false;
        file->restricted_reason.clear();
        for (auto const& entry : storage::case_access::named(change.tx, file->id, change.today))
            storage::case_access::remove_named(change.tx, file->id, entry.account);
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        change.record(file->id, domain::events::case_restricted, file->id.text(),
                      Detail().change("restricted", true, false).personal("reason", input.reason));
        return Done{};
    });
}

Expected<Done> name_person(Context& context, NamePerson const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case(change.tx, change.viewer, input.reference, Action::restrict_case);
        if (!file) return refuse(file.error());
        if (!file->restricted)
            return refuse(RefusalKind::conflict, "not-restricted", "This case is not restricted");
        if (text::trim(input.reason).empty()) return reason_missing();
        auto const candidates =
            may_be_named(change.tx, *file, storage::case_access::named(change.tx, file->id, change.today));
        auto const* account = find_account(candidates, input.account);
        if (!account) return refuse_field("account-unknown", "account", "Choose from the list");
        storage::case_access::name(change.tx, file->id, entry_for(change, input.account, input.reason));
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        change.record(file->id, domain::events::case_restricted, file->id.text(),
                      Detail()
                          .set("account_name", account->name)
                          .set("access", "May open it now")
                          .personal("reason", input.reason));
        return Done{};
    });
}

Expected<Done> remove_person(Context& context, NamePerson const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case(change.tx, change.viewer, input.reference, Action::restrict_case);
        if (!file) return refuse(file.error());
        auto const named = storage::case_access::named(change.tx, file->id, change.today);
        auto const entry = std::find_if(named.begin(), named.end(),
                                        [&](auto const& one) { return one.account == input.account; });
        if (!file->restricted || entry == named.end())
            return refuse(RefusalKind::not_found, "not-named", "They are not on the list");
        if (file->owner == input.account)
            return refuse(RefusalKind::invalid, "owner-stays",
                          "The owner of the case stays on the list: hand the case over first");
        if (named.size() == 1)
            return refuse(RefusalKind::invalid, "last-one", "Somebody has to be able to open the case");
        storage::case_access::remove_named(change.tx, file->id, input.account);
        take_over_work(change, *file, storage::case_access::named(change.tx, file->id, change.today));
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        change.record(file->id, domain::events::case_restricted, file->id.text(),
                      Detail()
                          .set("account_name", entry->name)
                          .set("access", "May no longer open it")
                          .personal("reason", input.reason));
        return Done{};
    });
}

Expected<Done> open_restricted(Context& context, OpenRestricted const& input) {
    auto opened = context.change([&](Change& change) -> Expected<CaseFileId> {
        auto const file = cases::open_case(change.tx, change.viewer, input.reference, Action::see_case);
        if (file) return refuse(RefusalKind::conflict, "may-open-already", "You may open this case already");
        if (file.error().kind() != RefusalKind::restricted || !change.viewer.account)
            return refuse(file.error());
        if (text::trim(input.reason).empty()) return reason_missing();
        auto found = storage::cases::find_by_reference(change.tx, input.reference);
        storage::case_access::name(change.tx, found->id,
                                   entry_for(change, *change.viewer.account, input.reason));
        if (auto saved = cases::save_case(change, *found); !saved) return refuse(saved.error());
        tell_manager_of_opening(change, *found, input.reason);
        change.record(found->id, domain::events::restricted_case_opened, found->id.text(),
                      Detail().set("account_name", change.viewer.name).personal("reason", input.reason));
        return found->id;
    });
    if (!opened) return refuse(opened.error());
    context.note_view("case", *opened, opened->text(), input.reason);
    return Done{};
}

Expected<RestrictionView> view_restriction(Context& context, std::string_view reference) {
    auto opened = cases::open_case_for_page(context, reference, Action::restrict_case);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    RestrictionView view;
    view.header = std::move(opened->header);
    view.restricted = opened->file.restricted;
    view.reason = opened->file.restricted_reason;
    view.owner = opened->file.owner;
    view.named = storage::case_access::named(tx, view.header.id, context.today);
    view.may_be_named = may_be_named(tx, opened->file, view.named);
    context.note_view("case", view.header.id, view.header.id.text());
    return view;
}

}  // namespace doorstep::usecases::case_access

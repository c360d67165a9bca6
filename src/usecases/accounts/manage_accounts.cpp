#include "usecases/accounts/manage_accounts.h"

#include <algorithm>

#include "base/text.h"
#include "gateways/secrets.h"
#include "legal/standards.h"
#include "storage/api_tokens.h"
#include "storage/caseloads.h"
#include "storage/sessions.h"
#include "usecases/accounts/attempts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::accounts {

using domain::access::Action;
using domain::access::Role;
using domain::access::Roles;
using domain::accounts::Account;
using domain::accounts::State;
using domain::events::Detail;

namespace {

constexpr int accounts_per_page = 25;

tl::unexpected<Refusal> no_such_account() {
    return refuse(RefusalKind::not_found, "account-unknown", "There is no such account");
}

tl::unexpected<Refusal> account_changed_meanwhile() {
    return refuse(RefusalKind::conflict, "changed-meanwhile",
                  "Someone changed this account while you were working");
}

Roles roles_of(std::vector<std::string> const& names) {
    Roles roles;
    for (auto const& name : names)
        if (auto const role = enum_from_name<Role>(name)) roles.add(*role);
    return roles;
}

/// From then on the password does not work (OWASP ASVS 5.0.0, 6.4.1).
Instant end_of_starting_password(Context& context) {
    constexpr std::int64_t seconds_of_hour = 3600;
    return context.now.plus_seconds(
        seconds_of_hour *
        context.settings().standards().number(legal::standard_ids::starting_password, context.today));
}

std::string names_of(Roles roles) {
    std::vector<std::string> names;
    for (auto const& role : all_of<Role>())
        if (roles.has(role.value)) names.emplace_back(role.name);
    return text::join(names, " ");
}

/// Puts what was typed into the account; a refusal when it cannot be.
Expected<Done> take_details(Change& change, AccountDetails const& input, Account& account) {
    auto const roles = roles_of(input.roles);
    if (roles.empty()) return refuse_field("role-missing", "roles", "Choose at least one role");
    std::optional<TeamId> team;
    if (!input.team.empty()) {
        team = TeamId::parse(input.team);
        if (!team || !storage::teams::find(change.tx, *team))
            return refuse_field("team-unknown", "team", "Choose a team from the list");
    }
    auto const email = std::string(text::trim(input.email));
    auto const other = storage::accounts::find_by_sign_in_name(change.tx, text::fold(email));
    if (other && other->id != account.id)
        return refuse_field("email-taken", "email", "Another account has this e-mail address");
    account.name = std::string(text::trim(input.name));
    account.email = email;
    account.job_title = input.job_title;
    account.telephone = input.telephone;
    account.team = team;
    account.roles = roles;
    return Done{};
}

/// E12: somebody must be able to let people in.
bool is_last_administrator(storage::sql::Read& tx, Account const& account) {
    return account.state == State::active && account.roles.has(Role::administrator) &&
           storage::accounts::count_active_with_role(tx, Role::administrator) <= 1;
}

tl::unexpected<Refusal> last_administrator() {
    return refuse(RefusalKind::unlawful, "last-administrator",
                  "This is the only administrator. Make somebody else an administrator first");
}

Detail what_changed(Account const& before, Account const& after) {
    Detail detail;
    detail.personal_change("name", before.name, after.name)
        .personal_change("email", before.email, after.email)
        .personal_change("telephone", before.telephone, after.telephone)
        .change("job_title", before.job_title, after.job_title)
        .change("team", before.team, after.team)
        .change("roles", names_of(before.roles), names_of(after.roles))
        .change("state", before.state, after.state);
    return detail;
}

}  // namespace

std::string_view AccountList::team_name(std::optional<TeamId> const& team) const {
    if (team)
        for (auto const& row : teams)
            if (row.team.id == *team) return row.team.name;
    return {};
}

Expected<AccountList> list_accounts(Context& context, storage::accounts::AccountFilter const& filter,
                                    int page) {
    if (auto const may = context.require(Action::manage_accounts); !may) return refuse(may.error());
    auto& tx = context.read();
    AccountList list;
    list.total = storage::accounts::count(tx, filter);
    list.pages = std::max(1, (list.total + accounts_per_page - 1) / accounts_per_page);
    list.page = std::clamp(page, 1, list.pages);
    list.rows = storage::accounts::page(tx, filter, accounts_per_page, (list.page - 1) * accounts_per_page);
    list.teams = storage::teams::list(tx);
    return list;
}

Expected<AccountView> view_account(Context& context, AccountId id) {
    if (auto const may = context.require(Action::manage_accounts); !may) return refuse(may.error());
    auto& tx = context.read();
    auto account = storage::accounts::find(tx, id);
    if (!account) return no_such_account();
    AccountView view;
    view.teams = storage::teams::list(tx);
    for (auto const& row : view.teams)
        if (account->team == row.team.id) view.team = row.team.name;
    view.recovery_codes_left = storage::accounts::recovery_codes_left(tx, id);
    view.open_cases = storage::caseloads::open_cases_owned(tx, id);
    view.absences = storage::absences::not_over(tx, id, context.today);
    view.is_own = context.viewer.account == id;
    view.is_locked = is_locked(*account, context.now);
    view.starting_password_ended = account->password_until && *account->password_until <= context.now;
    view.account = std::move(*account);
    return view;
}

Expected<std::vector<storage::teams::TeamWithMembers>> list_teams(Context& context) {
    if (auto const may = context.require(Action::manage_accounts); !may) return refuse(may.error());
    return storage::teams::list(context.read());
}

Expected<StartingPassword> invite_account(Context& context, AccountDetails const& input) {
    if (auto const may = context.require(Action::manage_accounts); !may) return refuse(may.error());
    auto const password = gateways::random_code();
    auto const hash = gateways::hash_password(password);
    auto const until = end_of_starting_password(context);
    bool const needs_second_step = !context.settings().site().is_demo;
    return context.change([&](Change& change) -> Expected<StartingPassword> {
        Account account;
        account.id = change.new_id<AccountId>();
        if (auto const taken = take_details(change, input, account); !taken) return refuse(taken.error());
        account.password_hash = hash;
        account.must_change_password = true;
        account.password_until = until;
        account.second_factor_required = needs_second_step;
        storage::accounts::insert(change.tx, account, change.now);
        change.record(account.id, domain::events::account_added,
                      Detail()
                          .personal("name", account.name)
                          .personal("email", account.email)
                          .set("roles", names_of(account.roles)));
        return StartingPassword{account.id, password, until};
    });
}

Expected<Done> change_account(Context& context, AccountId id, std::int64_t seen_version,
                              AccountDetails const& input) {
    if (auto const may = context.require(Action::manage_accounts); !may) return refuse(may.error());
    return context.change([&](Change& change) -> Expected<Done> {
        auto const before = storage::accounts::find(change.tx, id);
        if (!before) return no_such_account();
        if (before->version != seen_version) return account_changed_meanwhile();
        auto account = *before;
        if (auto const taken = take_details(change, input, account); !taken) return refuse(taken.error());
        if (!account.roles.has(Role::administrator) && is_last_administrator(change.tx, *before))
            return last_administrator();
        if (!storage::accounts::update(change.tx, account)) return account_changed_meanwhile();
        change.record(id, domain::events::account_changed, what_changed(*before, account));
        return Done{};
    });
}

Expected<Done> disable_account(Context& context, AccountId id) {
    if (auto const may = context.require(Action::manage_accounts); !may) return refuse(may.error());
    if (context.viewer.account == id)
        return refuse(RefusalKind::unlawful, "own-account",
                      "You cannot disable your own account. Ask another administrator");
    return context.change([&](Change& change) -> Expected<Done> {
        auto const before = storage::accounts::find(change.tx, id);
        if (!before) return no_such_account();
        if (is_last_administrator(change.tx, *before)) return last_administrator();
        auto account = *before;
        account.state = State::disabled;
        if (!storage::accounts::update(change.tx, account)) return account_changed_meanwhile();
        int const ended = storage::sessions::end_all_of(change.tx, id, change.now);
        storage::api_tokens::revoke_all_of(change.tx, id, change.now);
        change.record(id, domain::events::account_disabled, Detail().set("sessions_ended", ended));
        return Done{};
    });
}

Expected<Done> enable_account(Context& context, AccountId id) {
    if (auto const may = context.require(Action::manage_accounts); !may) return refuse(may.error());
    return context.change([&](Change& change) -> Expected<Done> {
        auto const before = storage::accounts::find(change.tx, id);
        if (!before) return no_such_account();
        auto account = *before;
        account.state = State::active;
        if (!storage::accounts::update(change.tx, account)) return account_changed_meanwhile();
        change.record(id, domain::events::account_changed, what_changed(*before, account));
        return Done{};
    });
}

Expected<StartingPassword> reset_sign_in(Context& context, AccountId id, Reset what) {
    if (auto const may = context.require(Action::manage_accounts); !may) return refuse(may.error());
    bool const resets_password = what != Reset::second_step;
    auto const until = end_of_starting_password(context);
    std::string password;
    std::string hash;
    if (resets_password) {
        password = gateways::random_code();
        hash = gateways::hash_password(password);
    }
    return context.change([&](Change& change) -> Expected<StartingPassword> {
        if (!storage::accounts::find(change.tx, id)) return no_such_account();
        storage::sessions::end_all_of(change.tx, id, change.now);
        if (resets_password) {
            storage::accounts::set_password(change.tx, id, hash, true, until);
            storage::api_tokens::revoke_all_of(change.tx, id, change.now);
            change.record(id, domain::events::password_changed, Detail().set("by", "administrator"));
        }
        if (what != Reset::password) {
            storage::accounts::set_second_factor(change.tx, id, std::nullopt);
            storage::accounts::replace_recovery_codes(change.tx, id, {});
            change.record(id, domain::events::second_factor_changed, Detail().set("to", "none"));
        }
        return StartingPassword{id, password, until};
    });
}

std::vector<Account> who_could_cover(Context& context, AccountId away) {
    if (!context.require(Action::manage_accounts)) return {};
    auto accounts = storage::accounts::list(context.read(), false);
    std::erase_if(accounts, [&](Account const& account) { return account.id == away; });
    return accounts;
}

Expected<Done> record_leave(Context& context, AccountId id, RecordLeave const& input) {
    if (auto const may = context.require(Action::manage_accounts); !may) return refuse(may.error());
    if (input.last_day < input.from_on)
        return refuse_field("leave-backwards", "last-day", "The last day must be on or after the first day");
    if (input.last_day < context.today)
        return refuse_field("leave-over", "last-day", "The last day must be today or in the future");
    std::optional<AccountId> cover;
    if (input.cover && !input.cover->empty()) cover = AccountId::parse(*input.cover);
    if (cover == id) return refuse_field("cover-own", "cover", "Choose somebody else to cover");
    return context.change([&](Change& change) -> Expected<Done> {
        if (!storage::accounts::find(change.tx, id)) return no_such_account();
        if (cover && !storage::accounts::find(change.tx, *cover))
            return refuse_field("cover-unknown", "cover", "Choose somebody from the list");
        storage::absences::Absence absence;
        absence.id = std::string(change.ids().next().text());
        absence.account = id;
        absence.from_on = input.from_on;
        absence.until_on = input.last_day.plus_days(1);
        absence.cover = cover;
        absence.recorded_by = change.viewer.account.value_or(id);
        absence.recorded_at = change.now;
        storage::absences::insert(change.tx, absence);
        change.record(
            id, domain::events::absence_recorded,
            Detail().set("from", absence.from_on).set("until", absence.until_on).set("cover", absence.cover));
        return Done{};
    });
}

Expected<Done> add_team(Context& context, std::string const& name) {
    if (auto const may = context.require(Action::manage_accounts); !may) return refuse(may.error());
    return context.change([&](Change& change) -> Expected<Done> {
        domain::accounts::Team team{.id = change.new_id<TeamId>(), .name = std::string(text::trim(name))};
        if (!storage::teams::insert(change.tx, team))
            return refuse_field("team-there", "name", "There is a team of this name");
        change.record_setting("teams", domain::events::site_changed, Detail().set("team_added", team.name));
        return Done{};
    });
}

}  // namespace doorstep::usecases::accounts

#include "storage/accounts.h"

#include "base/text.h"
#include "storage/account_rows.h"

namespace doorstep::storage::accounts {
namespace {

sql::Query const insert_account{"accounts.insert", R"sql(
    INSERT INTO account (id, email, sign_in_name, name, sort_name, job_title, telephone, team_id, state, password_hash,
        must_change_password, password_until, second_factor_secret, second_factor_required, second_factor_last_step, failed_sign_ins,
        locked_until, last_signed_in_at, is_demo, created_at, version)
    VALUES (:id, :email, :sign_in_name, :name, :sort_name, :job_title, :telephone, :team, :state, :password_hash,
        :must_change_password, :password_until, :second_factor_secret, :second_factor_required, NULL, 0, NULL, NULL, :is_demo, :now, :version)
)sql"};
sql::Query const insert_role{"accounts.insert_role",
                             "INSERT INTO account_role (account_id, role) VALUES (:id, :role)"};
sql::Query const remove_roles{"accounts.remove_roles", "DELETE FROM account_role WHERE account_id = :id"};
sql::Query const update_account{"accounts.update", R"sql(
    UPDATE account SET email = :email, sign_in_name = :sign_in_name, name = :name, sort_name = :sort_name,
        job_title = :job_title, telephone = :telephone, team_id = :team, state = :state,
        second_factor_required = :second_factor_required, version = version + 1
    WHERE id = :id AND version = :version
)sql"};

sql::Query const select_by_id{"accounts.by_id", "SELECT " ACCOUNT_COLUMNS R"sql(
    FROM account a LEFT JOIN account_role r ON r.account_id = a.id WHERE a.id = :id ORDER BY r.role
)sql"};
sql::Query const select_by_sign_in_name{"accounts.by_sign_in_name", "SELECT " ACCOUNT_COLUMNS R"sql(
    FROM account a LEFT JOIN account_role r ON r.account_id = a.id WHERE a.sign_in_name = :sign_in_name ORDER BY r.role
)sql"};
sql::Query const select_all{"accounts.list", "SELECT " ACCOUNT_COLUMNS R"sql(
    FROM account a LEFT JOIN account_role r ON r.account_id = a.id
    WHERE :include_disabled OR a.state = 'active' ORDER BY a.sort_name, a.id, r.role
)sql"};
sql::Query const select_page{"accounts.page", "SELECT " ACCOUNT_COLUMNS R"sql(
    FROM (
        SELECT p.* FROM account p
        WHERE (:words = '' OR p.sort_name LIKE :like OR p.sign_in_name LIKE :like)
            AND (:state = '' OR p.state = :state)
            AND (:team = '' OR p.team_id = :team)
            AND (:role = '' OR EXISTS (SELECT 1 FROM account_role w WHERE w.account_id = p.id AND w.role = :role))
        ORDER BY p.sort_name, p.id LIMIT :limit OFFSET :offset
    ) a LEFT JOIN account_role r ON r.account_id = a.id ORDER BY a.sort_name, a.id, r.role
)sql"};
sql::Query const count_matching{"accounts.count", R"sql(
    SELECT count(*) FROM account p
    WHERE (:words = '' OR p.sort_name LIKE :like OR p.sign_in_name LIKE :like)
        AND (:state = '' OR p.state = :state)
        AND (:team = '' OR p.team_id = :team)
        AND (:role = '' OR EXISTS (SELECT 1 FROM account_role w WHERE w.account_id = p.id AND w.role = :role))
)sql"};
sql::Query const select_with_role{"accounts.list_with_role", "SELECT " ACCOUNT_COLUMNS R"sql(
    FROM account a LEFT JOIN account_role r ON r.account_id = a.id
    WHERE a.state = 'active' AND a.id IN (SELECT w.account_id FROM account_role w WHERE w.role = :role)
    ORDER BY a.sort_name, a.id, r.role
)sql"};
sql::Query const select_names{"accounts.names_with_roles", R"sql(
    SELECT a.id, a.name FROM account a WHERE a.state = 'active'
        AND EXISTS (SELECT 1 FROM account_role w WHERE w.account_id = a.id AND w.role {in:roles})
    ORDER BY a.sort_name, a.id
)sql"};
sql::Query const select_by_ids{"accounts.by_ids", "SELECT " ACCOUNT_COLUMNS R"sql(
    FROM account a LEFT JOIN account_role r ON r.account_id = a.id WHERE a.id {in:ids} ORDER BY a.sort_name, a.id, r.role
)sql"};
sql::Query const count_with_role{"accounts.count_with_role", R"sql(
    SELECT count(*) FROM account a JOIN account_role r ON r.account_id = a.id WHERE r.role = :role AND a.state = 'active'
)sql"};

sql::Query const update_password{"accounts.set_password", R"sql(
    UPDATE account SET password_hash = :hash, must_change_password = :must_change, password_until = :until, failed_sign_ins = 0, locked_until = NULL
    WHERE id = :id
)sql"};
sql::Query const update_second_factor{"accounts.set_second_factor", R"sql(
    UPDATE account SET second_factor_secret = :secret, second_factor_last_step = NULL WHERE id = :id
)sql"};
sql::Query const update_second_factor_step{"accounts.set_second_factor_step", R"sql(
    UPDATE account SET second_factor_last_step = :step WHERE id = :id
)sql"};
sql::Query const update_failures{"accounts.count_failed_sign_in", R"sql(
    UPDATE account SET failed_sign_ins = :failures, locked_until = :locked_until WHERE id = :id
)sql"};
sql::Query const update_signed_in{"accounts.note_signed_in", R"sql(
    UPDATE account SET last_signed_in_at = :at, failed_sign_ins = 0, locked_until = NULL WHERE id = :id
)sql"};

sql::Query const remove_recovery_codes{"accounts.remove_recovery_codes",
                                       "DELETE FROM recovery_code WHERE account_id = :id"};
sql::Query const insert_recovery_code{"accounts.insert_recovery_code", R"sql(
    INSERT INTO recovery_code (account_id, code_hash, used_at) VALUES (:id, :hash, NULL)
)sql"};
sql::Query const spend_recovery_code{"accounts.use_recovery_code", R"sql(
    UPDATE recovery_code SET used_at = :now WHERE account_id = :id AND code_hash = :hash AND used_at IS NULL
)sql"};
sql::Query const count_recovery_codes{"accounts.recovery_codes_left", R"sql(
    SELECT count(*) FROM recovery_code WHERE account_id = :id AND used_at IS NULL
)sql"};

std::vector<Account> read_accounts(sql::Read& tx, sql::Query const& query, sql::Bindings bindings) {
    AccountRows rows;
    tx.each(query, bindings, [&](sql::Row& row) { rows.take(row); });
    return std::move(rows.accounts);
}

std::optional<Account> only(std::vector<Account> accounts) {
    if (accounts.empty()) return std::nullopt;
    return std::move(accounts.front());
}

void write_roles(sql::Write& tx, Account const& account) {
    for (auto const& role : all_of<domain::access::Role>())
        if (account.roles.has(role.value)) tx.run(insert_role, {{"id", account.id}, {"role", role.value}});
}

}  // namespace

void insert(sql::Write& tx, Account const& account, Instant now) {
    tx.run(insert_account, {{"id", account.id},
                            {"email", account.email},
                            {"sign_in_name", text::fold(account.email)},
                            {"name", account.name},
                            {"sort_name", text::sort_key(account.name)},
                            {"job_title", account.job_title},
                            {"telephone", account.telephone},
                            {"team", account.team},
                            {"state", account.state},
                            {"password_hash", account.password_hash},
                            {"must_change_password", account.must_change_password},
                            {"password_until", account.password_until},
                            {"second_factor_secret", account.second_factor_secret},
                            {"second_factor_required", account.second_factor_required},
                            {"is_demo", account.is_demo},
                            {"now", now},
                            {"version", account.version}});
    write_roles(tx, account);
}

bool update(sql::Write& tx, Account& account) {
    int const changed = tx.run(update_account, {{"email", account.email},
                                                {"sign_in_name", text::fold(account.email)},
                                                {"name", account.name},
                                                {"sort_name", text::sort_key(account.name)},
                                                {"job_title", account.job_title},
                                                {"telephone", account.telephone},
                                                {"team", account.team},
                                                {"state", account.state},
                                                {"second_factor_required", account.second_factor_required},
                                                {"id", account.id},
                                                {"version", account.version}});
    if (changed == 0) return false;
    ++account.version;
    tx.run(remove_roles, {{"id", account.id}});
    write_roles(tx, account);
    return true;
}

std::optional<Account> find(sql::Read& tx, AccountId id) {
    return only(read_accounts(tx, select_by_id, {{"id", id}}));
}

std::optional<Account> find_by_sign_in_name(sql::Read& tx, std::string_view sign_in_name) {
    return only(read_accounts(tx, select_by_sign_in_name, {{"sign_in_name", sign_in_name}}));
}

std::vector<Account> list(sql::Read& tx, bool include_disabled) {
    return read_accounts(tx, select_all, {{"include_disabled", include_disabled}});
}

namespace {

/// Folded words hold letters, digits and spaces only: nothing that LIKE takes for a pattern.
struct FilterTexts {
    explicit FilterTexts(AccountFilter const& filter)
        : words(text::fold(filter.words)),
          like("%" + words + "%"),
          state(filter.state ? name_of(*filter.state) : std::string_view()),
          team(filter.team ? filter.team->text() : std::string_view()),
          role(filter.role ? name_of(*filter.role) : std::string_view()) {}
    std::string words;
    std::string like;
    std::string_view state;
    std::string_view team;
    std::string_view role;
};

}  // namespace

std::vector<Account> page(sql::Read& tx, AccountFilter const& filter, int limit, int offset) {
    FilterTexts const texts(filter);
    return read_accounts(tx, select_page,
                         {{"words", texts.words},
                          {"like", texts.like},
                          {"state", texts.state},
                          {"team", texts.team},
                          {"role", texts.role},
                          {"limit", limit},
                          {"offset", offset}});
}

int count(sql::Read& tx, AccountFilter const& filter) {
    FilterTexts const texts(filter);
    return static_cast<int>(tx.value<std::int64_t>(count_matching, {{"words", texts.words},
                                                                    {"like", texts.like},
                                                                    {"state", texts.state},
                                                                    {"team", texts.team},
                                                                    {"role", texts.role}})
                                .value_or(0));
}

std::vector<Account> list_with_role(sql::Read& tx, domain::access::Role role) {
    return read_accounts(tx, select_with_role, {{"role", role}});
}

std::vector<Named> names_with_roles(sql::Read& tx, std::vector<domain::access::Role> const& roles) {
    std::vector<std::string> names;
    for (auto const role : roles) names.emplace_back(name_of(role));
    auto const list = sql::json_list(names);
    return tx.all(select_names, {{"roles", list}}, [](sql::Row& row) {
        Named named;
        row.read(named.id, named.name);
        return named;
    });
}

std::vector<Account> find_all(sql::Read& tx, std::vector<AccountId> const& ids) {
    if (ids.empty()) return {};
    auto const list = sql::json_id_list(ids);
    return read_accounts(tx, select_by_ids, {{"ids", list}});
}

int count_active_with_role(sql::Read& tx, domain::access::Role role) {
    return static_cast<int>(tx.value<std::int64_t>(count_with_role, {{"role", role}}).value_or(0));
}

void set_password(sql::Write& tx, AccountId id, std::string_view hash, bool must_change,
                  std::optional<Instant> until) {
    tx.run(update_password, {{"hash", hash}, {"must_change", must_change}, {"until", until}, {"id", id}});
}

void set_second_factor(sql::Write& tx, AccountId id, std::optional<std::string> const& sealed_secret) {
    tx.run(update_second_factor, {{"secret", sealed_secret}, {"id", id}});
}

void set_second_factor_step(sql::Write& tx, AccountId id, std::int64_t step) {
    tx.run(update_second_factor_step, {{"step", step}, {"id", id}});
}

void count_failed_sign_in(sql::Write& tx, AccountId id, std::int64_t failures,
                          std::optional<Instant> locked_until) {
    tx.run(update_failures, {{"failures", failures}, {"locked_until", locked_until}, {"id", id}});
}

void note_signed_in(sql::Write& tx, AccountId id, Instant at) {
    tx.run(update_signed_in, {{"at", at}, {"id", id}});
}

void replace_recovery_codes(sql::Write& tx, AccountId id, std::vector<std::string> const& hashes) {
    tx.run(remove_recovery_codes, {{"id", id}});
    for (auto const& hash : hashes) tx.run(insert_recovery_code, {{"id", id}, {"hash", hash}});
}

bool use_recovery_code(sql::Write& tx, AccountId id, std::string_view hash, Instant now) {
    return tx.run(spend_recovery_code, {{"now", now}, {"id", id}, {"hash", hash}}) == 1;
}

int recovery_codes_left(sql::Read& tx, AccountId id) {
    return static_cast<int>(tx.value<std::int64_t>(count_recovery_codes, {{"id", id}}).value_or(0));
}

}  // namespace doorstep::storage::accounts

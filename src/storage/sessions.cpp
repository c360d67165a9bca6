#include "storage/sessions.h"

#include "storage/account_rows.h"

namespace doorstep::storage::sessions {
namespace {

sql::Query const insert_session{"sessions.insert", R"sql(
    INSERT INTO session (id, token_hash, account_id, created_at, last_seen_at, ends_at, second_factor_done,
        device, from_address)
    VALUES (:id, :token_hash, :account, :created_at, :last_seen_at, :ends_at, :second_factor_done, :device,
        :from_address)
)sql"};
sql::Query const select_by_token{
    "sessions.find",
    "SELECT s.id, s.created_at, s.last_seen_at, s.ends_at, s.second_factor_done, s.device, "
    "s.from_address, " ACCOUNT_COLUMNS R"sql(
    FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN account_role r ON r.account_id = a.id
    WHERE s.token_hash = :token_hash
)sql"};
sql::Query const select_open{"sessions.open_of", R"sql(
    SELECT id, account_id, created_at, last_seen_at, ends_at, second_factor_done, device, from_address FROM session
    WHERE account_id = :account AND ends_at > :now AND last_seen_at > :idle_before
    ORDER BY last_seen_at DESC, id DESC
)sql"};
sql::Query const update_seen{"sessions.touch", "UPDATE session SET last_seen_at = :at WHERE id = :id"};
sql::Query const update_end{"sessions.end",
                            "UPDATE session SET ends_at = :at WHERE id = :id AND ends_at > :at"};
sql::Query const update_end_of{
    "sessions.end_of",
    "UPDATE session SET ends_at = :at WHERE id = :id AND account_id = :account AND ends_at > :at"};
sql::Query const update_end_of_all{"sessions.end_all_of", R"sql(
    UPDATE session SET ends_at = :at WHERE account_id = :account AND ends_at > :at
)sql"};
sql::Query const remove_sessions{"sessions.remove_old", R"sql(
    DELETE FROM session WHERE ends_at <= :ended_before OR last_seen_at <= :idle_before
)sql"};

}  // namespace

void insert(sql::Write& tx, Session const& session, std::string_view token_hash) {
    tx.run(insert_session, {{"id", session.id},
                            {"token_hash", token_hash},
                            {"account", session.account},
                            {"created_at", session.created_at},
                            {"last_seen_at", session.last_seen_at},
                            {"ends_at", session.ends_at},
                            {"second_factor_done", session.second_factor_done},
                            {"device", session.device},
                            {"from_address", session.from_address}});
}

std::optional<SessionWithAccount> find(sql::Read& tx, std::string_view token_hash) {
    Session session;
    AccountRows rows;
    tx.each(select_by_token, {{"token_hash", token_hash}}, [&](sql::Row& row) {
        rows.take(row, session.id, session.created_at, session.last_seen_at, session.ends_at,
                  session.second_factor_done, session.device, session.from_address);
    });
    if (rows.accounts.empty()) return std::nullopt;
    session.account = rows.accounts.front().id;
    return SessionWithAccount{session, std::move(rows.accounts.front())};
}

std::vector<Session> open_of(sql::Read& tx, AccountId account, Instant now, Instant idle_before) {
    return tx.all(
        select_open, {{"account", account}, {"now", now}, {"idle_before", idle_before}}, [](sql::Row& row) {
            Session session;
            row.read(session.id, session.account, session.created_at, session.last_seen_at, session.ends_at,
                     session.second_factor_done, session.device, session.from_address);
            return session;
        });
}

void touch(sql::Write& tx, SessionId id, Instant at) { tx.run(update_seen, {{"at", at}, {"id", id}}); }

void end(sql::Write& tx, SessionId id, Instant at) { tx.run(update_end, {{"at", at}, {"id", id}}); }

bool end_of(sql::Write& tx, AccountId account, SessionId id, Instant at) {
    return tx.run(update_end_of, {{"at", at}, {"id", id}, {"account", account}}) == 1;
}

int end_all_of(sql::Write& tx, AccountId account, Instant at) {
    return tx.run(update_end_of_all, {{"at", at}, {"account", account}});
}

int remove_old(sql::Write& tx, Instant ended_before, Instant idle_before) {
    return tx.run(remove_sessions, {{"ended_before", ended_before}, {"idle_before", idle_before}});
}

}  // namespace doorstep::storage::sessions

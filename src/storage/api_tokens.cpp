#include "storage/api_tokens.h"

#include "storage/account_rows.h"

namespace doorstep::storage::api_tokens {
namespace {

#define TOKEN_COLUMNS                                                                                 \
    "t.id, t.account_id, t.name, t.beginning, t.scopes, t.created_at, t.expires_at, t.last_used_at, " \
    "t.revoked_at"

sql::Query const insert_token{"api_tokens.insert", R"sql(
    INSERT INTO api_token (id, account_id, name, token_hash, beginning, scopes, created_at, expires_at)
    VALUES (:id, :account, :name, :token_hash, :beginning, :scopes, :created_at, :expires_at)
)sql"};
sql::Query const select_token_by_hash{"api_tokens.find", "SELECT " TOKEN_COLUMNS ", " ACCOUNT_COLUMNS R"sql(
    FROM api_token t JOIN account a ON a.id = t.account_id LEFT JOIN account_role r ON r.account_id = a.id
    WHERE t.token_hash = :token_hash
)sql"};
sql::Query const select_tokens_of_account{"api_tokens.of_account", "SELECT " TOKEN_COLUMNS R"sql(
    FROM api_token t WHERE t.account_id = :account ORDER BY t.created_at DESC, t.id DESC LIMIT 100
)sql"};
sql::Query const count_working_tokens{"api_tokens.count_working", R"sql(
    SELECT count(*) FROM api_token WHERE account_id = :account AND revoked_at IS NULL AND expires_at > :now
)sql"};
sql::Query const update_token_used{"api_tokens.touch",
                                   "UPDATE api_token SET last_used_at = :at WHERE id = :id"};
sql::Query const update_token_revoked{"api_tokens.revoke", R"sql(
    UPDATE api_token SET revoked_at = :at WHERE id = :id AND account_id = :account AND revoked_at IS NULL
)sql"};
sql::Query const update_all_revoked{"api_tokens.revoke_all_of", R"sql(
    UPDATE api_token SET revoked_at = :at WHERE account_id = :account AND revoked_at IS NULL
)sql"};

}  // namespace

void insert(sql::Write& tx, ApiToken const& token, std::string_view token_hash) {
    tx.run(insert_token, {{"id", token.id},
                          {"account", token.account},
                          {"name", token.name},
                          {"token_hash", token_hash},
                          {"beginning", token.beginning},
                          {"scopes", token.scopes.names()},
                          {"created_at", token.created_at},
                          {"expires_at", token.expires_at}});
}

std::optional<TokenWithAccount> find(sql::Read& tx, std::string_view token_hash) {
    ApiToken token;
    std::string scopes;
    AccountRows rows;
    tx.each(select_token_by_hash, {{"token_hash", token_hash}}, [&](sql::Row& row) {
        rows.take(row, token.id, token.account, token.name, token.beginning, scopes, token.created_at,
                  token.expires_at, token.last_used_at, token.revoked_at);
    });
    if (rows.accounts.empty()) return std::nullopt;
    token.scopes = domain::access::Scopes::from_names(scopes);
    return TokenWithAccount{std::move(token), std::move(rows.accounts.front())};
}

std::vector<ApiToken> of_account(sql::Read& tx, AccountId account) {
    return tx.all(select_tokens_of_account, {{"account", account}}, [](sql::Row& row) {
        ApiToken token;
        std::string scopes;
        row.read(token.id, token.account, token.name, token.beginning, scopes, token.created_at,
                 token.expires_at, token.last_used_at, token.revoked_at);
        token.scopes = domain::access::Scopes::from_names(scopes);
        return token;
    });
}

int count_working(sql::Read& tx, AccountId account, Instant now) {
    return tx.value<int>(count_working_tokens, {{"account", account}, {"now", now}}).value_or(0);
}

void touch(sql::Write& tx, ApiTokenId id, Instant at) { tx.run(update_token_used, {{"at", at}, {"id", id}}); }

bool revoke(sql::Write& tx, ApiTokenId id, AccountId account, Instant at) {
    return tx.run(update_token_revoked, {{"at", at}, {"id", id}, {"account", account}}) == 1;
}

int revoke_all_of(sql::Write& tx, AccountId account, Instant at) {
    return tx.run(update_all_revoked, {{"at", at}, {"account", account}});
}

}  // namespace doorstep::storage::api_tokens

#include "storage/idempotency.h"

namespace doorstep::storage::idempotency {
namespace {

sql::Query const insert_key{"idempotency.claim", R"sql(
    INSERT INTO idempotency (key, account_id, fingerprint, result, made_at)
    VALUES (:key, :account, :fingerprint, '', :now) ON CONFLICT DO NOTHING
)sql"};
sql::Query const update_result{"idempotency.set_result", R"sql(
    UPDATE idempotency SET result = :result WHERE key = :key AND account_id = :account
)sql"};
sql::Query const select_result{"idempotency.result", R"sql(
    SELECT result FROM idempotency WHERE key = :key AND account_id = :account
)sql"};
sql::Query const select_claimed{"idempotency.find", R"sql(
    SELECT fingerprint, result FROM idempotency WHERE key = :key AND account_id = :account
)sql"};
sql::Query const remove_older{"idempotency.forget_older", "DELETE FROM idempotency WHERE made_at < :before"};

}  // namespace

bool claim(sql::Write& tx, Claim const& claim) {
    return tx.run(insert_key, {{"key", claim.key},
                               {"account", claim.account},
                               {"fingerprint", claim.fingerprint},
                               {"now", claim.at}}) == 1;
}

std::optional<Claimed> find(sql::Read& tx, std::string_view key, std::string_view account) {
    return tx.one(select_claimed, {{"key", key}, {"account", account}}, [](sql::Row& row) {
        Claimed claimed;
        row.read(claimed.fingerprint, claimed.result);
        return claimed;
    });
}

void set_result(sql::Write& tx, std::string_view key, std::string_view account, std::string_view result) {
    tx.run(update_result, {{"result", result}, {"key", key}, {"account", account}});
}

std::optional<std::string> result(sql::Read& tx, std::string_view key, std::string_view account) {
    return tx.value<std::string>(select_result, {{"key", key}, {"account", account}});
}

int forget_older(sql::Write& tx, Instant before) { return tx.run(remove_older, {{"before", before}}); }

}  // namespace doorstep::storage::idempotency

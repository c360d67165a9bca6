#include "storage/idempotency.h"

namespace doorstep::storage::idempotency {
namespace {

sql::Query const insert_key{"idempotency.claim", R"sql(
    INSERT INTO idempotency (key, account_id, result, made_at) VALUES (:key, :account, '', :now) ON CONFLICT DO NOTHING
)sql"};
sql::Query const update_result{"idempotency.set_result", R"sql(
    UPDATE idempotency SET result = :result WHERE key = :key AND account_id = :account
)sql"};
sql::Query const select_result{"idempotency.result", R"sql(
    SELECT result FROM idempotency WHERE key = :key AND account_id = :account
)sql"};
sql::Query const remove_older{"idempotency.forget_older", "DELETE FROM idempotency WHERE made_at < :before"};

}  // namespace

bool claim(sql::Write& tx, std::string_view key, std::string_view account, Instant now) {
    return tx.run(insert_key, {{"key", key}, {"account", account}, {"now", now}}) == 1;
}

void set_result(sql::Write& tx, std::string_view key, std::string_view account, std::string_view result) {
    tx.run(update_result, {{"result", result}, {"key", key}, {"account", account}});
}

std::optional<std::string> result(sql::Read& tx, std::string_view key, std::string_view account) {
    return tx.value<std::string>(select_result, {{"key", key}, {"account", account}});
}

int forget_older(sql::Write& tx, Instant before) { return tx.run(remove_older, {{"before", before}}); }

}  // namespace doorstep::storage::idempotency

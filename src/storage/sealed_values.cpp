#include "storage/sealed_values.h"

namespace doorstep::storage::sealed_values {
namespace {

#define SEALED_VALUES                                                                             \
    "(SELECT 'account' AS kind, id, second_factor_secret AS value FROM account "                  \
    "WHERE second_factor_secret IS NOT NULL UNION ALL SELECT 'webhook', id, secret FROM webhook " \
    "UNION ALL SELECT 'draft', id, answers FROM draft WHERE journey = 'interrupted-form') s"

sql::Query const select_others{"sealed_values.others",
                               "SELECT s.kind, s.id, s.value FROM " SEALED_VALUES
                               " WHERE substr(s.value, 1, 8) <> :key ORDER BY s.kind, s.id"};
sql::Query const count_by_key{"sealed_values.by_key", R"sql(
    SELECT k.key, sum(k.number) FROM (
        SELECT substr(s.value, 1, 8) AS key, 1 AS number FROM )sql" SEALED_VALUES R"sql(
        UNION ALL SELECT substr(code_hash, 1, 8), 1 FROM recovery_code WHERE used_at IS NULL) k
    GROUP BY k.key ORDER BY k.key
)sql"};

sql::Query const update_account{
    "sealed_values.update_account",
    "UPDATE account SET second_factor_secret = :again WHERE id = :id AND second_factor_secret = :value"};
sql::Query const update_webhook{"sealed_values.update_webhook",
                                "UPDATE webhook SET secret = :again WHERE id = :id AND secret = :value"};
sql::Query const update_draft{"sealed_values.update_draft",
                              "UPDATE draft SET answers = :again WHERE id = :id AND answers = :value"};

sql::Query const& update_of(std::string_view kind) {
    if (kind == "account") return update_account;
    return kind == "webhook" ? update_webhook : update_draft;
}

}  // namespace

std::vector<SealedValue> not_sealed_by(sql::Read& tx, std::string_view key) {
    return tx.all(select_others, {{"key", key}}, [](sql::Row& row) {
        SealedValue sealed;
        row.read(sealed.kind, sealed.id, sealed.value);
        return sealed;
    });
}

bool replace(sql::Write& tx, SealedValue const& sealed, std::string_view again) {
    return tx.run(update_of(sealed.kind), {{"again", again}, {"id", sealed.id}, {"value", sealed.value}}) ==
           1;
}

std::map<std::string, int> counted_by_key(sql::Read& tx) {
    std::map<std::string, int> counts;
    tx.each(count_by_key, {}, [&](sql::Row& row) {
        std::string key;
        std::int64_t number = 0;
        row.read(key, number);
        counts.emplace(std::move(key), static_cast<int>(number));
    });
    return counts;
}

}  // namespace doorstep::storage::sealed_values

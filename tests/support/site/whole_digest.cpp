#include "support/site/whole_digest.h"

#include <map>
#include <vector>

#include "base/text.h"

namespace doorstep::test {
namespace {

storage::sql::Query const select_columns{"test.whole_digest_columns",
                                         R"sql(
    SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid
)sql",
                                         R"sql(
    SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns
    WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position
)sql"};

}  // namespace

std::string whole_digest(storage::sql::Database& database) {
    return database.read([](storage::sql::Read& tx) {
        std::map<std::string, std::vector<std::string>> columns;
        tx.each(select_columns, {},
                [&](storage::sql::Row& row) { columns[std::string(row.text(0))].emplace_back(row.text(1)); });
        std::string digest;
        for (auto& [table, names] : columns) {
            // Sealed with each site's own key: never twice the same.
            if (table == "webhook") std::erase(names, "secret");
            std::string values;
            for (std::size_t n = 0; n < names.size(); ++n) {
                values +=
                    (n > 0 ? " || '|' || " : "") + ("coalesce(CAST(\"" + names[n] + "\" AS TEXT), '-')");
            }
            storage::sql::Query const rows("test.whole_digest_" + table,
                                           "SELECT " + values + " FROM " + table + " ORDER BY 1");
            tx.each(rows, {}, [&](storage::sql::Row& row) {
                digest = text::sha256_hex(digest + table + std::string(row.text(0)));
            });
        }
        return digest;
    });
}

}  // namespace doorstep::test

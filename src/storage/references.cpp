#include "storage/references.h"

namespace doorstep::storage::references {
namespace {

sql::Query const take_next{"references.take_next", R"sql(
    INSERT INTO reference_counter (kind, year, next_number) VALUES (:kind, :year, 2)
    ON CONFLICT (kind, year) DO UPDATE SET next_number = reference_counter.next_number + 1
    RETURNING next_number - 1
)sql"};

sql::Query const set_next{"references.set_next", R"sql(
    INSERT INTO reference_counter (kind, year, next_number) VALUES (:kind, :year, :number)
    ON CONFLICT (kind, year) DO UPDATE SET next_number = excluded.next_number
)sql"};

}  // namespace

std::int64_t next_number(sql::Write& tx, std::string_view kind, int year) {
    return *tx.value<std::int64_t>(take_next, {{"kind", kind}, {"year", year}});
}

void set_next_number(sql::Write& tx, std::string_view kind, int year, std::int64_t number) {
    tx.run(set_next, {{"kind", kind}, {"year", year}, {"number", number}});
}

}  // namespace doorstep::storage::references

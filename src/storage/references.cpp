#include "storage/references.h"

namespace doorstep::storage::references {
namespace {

sql::Query const take_next{"references.take_next", R"sql(
    INSERT INTO reference_counter (kind, year, next_number) VALUES (:kind, :year, 2)
    ON CONFLICT (kind, year) DO UPDATE SET next_number = reference_counter.next_number + 1
    RETURNING next_number - 1
)sql"};

}  // namespace

std::int64_t next_number(sql::Write& tx, std::string_view kind, int year) {
    return *tx.value<std::int64_t>(take_next, {{"kind", kind}, {"year", year}});
}

}  // namespace doorstep::storage::references

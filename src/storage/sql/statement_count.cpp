#include "storage/sql/statement_count.h"

#include "storage/sql/database.h"

namespace doorstep::storage::sql {
namespace {

thread_local std::int64_t statements = 0;

}  // namespace

void count_statements(std::int64_t count) { statements += count; }
std::int64_t statements_on_this_thread() { return statements; }

}  // namespace doorstep::storage::sql

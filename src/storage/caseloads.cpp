#include "storage/caseloads.h"

namespace doorstep::storage::caseloads {
namespace {

sql::Query const count_owned{"caseloads.open_cases_owned", R"sql(
    SELECT count(*) FROM case_file WHERE owner_id = :account AND state <> 'closed'
)sql"};

}  // namespace

std::int64_t open_cases_owned(sql::Read& tx, AccountId account) {
    return tx.value<std::int64_t>(count_owned, {{"account", account}}).value_or(0);
}

}  // namespace doorstep::storage::caseloads

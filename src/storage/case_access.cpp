#include "storage/case_access.h"

namespace doorstep::storage::case_access {
namespace {

sql::Query const insert_name{"case_access.insert", R"sql(
    INSERT INTO case_access (case_file_id, account_id, granted_by, reason, granted_at)
    VALUES (:case_file, :account, :granted_by, :reason, :granted_at)
    ON CONFLICT DO NOTHING
)sql"};

}  // namespace

void name_on_case(sql::Write& tx, NewName const& name) {
    tx.run(insert_name, {{"case_file", name.case_file},
                         {"account", name.account},
                         {"granted_by", name.granted_by},
                         {"reason", name.reason},
                         {"granted_at", name.granted_at}});
}

}  // namespace doorstep::storage::case_access

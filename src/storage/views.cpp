#include "storage/views.h"

namespace doorstep::storage::views {
namespace {

// A batch may be written twice when a commit's answer was lost.
sql::Query const insert_view{"views.insert", R"sql(
    INSERT INTO view_log (id, at, account_id, what, case_file_id, subject_id, reason)
    VALUES (:id, :at, :account, :what, :case_file, :subject, :reason) ON CONFLICT DO NOTHING
)sql"};

}  // namespace

void insert(sql::Write& tx, ViewRow const& view) {
    tx.run(insert_view, {{"id", view.id},
                         {"at", view.at},
                         {"account", view.account},
                         {"what", view.what},
                         {"case_file", view.case_file},
                         {"subject", view.subject},
                         {"reason", view.reason}});
}

}  // namespace doorstep::storage::views

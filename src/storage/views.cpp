#include "storage/views.h"

namespace doorstep::storage::views {
namespace {

// A batch may be written twice when a commit's answer was lost.
sql::Query const insert_view{"views.insert", R"sql(
    INSERT INTO view_log (id, at, account_id, what, case_file_id, subject_id, reason)
    VALUES (:id, :at, :account, :what, :case_file, :subject, :reason) ON CONFLICT DO NOTHING
)sql"};

sql::Query const select_views_of_case{"views.of_case", R"sql(
    SELECT v.at, coalesce(a.name, ''), v.what, v.subject_id, v.reason
    FROM view_log v LEFT JOIN account a ON a.id = v.account_id
    WHERE v.case_file_id = :case_file ORDER BY v.at DESC, v.id DESC LIMIT :limit OFFSET :offset
)sql"};

sql::Query const count_views_of_case{"views.count_of_case",
                                     "SELECT count(*) FROM view_log WHERE case_file_id = :case_file"};

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

std::vector<ListedView> of_case(sql::Read& tx, CaseFileId file, int limit, int offset) {
    return tx.all(select_views_of_case, {{"case_file", file}, {"limit", limit}, {"offset", offset}},
                  [](sql::Row& row) {
                      ListedView view;
                      row.read(view.at, view.name, view.what, view.subject, view.reason);
                      return view;
                  });
}

int count_of_case(sql::Read& tx, CaseFileId file) {
    return static_cast<int>(tx.value<std::int64_t>(count_views_of_case, {{"case_file", file}}).value_or(0));
}

}  // namespace doorstep::storage::views

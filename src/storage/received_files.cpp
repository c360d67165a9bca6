#include "storage/received_files.h"

#include <set>

namespace doorstep::storage::received_files {
namespace {

#define FILE_COLUMNS                                                                          \
    "id, sha256, size_bytes, content_type, original_name, description, draft_id, report_id, " \
    "case_file_id, side, received_at, received_from, received_by, first_opened_at, first_opened_by"

sql::Query const insert_file{"received_files.insert", "INSERT INTO file (" FILE_COLUMNS R"sql() VALUES (
    :id, :sha256, :size_bytes, :content_type, :original_name, :description, :draft, :report, :case_file, :side,
    :received_at, :received_from, :received_by, :first_opened_at, :first_opened_by)
)sql"};
sql::Query const select_by_id{"received_files.by_id", "SELECT " FILE_COLUMNS " FROM file WHERE id = :id"};
sql::Query const select_of_draft{"received_files.of_draft",
                                 "SELECT " FILE_COLUMNS " FROM file WHERE draft_id = :owner ORDER BY id"};
sql::Query const select_of_report{"received_files.of_report",
                                  "SELECT " FILE_COLUMNS " FROM file WHERE report_id = :owner ORDER BY id"};
sql::Query const select_of_case{"received_files.of_case", "SELECT " FILE_COLUMNS R"sql(
    FROM file WHERE case_file_id = :owner ORDER BY received_at, id
)sql"};
sql::Query const select_page_of_case{"received_files.page_of_case", "SELECT " FILE_COLUMNS R"sql(
    FROM file WHERE case_file_id = :owner ORDER BY received_at DESC, id DESC LIMIT :limit OFFSET :offset
)sql"};
sql::Query const move_to_report{"received_files.give_to_report", R"sql(
    UPDATE file SET report_id = :report, draft_id = NULL WHERE draft_id = :draft
)sql"};
sql::Query const move_to_case{"received_files.give_to_case",
                              "UPDATE file SET case_file_id = :case_file WHERE report_id = :report"};
// A draft of no id never exists: a file there belongs to nothing, and a later pass forgets its content. Its
// row goes only then, so that content is never forgotten while somebody sends the same again.
sql::Query const abandon{"received_files.remove_from_draft", R"sql(
    UPDATE file SET draft_id = :nothing, original_name = '', description = '' WHERE id = :id AND draft_id = :draft
)sql"};
sql::Query const select_abandoned{"received_files.abandoned", R"sql(
    SELECT f.id, f.sha256 FROM file f
    WHERE f.draft_id IS NOT NULL AND f.received_at < :before
        AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.id = f.draft_id)
    ORDER BY f.id LIMIT :limit
)sql"};
sql::Query const remove_files{"received_files.remove", "DELETE FROM file WHERE id {in:ids}"};
sql::Query const update_opened{"received_files.mark_opened", R"sql(
    UPDATE file SET first_opened_at = :at, first_opened_by = :by WHERE id = :id AND first_opened_at IS NULL
)sql"};
sql::Query const select_with_content{"received_files.with_content",
                                     "SELECT " FILE_COLUMNS " FROM file WHERE sha256 = :sha256 ORDER BY id"};
sql::Query const select_named{
    "received_files.is_named",
    "SELECT CASE WHEN EXISTS (SELECT 1 FROM file WHERE sha256 = :sha256) THEN 1 ELSE 0 END"};

ReceivedFile read_file(sql::Row& row) {
    ReceivedFile f;
    row.read(f.id, f.sha256, f.size_bytes, f.content_type, f.original_name, f.description, f.draft, f.report,
             f.case_file, f.side, f.received_at, f.received_from, f.received_by, f.first_opened_at,
             f.first_opened_by);
    return f;
}

}  // namespace

void insert(sql::Write& tx, ReceivedFile const& f) {
    tx.run(insert_file, {{"id", f.id},
                         {"sha256", f.sha256},
                         {"size_bytes", f.size_bytes},
                         {"content_type", f.content_type},
                         {"original_name", f.original_name},
                         {"description", f.description},
                         {"draft", f.draft},
                         {"report", f.report},
                         {"case_file", f.case_file},
                         {"side", f.side},
                         {"received_at", f.received_at},
                         {"received_from", f.received_from},
                         {"received_by", f.received_by},
                         {"first_opened_at", f.first_opened_at},
                         {"first_opened_by", f.first_opened_by}});
}

std::optional<ReceivedFile> find(sql::Read& tx, FileId id) {
    return tx.one(select_by_id, {{"id", id}}, read_file);
}
std::vector<ReceivedFile> of_draft(sql::Read& tx, DraftId draft) {
    return tx.all(select_of_draft, {{"owner", draft}}, read_file);
}
std::vector<ReceivedFile> of_report(sql::Read& tx, ReportId report) {
    return tx.all(select_of_report, {{"owner", report}}, read_file);
}
std::vector<ReceivedFile> of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_of_case, {{"owner", file}}, read_file);
}

std::vector<ReceivedFile> page_of_case(sql::Read& tx, CaseFileId file, int limit, int offset) {
    return tx.all(select_page_of_case, {{"owner", file}, {"limit", limit}, {"offset", offset}}, read_file);
}

int give_to_report(sql::Write& tx, DraftId draft, ReportId report) {
    return tx.run(move_to_report, {{"report", report}, {"draft", draft}});
}

int give_to_case(sql::Write& tx, ReportId report, CaseFileId file) {
    return tx.run(move_to_case, {{"case_file", file}, {"report", report}});
}

bool remove_from_draft(sql::Write& tx, FileId id, DraftId draft) {
    return tx.run(abandon, {{"nothing", DraftId()}, {"id", id}, {"draft", draft}}) == 1;
}

bool mark_opened(sql::Write& tx, FileId id, AccountId by, Instant at) {
    return tx.run(update_opened, {{"at", at}, {"by", by}, {"id", id}}) == 1;
}

std::vector<std::string> take_abandoned(sql::Write& tx, Instant received_before, int limit) {
    std::vector<FileId> ids;
    std::set<std::string> hashes;
    tx.each(select_abandoned, {{"before", received_before}, {"limit", limit}}, [&](sql::Row& row) {
        std::string hash;
        row.read(ids.emplace_back(), hash);
        hashes.insert(std::move(hash));
    });
    if (ids.empty()) return {};
    auto const list = sql::json_id_list(ids);
    tx.run(remove_files, {{"ids", list}});
    std::vector<std::string> unnamed;
    for (auto const& hash : hashes)
        if (!is_named(tx, hash)) unnamed.push_back(hash);
    return unnamed;
}

std::vector<ReceivedFile> with_content(sql::Read& tx, std::string_view sha256) {
    return tx.all(select_with_content, {{"sha256", sha256}}, read_file);
}

bool is_named(sql::Read& tx, std::string_view sha256) {
    return *tx.value<int>(select_named, {{"sha256", sha256}}) == 1;
}

}  // namespace doorstep::storage::received_files

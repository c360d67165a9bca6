#include "storage/work_items.h"

#include <algorithm>
#include <tuple>

#include "storage/work_subjects.h"

namespace doorstep::storage::work_items {
namespace {

sql::Query const put_item{"work_items.put", R"sql(
    INSERT INTO work_item (id, account_id, kind, case_file_id, report_id, subject_id, due_on, high_risk, created_at)
    VALUES (:id, :account, :kind, :case_file, :report, :subject, :due_on, :high_risk, :now)
    ON CONFLICT (kind, subject_id) WHERE done_at IS NULL DO UPDATE SET
        account_id = excluded.account_id, due_on = excluded.due_on, high_risk = excluded.high_risk
)sql"};

sql::Query const finish_item{"work_items.finish", R"sql(
    UPDATE work_item SET done_at = :now WHERE kind = :kind AND subject_id = :subject AND done_at IS NULL
)sql"};

sql::Query const select_account{"work_items.account_of", R"sql(
    SELECT account_id FROM work_item
    WHERE kind = :kind AND subject_id = :subject AND done_at IS NULL AND account_id IS NOT NULL
)sql"};

sql::Query const give_items{"work_items.give_of_report", R"sql(
    UPDATE work_item SET account_id = :to
    WHERE report_id = :report AND account_id IS NULL AND done_at IS NULL AND kind <> 'triage'
)sql"};

sql::Query const finish_case{"work_items.finish_all_of_case", R"sql(
    UPDATE work_item SET done_at = :now WHERE case_file_id = :case_file AND done_at IS NULL
)sql"};

sql::Query const select_of_case{"work_items.open_of_case", R"sql(
    SELECT id, account_id, kind, case_file_id, report_id, subject_id, due_on, high_risk
    FROM work_item WHERE case_file_id = :case_file AND done_at IS NULL ORDER BY due_on, kind, id
)sql"};

sql::Query const select_listed{
    "work_items.listed_of_case",
    "SELECT w.id, w.account_id, w.kind, w.case_file_id, w.report_id, w.subject_id, w.due_on, w.high_risk, "
    "coalesce(a.name, ''), " WORK_SUBJECT_WORDS
    " FROM work_item w LEFT JOIN account a ON a.id = w.account_id" WORK_SUBJECT_JOINS
    " WHERE w.case_file_id = :case_file AND w.done_at IS NULL"};

sql::Query const hand_over_items{"work_items.hand_over", R"sql(
    UPDATE work_item SET account_id = :to
    WHERE case_file_id = :case_file AND done_at IS NULL AND account_id IS NOT DISTINCT FROM :from
)sql"};

sql::Query const set_risk{"work_items.set_high_risk", R"sql(
    UPDATE work_item SET high_risk = :high_risk WHERE case_file_id = :case_file AND done_at IS NULL
)sql"};

WorkItem read_item(sql::Row& row) {
    WorkItem item;
    row.read(item.id, item.account, item.kind, item.case_file, item.report, item.subject, item.due_on,
             item.high_risk);
    return item;
}

}  // namespace

void put(sql::Write& tx, WorkItem const& item, Instant now) {
    tx.run(put_item, {{"id", item.id},
                      {"account", item.account},
                      {"kind", item.kind},
                      {"case_file", item.case_file},
                      {"report", item.report},
                      {"subject", item.subject},
                      {"due_on", item.due_on},
                      {"high_risk", item.high_risk},
                      {"now", now}});
}

void finish(sql::Write& tx, Kind kind, std::string_view subject, Instant now) {
    tx.run(finish_item, {{"now", now}, {"kind", kind}, {"subject", subject}});
}

std::vector<WorkItem> open_of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_of_case, {{"case_file", file}}, read_item);
}

std::vector<ListedItem> listed_of_case(sql::Read& tx, CaseFileId file) {
    auto items = tx.all(select_listed, {{"case_file", file}}, [](sql::Row& row) {
        ListedItem listed;
        auto& item = listed.item;
        row.read(item.id, item.account, item.kind, item.case_file, item.report, item.subject, item.due_on,
                 item.high_risk, listed.owner_name, listed.about);
        return listed;
    });
    // Here, because a database sorts by copying such wide rows.
    std::sort(items.begin(), items.end(), [](ListedItem const& one, ListedItem const& other) {
        auto const place = [](WorkItem const& item) {
            return std::tuple(item.due_on, name_of(item.kind), item.id.text());
        };
        return place(one.item) < place(other.item);
    });
    return items;
}

std::optional<AccountId> account_of(sql::Read& tx, Kind kind, std::string_view subject) {
    return tx.value<AccountId>(select_account, {{"kind", kind}, {"subject", subject}});
}

void give_of_report(sql::Write& tx, ReportId report, AccountId to) {
    tx.run(give_items, {{"report", report}, {"to", to}});
}

void finish_all_of_case(sql::Write& tx, CaseFileId file, Instant now) {
    tx.run(finish_case, {{"now", now}, {"case_file", file}});
}

void hand_over(sql::Write& tx, CaseFileId file, std::optional<AccountId> from, std::optional<AccountId> to) {
    tx.run(hand_over_items, {{"to", to}, {"case_file", file}, {"from", from}});
}

void set_high_risk(sql::Write& tx, CaseFileId file, bool high_risk) {
    tx.run(set_risk, {{"high_risk", high_risk}, {"case_file", file}});
}

}  // namespace doorstep::storage::work_items

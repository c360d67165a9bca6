#include "storage/said_done.h"

namespace doorstep::storage::said_done {
namespace {

// What the record says is looked up for each answer: surveys of a quarter are few beside contacts.
constexpr std::string_view record_sql = R"sql(
    coalesce(CASE w.question
        WHEN 'first-contact' THEN (
            SELECT CASE min(CASE WHEN i.kept THEN 1 ELSE 0 END) WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END
            FROM contact_interval i WHERE i.case_file_id = s.case_file_id AND i.case_person_id = s.case_person_id
                AND i.kind = 'first' AND i.kept IS NOT NULL)
        WHEN 'contact-kept' THEN (
            SELECT CASE min(CASE WHEN i.kept THEN 1 ELSE 0 END) WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END
            FROM contact_interval i WHERE i.case_file_id = s.case_file_id AND i.case_person_id = s.case_person_id
                AND i.kind = 'update' AND i.kept IS NOT NULL)
        WHEN 'plan-agreed' THEN CASE WHEN c.first_plan_on IS NOT NULL THEN 'yes' ELSE 'no' END
        WHEN 'victims-code' THEN CASE WHEN EXISTS (
            SELECT 1 FROM rights_notice r WHERE r.case_file_id = s.case_file_id) THEN 'yes' ELSE 'no' END
        WHEN 'channel' THEN c.channel
    END, '')
)sql";

constexpr std::string_view from_sql = R"sql(
    FROM survey_answer w JOIN survey s ON s.id = w.survey_id JOIN case_file c ON c.id = s.case_file_id
    WHERE w.counts_on >= :from AND w.counts_on < :until AND w.answer <> ''
)sql";

sql::Query const select_cells{
    "said_done.cells",
    "SELECT question, wording, answer, record, count(*) FROM (SELECT w.question AS question, "
    "w.wording_version AS wording, w.answer AS answer, " +
        std::string(record_sql) + " AS record " + std::string(from_sql) +
        ") AS said GROUP BY question, wording, answer, record "
        "ORDER BY question, wording, answer, record"};

sql::Query const select_answers{
    "said_done.answers", "SELECT c.reference, w.wording_version, w.answer, " + std::string(record_sql) +
                             ", w.counts_on " + std::string(from_sql) + " AND w.question = :question AND " +
                             std::string(visible_case) +
                             " ORDER BY w.counts_on DESC, w.survey_id DESC LIMIT :limit"};

}  // namespace

std::vector<Cell> cells(sql::Read& tx, Period days) {
    return tx.all(select_cells, {{"from", days.from}, {"until", days.until}}, [](sql::Row& row) {
        Cell cell;
        row.read(cell.question, cell.wording, cell.answer, cell.record, cell.count);
        return cell;
    });
}

std::vector<Answered> answers(sql::Read& tx, std::string_view question, Period days, CaseScope const& scope,
                              int limit) {
    std::vector<sql::Parameter> parameters{
        {"from", days.from}, {"until", days.until}, {"question", question}, {"limit", limit}};
    add_scope(parameters, scope);
    return tx.all(select_answers, parameters, [](sql::Row& row) {
        Answered one;
        row.read(one.reference, one.wording, one.answer, one.record, one.counts_on);
        return one;
    });
}

}  // namespace doorstep::storage::said_done

#include "storage/approvals.h"

namespace doorstep::storage::approvals {
namespace {

#define APPROVAL_COLUMNS                                                                             \
    "q.id, q.kind, q.case_file_id, q.subject_id, q.reason, q.details, q.requested_by, "              \
    "q.requested_at, q.decision, q.decision_note, q.decided_by, q.decided_at, a.name, c.reference, " \
    "c.title"

#define APPROVAL_TABLES                                         \
    " FROM approval q JOIN account a ON a.id = q.requested_by " \
    "LEFT JOIN case_file c ON c.id = q.case_file_id "

sql::Query const insert_approval{"approvals.insert", R"sql(
    INSERT INTO approval (id, kind, case_file_id, subject_id, reason, details, requested_by, requested_at,
        decision, decision_note, decided_by, decided_at)
    VALUES (:id, :kind, :case_file, :subject, :reason, :details, :requested_by, :requested_at,
        :decision, :decision_note, :decided_by, :decided_at)
)sql"};

/// `visible_case` decides where there is a case; a request about none is for all who may approve.
std::string for_viewer() {
    return " q.requested_by <> :viewer AND (q.case_file_id IS NULL OR " + std::string(visible_case) + ")";
}

sql::Query const select_waiting{
    "approvals.waiting_for", "SELECT " APPROVAL_COLUMNS APPROVAL_TABLES "WHERE q.decision IS NULL AND" +
                                 for_viewer() + " ORDER BY q.requested_at, q.id LIMIT :limit OFFSET :offset"};

sql::Query const count_waiting{
    "approvals.count_waiting_for",
    "SELECT count(*) FROM approval q LEFT JOIN case_file c ON c.id = q.case_file_id "
    "WHERE q.decision IS NULL AND" +
        for_viewer()};

sql::Query const select_for{"approvals.find_for",
                            "SELECT " APPROVAL_COLUMNS APPROVAL_TABLES "WHERE q.id = :id AND" + for_viewer()};

sql::Query const select_own{"approvals.is_own",
                            "SELECT count(*) FROM approval WHERE id = :id AND requested_by = :account"};

sql::Query const select_about{"approvals.waiting_about",
                              "SELECT " APPROVAL_COLUMNS APPROVAL_TABLES
                              "WHERE q.decision IS NULL AND q.kind = :kind AND q.subject_id = :subject"};

sql::Query const select_of_case{"approvals.waiting_of_case",
                                "SELECT " APPROVAL_COLUMNS APPROVAL_TABLES
                                "WHERE q.decision IS NULL AND q.case_file_id = :case_file "
                                "ORDER BY q.requested_at, q.id"};

sql::Query const decide_approval{"approvals.decide", R"sql(
    UPDATE approval SET decision = :decision, decision_note = :note, decided_by = :by, decided_at = :at
    WHERE id = :id AND decision IS NULL
)sql"};

Asked read_asked(sql::Row& row) {
    Asked asked;
    auto& q = asked.approval;
    std::optional<std::string> reference;
    std::optional<std::string> title;
    row.read(q.id, q.kind, q.case_file, q.subject, q.reason, q.details, q.requested_by, q.requested_at,
             q.decision, q.decision_note, q.decided_by, q.decided_at, asked.requested_by_name, reference,
             title);
    asked.case_reference = reference.value_or("");
    asked.case_title = title.value_or("");
    return asked;
}

}  // namespace

void insert(sql::Write& tx, Approval const& q) {
    tx.run(insert_approval, {{"id", q.id},
                             {"kind", q.kind},
                             {"case_file", q.case_file},
                             {"subject", q.subject},
                             {"reason", q.reason},
                             {"details", q.details},
                             {"requested_by", q.requested_by},
                             {"requested_at", q.requested_at},
                             {"decision", q.decision},
                             {"decision_note", q.decision_note},
                             {"decided_by", q.decided_by},
                             {"decided_at", q.decided_at}});
}

std::vector<Asked> waiting_for(sql::Read& tx, CaseScope const& scope, int limit, int offset) {
    std::vector<sql::Parameter> parameters{{"limit", limit}, {"offset", offset}};
    add_scope(parameters, scope);
    return tx.all(select_waiting, parameters, read_asked);
}

int count_waiting_for(sql::Read& tx, CaseScope const& scope) {
    std::vector<sql::Parameter> parameters;
    add_scope(parameters, scope);
    return tx.value<int>(count_waiting, parameters).value_or(0);
}

std::optional<Asked> find_for(sql::Read& tx, CaseScope const& scope, ApprovalId id) {
    std::vector<sql::Parameter> parameters{{"id", id}};
    add_scope(parameters, scope);
    return tx.one(select_for, parameters, read_asked);
}

bool is_own(sql::Read& tx, AccountId account, ApprovalId id) {
    return tx.value<int>(select_own, {{"id", id}, {"account", account}}).value_or(0) > 0;
}

std::optional<Asked> waiting_about(sql::Read& tx, Kind kind, std::string_view subject) {
    return tx.one(select_about, {{"kind", kind}, {"subject", subject}}, read_asked);
}

std::vector<Asked> waiting_of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_of_case, {{"case_file", file}}, read_asked);
}

bool decide(sql::Write& tx, ApprovalId id, Decision decision, std::string_view note,
            std::optional<AccountId> by, Instant at) {
    return tx.run(decide_approval,
                  {{"decision", decision}, {"note", note}, {"by", by}, {"at", at}, {"id", id}}) > 0;
}

}  // namespace doorstep::storage::approvals

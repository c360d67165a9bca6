#include "storage/triage.h"

namespace doorstep::storage::triage {
namespace {

#define DECISION_COLUMNS                                                                        \
    "report_id, path, is_asb, reason, explanation, everyday_noise_step, signpost, decided_by, " \
    "decided_at, decided_on"

sql::Query const insert_decision{"triage.insert", "INSERT INTO triage_decision (" DECISION_COLUMNS R"sql()
    VALUES (:report, :path, :is_asb, :reason, :explanation, :step, :signpost, :decided_by, :decided_at, :decided_on)
)sql"};
sql::Query const select_decision{
    "triage.find", "SELECT " DECISION_COLUMNS " FROM triage_decision WHERE report_id = :report"};

}  // namespace

void insert(sql::Write& tx, Decision const& d) {
    tx.run(insert_decision,
           {{"report", d.report},
            {"path", d.path},
            {"is_asb", d.is_asb},
            {"reason", d.reason},
            {"explanation", d.explanation},
            {"step", d.everyday_noise_step ? name_of(*d.everyday_noise_step) : std::string_view()},
            {"signpost", d.signpost},
            {"decided_by", d.decided_by},
            {"decided_at", d.decided_at},
            {"decided_on", d.decided_on}});
}

std::optional<Decision> find(sql::Read& tx, ReportId report) {
    return tx.one(select_decision, {{"report", report}}, [](sql::Row& row) {
        Decision d;
        std::string step;
        row.read(d.report, d.path, d.is_asb, d.reason, d.explanation, step, d.signpost, d.decided_by,
                 d.decided_at, d.decided_on);
        d.everyday_noise_step = enum_from_name<domain::triage::EverydayNoiseStep>(step);
        return d;
    });
}

}  // namespace doorstep::storage::triage

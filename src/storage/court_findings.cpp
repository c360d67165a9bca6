#include "storage/court_findings.h"

namespace doorstep::storage::court_findings {
namespace {

using domain::orders::AppealOutcome;
using domain::orders::FindingKind;
using domain::orders::FindingTie;
using domain::orders::FindingWho;

sql::Query const insert_finding{"court_findings.insert", R"sql(
    INSERT INTO court_finding (id, case_file_id, kind, who, offence, offence_on, found_on, court, locality, participation,
        recorded_by, recorded_at, version)
    VALUES (:id, :case_file, :kind, :who, :offence, :offence_on, :found_on, :court, :tie, :participation, :recorded_by,
        :recorded_at, :version)
)sql"};
sql::Query const insert_appeal{"court_findings.insert_appeal", R"sql(
    INSERT INTO court_appeal (id, case_file_id, subject_id, lodged_on, ended_on, outcome, recorded_by, recorded_at, version)
    VALUES (:id, :case_file, :subject, :lodged_on, :ended_on, :outcome, :recorded_by, :recorded_at, :version)
)sql"};
sql::Query const update_appeal{"court_findings.update_appeal", R"sql(
    UPDATE court_appeal SET ended_on = :ended_on, outcome = :outcome, version = version + 1
    WHERE id = :id AND version = :version
)sql"};
#define GOING_ON_POSSESSION                                                                                 \
    "SELECT p.id FROM legal_action p WHERE p.case_file_id = :file AND p.kind = 'possession' AND p.outcome " \
    "= "                                                                                                    \
    "'' ORDER BY p.started_on DESC, p.id DESC LIMIT 1"
sql::Query const select_possession{"court_findings.possession_of_case", GOING_ON_POSSESSION};

sql::Query const select_events{"court_findings.events_of_case", R"sql(
    WITH thing (kind, subject, order_id, action_id, happened_on, from_at, stops_at, participation, requirement, who, tie,
            offence_on) AS (
        SELECT l.kind, o.id, o.id, o.legal_action_id, o.made_on, o.from_at, CASE WHEN o.ended_at IS NOT NULL
                AND (o.until_at IS NULL OR o.ended_at < o.until_at) THEN o.ended_at ELSE o.until_at END, FALSE, FALSE, '',
            '', CAST(NULL AS TEXT)
        FROM legal_order o JOIN legal_action l ON l.id = o.legal_action_id
        WHERE o.case_file_id = :file AND l.kind = 'closure' AND o.form <> 'notice' AND o.end_kind <> 'quashed'
        UNION ALL
        SELECT l.kind, b.id, o.id, o.legal_action_id, b.outcome_on, o.from_at, NULL, coalesce(k.participation, FALSE),
            coalesce(k.kind = 'requirement', FALSE), '', '', NULL
        FROM legal_order o JOIN legal_action l ON l.id = o.legal_action_id
            JOIN order_breach b ON b.legal_order_id = o.id LEFT JOIN order_clause k ON k.id = b.order_clause_id
        WHERE o.case_file_id = :file AND l.kind IN ('injunction', 'criminal-behaviour-order')
            AND b.outcome IN ('committed', 'fined') AND b.outcome_on IS NOT NULL
        UNION ALL
        SELECT f.kind, f.id, NULL, NULL, f.found_on, NULL, NULL, f.participation, FALSE, f.who, f.locality, f.offence_on
        FROM court_finding f WHERE f.case_file_id = :file
    )
    SELECT t.kind, t.subject, t.order_id, t.action_id, t.happened_on, t.from_at, t.stops_at, t.participation,
        t.requirement, t.who, t.tie, t.offence_on, coalesce(a.id, ''), a.lodged_on, a.ended_on, coalesce(a.outcome, ''),
        coalesce(a.version, 0), ()sql" GOING_ON_POSSESSION R"sql(),
        (SELECT max(s.served_at) FROM legal_action p JOIN legal_service s ON s.legal_action_id = p.id
         WHERE p.case_file_id = :file AND p.kind = 'possession' AND s.what = 'notice')
    FROM thing t LEFT JOIN court_appeal a ON a.id = (SELECT x.id FROM court_appeal x WHERE x.subject_id = t.subject
        ORDER BY x.lodged_on DESC, x.id DESC LIMIT 1)
    ORDER BY t.happened_on, t.subject
)sql"};

std::string appeal_outcome_name(CourtAppeal const& appeal) {
    return appeal.outcome ? std::string(name_of(*appeal.outcome)) : std::string();
}

}  // namespace

void insert(sql::Write& tx, CourtFinding const& finding) {
    tx.run(insert_finding, {{"id", finding.id},
                            {"case_file", finding.case_file},
                            {"kind", finding.kind},
                            {"who", finding.who},
                            {"offence", finding.offence},
                            {"offence_on", finding.offence_on},
                            {"found_on", finding.found_on},
                            {"court", finding.court},
                            {"tie", finding.tie},
                            {"participation", finding.participation},
                            {"recorded_by", finding.recorded_by},
                            {"recorded_at", finding.recorded_at},
                            {"version", finding.version}});
}

void insert(sql::Write& tx, CourtAppeal const& appeal) {
    auto const outcome = appeal_outcome_name(appeal);
    tx.run(insert_appeal, {{"id", appeal.id},
                           {"case_file", appeal.case_file},
                           {"subject", appeal.subject},
                           {"lodged_on", appeal.lodged_on},
                           {"ended_on", appeal.ended_on},
                           {"outcome", outcome},
                           {"recorded_by", appeal.recorded_by},
                           {"recorded_at", appeal.recorded_at},
                           {"version", appeal.version}});
}

bool update(sql::Write& tx, CourtAppeal const& appeal) {
    auto const outcome = appeal_outcome_name(appeal);
    return tx.run(update_appeal, {{"id", appeal.id},
                                  {"ended_on", appeal.ended_on},
                                  {"outcome", outcome},
                                  {"version", appeal.version}}) == 1;
}

std::vector<PossessionEvent> events_of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_events, {{"file", file}}, [&](sql::Row& row) {
        PossessionEvent event;
        CourtFinding finding;
        CourtAppeal appeal;
        std::string who;
        std::string tie;
        std::string outcome;
        std::optional<Date> lodged_on;
        row.read(event.kind, event.subject, event.order, event.action, event.on, event.from_at,
                 event.stops_at, event.participation, event.requirement, who, tie, finding.offence_on,
                 appeal.id, lodged_on, appeal.ended_on, outcome, appeal.version, event.possession,
                 event.notice_served_at);
        if (auto const kind = enum_from_name<FindingKind>(event.kind)) {
            finding.id = event.subject;
            finding.case_file = file;
            finding.kind = *kind;
            finding.who = enum_from_name<FindingWho>(who).value_or(FindingWho::somebody_else);
            finding.tie = enum_from_name<FindingTie>(tie).value_or(FindingTie::none);
            finding.found_on = event.on;
            finding.participation = event.participation;
            event.finding = std::move(finding);
        }
        if (lodged_on) {
            appeal.case_file = file;
            appeal.subject = event.subject;
            appeal.lodged_on = *lodged_on;
            appeal.outcome = enum_from_name<AppealOutcome>(outcome);
            event.appeal = std::move(appeal);
        }
        return event;
    });
}

std::optional<LegalActionId> possession_of_case(sql::Read& tx, CaseFileId file) {
    return tx.value<LegalActionId>(select_possession, {{"file", file}});
}

}  // namespace doorstep::storage::court_findings

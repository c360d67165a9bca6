#include "storage/figure_sources.h"

#include <algorithm>

#include "base/assert.h"

namespace doorstep::storage::figures {

constexpr std::string_view sqlite_period_table = R"sql(
    WITH period AS MATERIALIZED (
        SELECT CAST(j.key AS INTEGER) AS n, json_extract(j.value, '$[0]') AS from_on, json_extract(j.value, '$[1]') AS until_on
        FROM json_each(:periods) j)
)sql";

constexpr std::string_view postgres_period_table = R"sql(
    WITH period AS MATERIALIZED (
        SELECT j.place - 1 AS n, j.value ->> 0 AS from_on, j.value ->> 1 AS until_on
        FROM jsonb_array_elements(CAST(CAST(:periods AS TEXT) AS jsonb)) WITH ORDINALITY AS j (value, place))
)sql";

std::unique_ptr<sql::Query> with_periods(std::string_view name, std::string const& body) {
    return std::make_unique<sql::Query>(name, std::string(sqlite_period_table) + body,
                                        std::string(postgres_period_table) + body);
}

std::string periods_json(std::vector<Period> const& periods) {
    std::string list = "[";
    for (auto const& period : periods) {
        if (list.size() > 1) list += ',';
        list += "[\"" + period.from.iso() + "\",\"" + period.until.iso() + "\"]";
    }
    return list + "]";
}

namespace {

/// High until somebody has assessed it, where it was taken as high.
#define RISK "coalesce(c.risk_band, CASE WHEN c.taken_as_high_on IS NOT NULL THEN 'high' END)"
#define OF_CASE "c.area_id", "c.category", "c.owner_id", "c.harm_group", RISK

/// Whether a promise with a day and the day it was met was kept. `stopped` is when the case closed without it
/// on or before that day.
#define VERDICT(by, on, stopped)                                                                   \
    "CASE WHEN " on " <= " by " THEN 'kept' WHEN " on " IS NOT NULL THEN 'not-kept' WHEN " stopped \
    " THEN 'stopped' WHEN " by " < :today THEN 'not-kept' ELSE 'waiting' END"

// clang-format off
std::vector<SourceSql> all_sources() {
    return {
    {Source::opened, "case_file c", "", "c.opened_on", "TRUE",
     "c.category", "c.harm_group", "c.channel", "CASE WHEN c.hate THEN 1 ELSE 0 END",
     OF_CASE},
    {Source::closed, "case_spell k", "JOIN case_file c ON c.id = k.case_file_id", "k.ended_on", "TRUE",
     "coalesce(k.outcome, '')", "''", "''", "coalesce(k.days_open, 0)",
     "c.area_id", "c.category", "k.owner_id", "c.harm_group", RISK},
    {Source::reopened, "case_spell k", "JOIN case_file c ON c.id = k.case_file_id", "k.started_on", "k.number > 1",
     "''", "''", "''", "0",
     OF_CASE},
    {Source::contacts, "contact t", "JOIN case_file c ON c.id = t.case_file_id", "t.made_on", "TRUE",
     "t.result", "''", "''", "0",
     "c.area_id", "c.category", "t.made_by", "c.harm_group", RISK},
    {Source::intervals, "contact_interval i", "JOIN case_file c ON c.id = i.case_file_id", "i.due_on", "TRUE",
     "i.kind", "CASE WHEN i.kept THEN 'kept' WHEN i.kept IS NOT NULL THEN 'not-kept' WHEN i.ended_on IS NOT NULL THEN 'stopped' "
               "WHEN i.due_on < :today THEN 'not-kept' ELSE 'waiting' END", "''", "0",
     OF_CASE},
    {Source::first_plans, "case_file c", "", "c.first_plan_by", "TRUE",
     "''", VERDICT("c.first_plan_by", "c.first_plan_on", "c.closed_on <= c.first_plan_by"), "''", "0",
     OF_CASE},
    {Source::first_risks, "case_file c", "", "c.first_risk_by", "TRUE",
     "''", VERDICT("c.first_risk_by", "c.first_risk_on", "c.closed_on <= c.first_risk_by"), "''", "0",
     OF_CASE},
    // The case is looked up only for a step that is still to do after its day.
    {Source::steps, "plan_step s", "JOIN case_file c ON c.id = s.case_file_id", "s.due_on", "TRUE",
     "''", "CASE WHEN s.state = 'dropped' THEN 'dropped' WHEN s.done_on <= s.due_on THEN 'kept' WHEN s.done_on IS NOT NULL THEN 'not-kept' "
           "WHEN s.due_on >= :today THEN 'waiting' "
           "WHEN (SELECT x.closed_on FROM case_file x WHERE x.id = s.case_file_id) <= s.due_on THEN 'stopped' ELSE 'not-kept' END", "''", "0",
     OF_CASE},
    {Source::interventions, "intervention v", "JOIN case_file c ON c.id = v.case_file_id", "v.used_on", "TRUE",
     "v.catalogue_code", "''", "''", "CASE WHEN v.legal THEN 1 ELSE 0 END",
     "c.area_id", "c.category", "v.used_by", "c.harm_group", RISK},
    {Source::triage, "triage_decision d", "JOIN report r ON r.id = d.report_id LEFT JOIN case_file c ON c.id = r.case_file_id", "d.decided_on", "TRUE",
     "d.path", "d.everyday_noise_step", "''", "0",
     "r.area_id", "r.category", "d.decided_by", "c.harm_group", RISK},
    {Source::rights, "case_file c", "", "c.opened_on", "TRUE",
     "CASE WHEN EXISTS (SELECT 1 FROM rights_notice w WHERE w.case_file_id = c.id) THEN 'told' ELSE 'not-told' END", "''", "''", "0",
     OF_CASE},
    {Source::surveys, "survey s", "JOIN case_file c ON c.id = s.case_file_id", "s.due_on", "TRUE",
     "s.state", "''", "''", "0",
     "s.area_id", "s.category", "s.owner_id", "c.harm_group", RISK},
    {Source::answers, "survey_answer w", "JOIN survey s ON s.id = w.survey_id JOIN case_file c ON c.id = s.case_file_id", "w.counts_on", "TRUE",
     "w.question", "w.answer", "''", "w.wording_version",
     "s.area_id", "s.category", "s.owner_id", "c.harm_group", RISK},
    {Source::comments, "survey_comment m", "JOIN survey s ON s.id = m.survey_id JOIN case_file c ON c.id = s.case_file_id", "m.said_on", "TRUE",
     "m.kind", "m.category", "''", "0",
     "s.area_id", "s.category", "s.owner_id", "c.harm_group", RISK},
    };
}
// clang-format on

std::string text(std::string_view part) { return std::string(part); }

std::string codes(SourceSql const& sql) {
    return text(sql.a) + " AS a, " + text(sql.b) + " AS b, " + text(sql.c) + " AS c, CAST(" +
           text(sql.number) + " AS BIGINT) AS number";
}

std::string groups_where(SourceSql const& sql, std::string const& narrowed) {
    return "SELECT '" + std::string(name_of(sql.source)) + "' AS source, p.n AS period, " + group_sql(sql) +
           " AS grp, " + codes(sql) + ", count(*) AS records FROM period p CROSS JOIN " + text(sql.from) +
           " " + text(sql.join_case) + " WHERE " + text(sql.day) + " >= p.from_on AND " + text(sql.day) +
           " < p.until_on AND " + text(sql.only) + narrowed + " GROUP BY 2, 3, 4, 5, 6, 7";
}

}  // namespace

// Made when first asked for: statements are constants of other files.
std::vector<SourceSql> const& source_sql() {
    static auto const all = all_sources();
    return all;
}

SourceSql const& source_sql(Source source) {
    auto const& all = source_sql();
    auto const found =
        std::find_if(all.begin(), all.end(), [&](auto const& sql) { return sql.source == source; });
    DOORSTEP_ASSERT(found != all.end(), "every source has its SQL");
    return *found;
}

std::string group_sql(SourceSql const& sql) {
    return "coalesce(CASE CAST(:by AS TEXT) WHEN 'area' THEN " + text(sql.area) + " WHEN 'type' THEN " +
           text(sql.type) + " WHEN 'officer' THEN " + text(sql.officer) + " WHEN 'harm-group' THEN " +
           text(sql.harm_group) + " WHEN 'risk' THEN " + text(sql.risk) + " END, '')";
}

std::string narrowed_sql(std::string_view area, std::string_view type) {
    return " AND (:any_area OR coalesce(" + text(area) + ", '') = :area) AND (:any_type OR coalesce(" +
           text(type) + ", '') = :type)";
}

// CROSS JOIN keeps SQLite to the order that is written: for each period, its own stretch of the index.
std::string totals_sql(SourceSql const& sql) {
    return "SELECT '" + std::string(name_of(sql.source)) + "' AS source, p.n AS period, " + codes(sql) +
           ", count(*) AS records FROM period p CROSS JOIN " + text(sql.from) + " WHERE " + text(sql.day) +
           " >= p.from_on AND " + text(sql.day) + " < p.until_on AND " + text(sql.only) +
           " GROUP BY 2, 3, 4, 5, 6";
}

std::string every_total_sql() {
    std::string all;
    for (auto const& sql : source_sql()) all += (all.empty() ? "" : " UNION ALL ") + totals_sql(sql);
    return all;
}

std::string groups_sql(SourceSql const& sql) { return groups_where(sql, narrowed_sql(sql.area, sql.type)); }

std::string every_group_sql() {
    std::string all;
    for (auto const& sql : source_sql()) all += (all.empty() ? "" : " UNION ALL ") + groups_where(sql, "");
    return all;
}

std::string records_sql(SourceSql const& sql) {
    return "SELECT c.id AS case_id, " + text(sql.day) + " AS day, " + codes(sql) + ", " + group_sql(sql) +
           " AS grp FROM " + text(sql.from) + " " + text(sql.join_case) + " WHERE " + text(sql.day) +
           " >= :from AND " + text(sql.day) + " < :until AND " + text(sql.only) +
           narrowed_sql(sql.area, sql.type);
}

}  // namespace doorstep::storage::figures

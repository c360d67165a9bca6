#include "storage/quality_checks.h"

#include <boost/json.hpp>

namespace doorstep::storage::quality_checks {
namespace {

sql::Query const select_drawable{"quality_checks.drawable", R"sql(
    SELECT c.id, c.owner_id, c.team_id, c.area_id,
        CASE c.risk_band WHEN 'high' THEN 4 WHEN 'medium' THEN 2 ELSE 0 END + CASE WHEN c.in_danger OR c.self_harm THEN 3 ELSE 0 END
            + CASE WHEN c.hate THEN 1 ELSE 0 END
            + (SELECT count(*) FROM (SELECT 1 FROM work_item w
                WHERE w.case_file_id = c.id AND w.done_at IS NULL AND w.due_on < :today LIMIT 3) overdue)
    FROM case_file c
    WHERE c.state <> 'closed' AND (c.owner_id IS NULL OR c.owner_id <> :checker)
        AND NOT EXISTS (SELECT 1 FROM case_handler h WHERE h.case_file_id = c.id AND h.account_id = :checker)
        AND NOT EXISTS (SELECT 1 FROM quality_check q WHERE q.case_file_id = c.id AND q.month = :month)
        AND )sql" + std::string(visible_case)};

sql::Query const insert_check{"quality_checks.insert", R"sql(
    INSERT INTO quality_check (id, case_file_id, month, why, officer_id, team_id, area_id, drawn_at, drawn_by, answers, met,
        asked, feedback, learning, version)
    VALUES (:id, :file, :month, :why, :officer, :team, :area, :now, :by, '{}', 0, 0, '', '', 1)
    ON CONFLICT (case_file_id, month) DO NOTHING
)sql"};

sql::Query const update_check{"quality_checks.update", R"sql(
    UPDATE quality_check SET answers = :answers, met = :met, asked = :asked, feedback = :feedback, learning = :learning,
        checked_by = :checked_by, checked_on = :checked_on, version = version + 1
    WHERE id = :id AND version = :version
)sql"};

constexpr std::string_view listed_columns = R"sql(
    SELECT q.id, q.case_file_id, q.month, q.why, q.officer_id, q.team_id, q.area_id, q.answers, q.met, q.asked, q.feedback,
        q.learning, q.checked_by, q.checked_on, q.version, c.reference, coalesce(o.name, ''), coalesce(k.name, '')
    FROM quality_check q JOIN case_file c ON c.id = q.case_file_id
    LEFT JOIN account o ON o.id = q.officer_id LEFT JOIN account k ON k.id = q.checked_by
)sql";

sql::Query const select_check{"quality_checks.find", std::string(listed_columns) + " WHERE q.id = :id AND " +
                                                         std::string(visible_case)};
sql::Query const select_month{
    "quality_checks.of_month",
    std::string(listed_columns) + " WHERE q.month = :month AND " + std::string(visible_case) +
        " ORDER BY CASE WHEN q.checked_on IS NULL THEN 0 ELSE 1 END, q.id LIMIT :limit"};

std::string scores_sql(std::string_view name, std::string_view join) {
    return "SELECT coalesce(" + std::string(name) +
           ", ''), count(*), CAST(sum(q.met) AS BIGINT), CAST(sum(q.asked) AS BIGINT) FROM quality_check q " +
           std::string(join) +
           " WHERE q.month >= :from AND q.month <= :until AND q.checked_on IS NOT NULL "
           "GROUP BY 1 ORDER BY 1";
}
sql::Query const by_officer{"quality_checks.by_officer",
                            scores_sql("x.name", "LEFT JOIN account x ON x.id = q.officer_id")};
sql::Query const by_team{"quality_checks.by_team",
                         scores_sql("x.name", "LEFT JOIN team x ON x.id = q.team_id")};
sql::Query const by_area{"quality_checks.by_area",
                         scores_sql("x.name", "LEFT JOIN area x ON x.id = q.area_id")};

std::string answers_json(Check const& check) {
    boost::json::object answers;
    for (auto const& [question, verdict] : check.answers) answers[question] = name_of(verdict);
    return boost::json::serialize(answers);
}

void read_answers(Check& check, std::string const& text) {
    boost::system::error_code error;
    auto const value = boost::json::parse(text, error);
    if (error || !value.is_object()) return;
    for (auto const& [question, verdict] : value.as_object())
        if (verdict.is_string())
            if (auto const known = enum_from_name<domain::quality::Verdict>(verdict.as_string()))
                check.answers[std::string(question)] = *known;
}

Listed read_listed(sql::Row& row) {
    Listed found;
    auto& c = found.check;
    std::string answers;
    row.read(c.id, c.case_file, c.month, c.why, c.officer, c.team, c.area, answers, c.met, c.asked,
             c.feedback, c.learning, c.checked_by, c.checked_on, c.version, found.reference,
             found.officer_name, found.checked_by_name);
    read_answers(c, answers);
    return found;
}

}  // namespace

std::vector<domain::quality::Drawable> drawable(sql::Read& tx, std::string_view month, CaseScope const& scope,
                                                AccountId checker, Date today) {
    std::vector<sql::Parameter> parameters{{"month", month}, {"checker", checker}, {"today", today}};
    add_scope(parameters, scope);
    return tx.all(select_drawable, parameters, [](sql::Row& row) {
        domain::quality::Drawable one;
        row.read(one.id, one.owner, one.team, one.area, one.weight);
        return one;
    });
}

void insert(sql::Write& tx, Check const& check, std::optional<AccountId> by, Instant now) {
    tx.run(insert_check, {{"id", check.id},
                          {"file", check.case_file},
                          {"month", check.month},
                          {"why", check.why},
                          {"officer", check.officer},
                          {"team", check.team},
                          {"area", check.area},
                          {"now", now},
                          {"by", by}});
}

bool update(sql::Write& tx, Check& check) {
    bool const changed = tx.run(update_check, {{"id", check.id},
                                               {"version", check.version},
                                               {"answers", answers_json(check)},
                                               {"met", check.met},
                                               {"asked", check.asked},
                                               {"feedback", check.feedback},
                                               {"learning", check.learning},
                                               {"checked_by", check.checked_by},
                                               {"checked_on", check.checked_on}}) == 1;
    if (changed) ++check.version;
    return changed;
}

std::optional<Listed> find(sql::Read& tx, QualityCheckId id, CaseScope const& scope) {
    std::vector<sql::Parameter> parameters{{"id", id}};
    add_scope(parameters, scope);
    return tx.one(select_check, parameters, read_listed);
}

std::vector<Listed> of_month(sql::Read& tx, std::string_view month, CaseScope const& scope, int limit) {
    std::vector<sql::Parameter> parameters{{"month", month}, {"limit", limit}};
    add_scope(parameters, scope);
    return tx.all(select_month, parameters, read_listed);
}

std::vector<Score> scores(sql::Read& tx, By by, std::string_view from_month, std::string_view until_month) {
    auto const& query = by == By::officer ? by_officer : by == By::team ? by_team : by_area;
    return tx.all(query, {{"from", from_month}, {"until", until_month}}, [](sql::Row& row) {
        Score score;
        row.read(score.name, score.checks, score.met, score.asked);
        return score;
    });
}

}  // namespace doorstep::storage::quality_checks

#include "storage/team.h"

#include <algorithm>
#include <memory>

#include "storage/work_subjects.h"

namespace doorstep::storage::team {
namespace {

constexpr std::string_view figure_condition(Figure figure) {
    switch (figure) {
        case Figure::open:
            return "1 = 1";
        case Figure::overdue:  // as "Anything overdue" in the list of cases
            return "(c.next_contact_by < :today OR c.risk_review_by < :today "
                   "OR (c.plan_agreed_on IS NULL AND c.plan_by < :today))";
        case Figure::high_risk:
            return "(c.risk_band = 'high' OR (c.risk_band IS NULL AND c.taken_as_high_on IS NOT NULL))";
        case Figure::no_plan:
            return "c.plan_agreed_on IS NULL";
        case Figure::no_contact:
            return "EXISTS (SELECT 1 FROM case_person p WHERE p.case_file_id = c.id AND p.part = "
                   "'complainant' "
                   "AND p.left_on IS NULL AND coalesce(p.last_contact_on, p.raised_on) < :quiet_since)";
        case Figure::unread:
            return "EXISTS (SELECT 1 FROM file f WHERE f.case_file_id = c.id AND f.first_opened_at IS NULL)";
    }
    return "";
}

constexpr std::string_view not_closed = "c.state IN ('open', 'paused', 'closing') AND ";

std::string figures_sql() {
    std::string sql = "SELECT c.owner_id, coalesce(o.name, '')";
    for (auto const& figure : all_of<Figure>())
        sql += ", count(*) FILTER (WHERE " + std::string(figure_condition(figure.value)) + ")";
    sql += " FROM case_file c LEFT JOIN account o ON o.id = c.owner_id WHERE ";
    sql += not_closed;
    sql += visible_case;
    return sql + " GROUP BY c.owner_id, o.name ORDER BY c.owner_id IS NULL, o.name, c.owner_id";
}
sql::Query const select_figures{"team.figures", figures_sql()};

std::string behind_sql(Figure figure, std::string_view columns) {
    std::string sql = "SELECT " + std::string(columns) + " FROM case_file c WHERE ";
    sql += not_closed;
    sql +=
        "(CAST(:officer AS TEXT) IS NULL OR c.owner_id = :officer) AND (NOT :nobodys OR c.owner_id IS NULL) "
        "AND ";
    sql += figure_condition(figure);
    sql += " AND ";
    return sql + std::string(visible_case);
}

/// One statement for each figure and its number, made as the program starts.
struct BehindQueries {
    std::vector<std::unique_ptr<sql::Query>> lists;
    std::vector<std::unique_ptr<sql::Query>> counts;

    BehindQueries() {
        for (auto const& figure : all_of<Figure>()) {
            lists.push_back(std::make_unique<sql::Query>(
                "team.cases_behind." + std::string(figure.name),
                behind_sql(figure.value, "c.id") +
                    " ORDER BY c.next_contact_by ASC NULLS LAST, c.id LIMIT :limit OFFSET :offset"));
            counts.push_back(std::make_unique<sql::Query>("team.count_behind." + std::string(figure.name),
                                                          behind_sql(figure.value, "count(*)")));
        }
    }
};
BehindQueries const behind_queries;

sql::Query const select_conflicts{
    "team.conflicts", "SELECT case_file_id, account_id FROM case_conflict WHERE case_file_id {in:files}"};

sql::Query const move_steps{"team.move_steps", R"sql(
    UPDATE plan_step SET owner_account_id = :to, version = version + 1
    WHERE action_plan_id IN (SELECT p.id FROM action_plan p WHERE p.case_file_id = :case_file)
        AND owner_account_id = :from AND state = 'to-do'
)sql"};
sql::Query const move_tasks{"team.move_tasks", R"sql(
    UPDATE case_task SET owner_id = :to, version = version + 1
    WHERE case_file_id = :case_file AND owner_id = :from AND done_on IS NULL
)sql"};

sql::Query const select_due{
    "team.due_before",
    "SELECT w.id, w.account_id, w.kind, w.case_file_id, w.report_id, w.subject_id, w.due_on, w.high_risk, "
    "c.reference, c.title, " WORK_SUBJECT_WORDS ", " PRESSING_OF("c.", "r.")
    " FROM work_item w LEFT JOIN report r ON r.id = w.report_id JOIN case_file c ON c.id = w.case_file_id" WORK_SUBJECT_JOINS
    " WHERE w.account_id = :account AND w.done_at IS NULL AND w.due_on < :until AND " +
        std::string(visible_case) + " ORDER BY w.due_on, w.high_risk DESC, w.id LIMIT :limit"};

std::vector<sql::Parameter> scoped(CaseScope const& scope, Days const& days) {
    std::vector<sql::Parameter> parameters{{"today", days.today}, {"quiet_since", days.quiet_since}};
    add_scope(parameters, scope);
    return parameters;
}

/// Each figure asks for its own days only.
std::vector<sql::Parameter> behind(sql::Query const& query, CaseScope const& scope, Days const& days,
                                   Behind const& which) {
    auto parameters = scoped(scope, days);
    auto const& names = query.parameters();
    std::erase_if(parameters, [&](auto const& parameter) {
        return std::find(names.begin(), names.end(), parameter.name) == names.end();
    });
    parameters.emplace_back("officer", which.officer);
    parameters.emplace_back("nobodys", which.nobodys);
    return parameters;
}

}  // namespace

std::vector<OfficerFigures> figures(sql::Read& tx, CaseScope const& scope, Days const& days) {
    return tx.all(select_figures, scoped(scope, days), [](sql::Row& row) {
        OfficerFigures f;
        auto& n = f.counts;
        row.read(f.officer, f.name, n[0], n[1], n[2], n[3], n[4], n[5]);
        return f;
    });
}

int count_behind(sql::Read& tx, CaseScope const& scope, Days const& days, Behind const& which) {
    auto const& query = *behind_queries.counts[static_cast<std::size_t>(which.figure)];
    return tx.value<int>(query, behind(query, scope, days, which)).value_or(0);
}

std::vector<CaseFileId> cases_behind(sql::Read& tx, CaseScope const& scope, Days const& days,
                                     Behind const& which, int limit, int offset) {
    auto const& query = *behind_queries.lists[static_cast<std::size_t>(which.figure)];
    auto parameters = behind(query, scope, days, which);
    parameters.emplace_back("limit", limit);
    parameters.emplace_back("offset", offset);
    return tx.values<CaseFileId>(query, parameters);
}

std::vector<Conflict> conflicts(sql::Read& tx, std::vector<CaseFileId> const& files) {
    if (files.empty()) return {};
    auto const list = sql::json_id_list(files);
    return tx.all(select_conflicts, {{"files", list}}, [](sql::Row& row) {
        Conflict conflict;
        row.read(conflict.case_file, conflict.account);
        return conflict;
    });
}

void move_steps_and_tasks(sql::Write& tx, CaseFileId file, AccountId from, AccountId to) {
    tx.run(move_steps, {{"case_file", file}, {"from", from}, {"to", to}});
    tx.run(move_tasks, {{"case_file", file}, {"from", from}, {"to", to}});
}

std::vector<DueItem> due_before(sql::Read& tx, CaseScope const& scope, AccountId account, Date until,
                                int limit) {
    std::vector<sql::Parameter> parameters{{"account", account}, {"until", until}, {"limit", limit}};
    add_scope(parameters, scope);
    return tx.all(select_due, parameters, [](sql::Row& row) {
        DueItem due;
        auto& item = due.item;
        row.read(item.id, item.account, item.kind, item.case_file, item.report, item.subject, item.due_on,
                 item.high_risk, due.case_reference, due.case_title, due.about, due.pressing.high_risk,
                 due.pressing.assessed, due.pressing.in_danger, due.pressing.self_harm);
        return due;
    });
}

}  // namespace doorstep::storage::team

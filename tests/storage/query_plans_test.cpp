#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "storage/storage_test.h"

/// A query of a page may not read a whole table that grows with the site, however small the test's own data
/// is: SQLite says how it would find the rows.
namespace doorstep {
namespace {

using storage::sql::Engine;
using storage::sql::Query;

/// Those that hold a row for every case, report, person or event, or more.
std::set<std::string> const growing_tables = {
    "action_plan",    "api_token",        "approval",        "audit_view",
    "case_band",      "case_file",        "case_handler",    "case_link",
    "case_person",    "case_spell",       "case_task",       "checkpoint_chain",
    "contact",        "contact_interval", "event",           "event_chain",
    "file",           "idempotency",      "incident",        "intervention",
    "message",        "person",           "person_key",      "plan_step",
    "report",         "report_draft",     "report_earlier",  "report_kind",
    "rights_notice",  "risk_answer",      "risk_assessment", "safe_contact",
    "search_entry",   "survey",           "survey_answer",   "survey_attempt",
    "survey_comment", "triage_decision",  "view_log",        "webhook_message",
    "work_item"};

/// They read everything on purpose: once a night, for a check, or for a whole period's figures.
std::set<std::string> const read_everything = {
    "events.changed_chains",     // nightly: chains changed since the last checkpoint
    "figures.spell_problems",    // a check of everything, on demand
    "filling.cases_to_act_on",   // once, while the demo is made
    "plans.refresh_late_steps",  // nightly: every open case
    "quality_checks.drawable",   // once a month: every open case can be drawn
};
/// Indexes that hold only the few rows that wait for somebody.
std::set<std::string> const small_indexes = {"approval_waiting", "message_unsent", "case_file_restricted",
                                             "case_file_open_restricted"};

/// `FROM plan_step s JOIN action_plan p`: the table of each alias, and of each table itself.
std::map<std::string, std::string> tables_named_in(std::string const& sql) {
    static std::regex const mention(R"((?:FROM|JOIN|UPDATE|INTO)\s+([a-z_]+)(?:\s+(?:AS\s+)?([a-z_]+))?)");
    std::map<std::string, std::string> tables;
    for (std::sregex_iterator found(sql.begin(), sql.end(), mention), end; found != end; ++found) {
        tables.emplace((*found)[1], (*found)[1]);
        if ((*found)[2].matched) tables.emplace((*found)[2], (*found)[1]);
    }
    return tables;
}

std::vector<std::string> steps_of(sqlite3* connection, std::string const& sql) {
    sqlite3_stmt* statement = nullptr;
    std::vector<std::string> steps;
    if (sqlite3_prepare_v2(connection, ("EXPLAIN QUERY PLAN " + sql).c_str(), -1, &statement, nullptr) ==
        SQLITE_OK)
        while (sqlite3_step(statement) == SQLITE_ROW)
            steps.emplace_back(reinterpret_cast<char const*>(sqlite3_column_text(statement, 3)));
    sqlite3_finalize(statement);
    return steps;
}

/// "SCAN s" reads every row of s, by an index too, unless the query may stop at its limit.
std::vector<std::string> tables_read_whole(sqlite3* connection, std::string const& sql) {
    auto const tables = tables_named_in(sql);
    auto const steps = steps_of(connection, sql);
    bool const sorts = std::any_of(steps.begin(), steps.end(), [](std::string const& step) {
        return step.find("TEMP B-TREE") != std::string::npos;
    });
    bool const stops_early = !sorts && sql.find(" LIMIT ") != std::string::npos;
    std::vector<std::string> whole;
    std::multiset<std::string> results;  // of inner queries, which are read whole of course
    for (auto const& step : steps) {
        if (step.starts_with("CO-ROUTINE ")) results.insert("SCAN " + step.substr(11));
        if (!step.starts_with("SCAN ")) continue;
        if (auto const result = results.find(step); result != results.end()) {
            results.erase(result);
            continue;
        }
        auto const index = step.substr(step.rfind(' ') + 1);
        if (stops_early || small_indexes.contains(index)) continue;
        auto const name = step.substr(5, step.find(' ', 5) - 5);
        auto const table = tables.find(name);
        if (growing_tables.contains(table == tables.end() ? name : table->second)) whole.push_back(step);
    }
    return whole;
}

TEST(QueryPlans, read_no_growing_table_whole_but_where_everything_is_meant) {
    auto const fresh = test::fresh_sqlite();
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(fresh->database().location().c_str(), &raw), SQLITE_OK);
    std::unique_ptr<sqlite3, decltype(&sqlite3_close)> const closing(raw, sqlite3_close);
    for (auto const* query : Query::all()) {
        if (query->name().starts_with("test.") || read_everything.contains(query->name())) continue;
        EXPECT_THAT(tables_read_whole(raw, query->text(Engine::sqlite)), testing::IsEmpty())
            << query->name() << ":\n"
            << query->text(Engine::sqlite);
    }
}

}  // namespace
}  // namespace doorstep

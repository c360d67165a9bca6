#include "security/hidden_cases.h"

#include <array>
#include <stdexcept>

#include "storage/sql/query.h"
#include "usecases/demo/make_demo.h"

namespace doorstep::test {
namespace {

/// Each statement of these tests is run once; queries register themselves for good.
storage::sql::Query const& made_query(std::string const& sql) {
    static std::vector<std::unique_ptr<storage::sql::Query>> made;
    made.push_back(
        std::make_unique<storage::sql::Query>("test.hidden_cases." + std::to_string(made.size()), sql));
    return *made.back();
}

/// Tables whose rows belong to a case, by the column that says which.
constexpr std::array of_a_case{
    "case_person",      "incident", "contact",    "plan_step",       "intervention",   "case_task",
    "approval",         "message",  "survey",     "risk_assessment", "access_request", "warning_marker",
    "report",           "file",     "case_study", "quality_check",   "legal_action",   "legal_order",
    "service_exclusion"};

constexpr std::string_view hidden = "(SELECT id FROM case_file WHERE restricted)";

}  // namespace

HiddenCases::HiddenCases() : clock_(london_instant(*Date::of(2026, 11, 18), {10, 0})) {
    usecases::SiteConfig config;
    config.data = folder_.path() / "site";
    auto const made = usecases::demo::make_demo(
        config, clock_, {.homes = 400, .cases = 240, .seed = 3, .as_of = Date::of(2026, 11, 18)},
        [](auto, auto) {});
    if (!made) throw std::runtime_error(made.error().message());
    site_ = std::make_unique<usecases::OpenedSite>(config, clock_);
    usecases::Context context(site_->services(), domain::access::Viewer{});
    people_ = usecases::accounts::demo_sign_ins(context);
    hide_every_other_case();
    write_the_word_into_them();
    collect_ids();
}

void HiddenCases::run(std::string const& sql) {
    site_->database().write([&](storage::sql::Write& tx) { tx.run(made_query(sql), {}); });
}

std::int64_t HiddenCases::number(std::string const& sql) {
    return site_->database().read(
        [&](storage::sql::Read& tx) { return tx.value<std::int64_t>(made_query(sql), {}).value_or(0); });
}

std::vector<std::string> HiddenCases::texts(std::string const& sql) {
    std::vector<std::string> found;
    site_->database().read([&](storage::sql::Read& tx) {
        tx.each(made_query(sql), {}, [&](storage::sql::Row& row) { found.emplace_back(row.text(0)); });
        return 0;
    });
    return found;
}

void HiddenCases::hide_every_other_case() {
    run("DELETE FROM case_access");
    run("DELETE FROM case_link");
    run("UPDATE case_file SET restricted = FALSE");
    run("UPDATE case_file SET restricted = TRUE, restricted_reason = 'zqxsecret' "
        "WHERE (SELECT count(*) FROM case_file b WHERE b.id < case_file.id) % 2 = 0");
    // What the demo may not have made of its own accord.
    run("INSERT INTO access_request (id, case_file_id, account_id, kind, reason, asked_at, state, answer) "
        "SELECT '01890000-0000-7000-8000-0000000000aa', (SELECT min(id) FROM case_file WHERE restricted), "
        "(SELECT max(id) FROM account WHERE id NOT IN (SELECT account_id FROM account_role WHERE role <> "
        "'asb-officer')), 'asked', 'zqxsecret', 0, 'waiting', ''");
    run("INSERT INTO legal_action (id, case_file_id, kind, applicant_body, applicant_name, place, why, "
        "impact, "
        "started_on, outcome, end_note, version) SELECT '01890000-0000-7000-8000-0000000000ad', (SELECT "
        "min(id) "
        "FROM case_file WHERE restricted), 'closure', 'police', 'zqxsecret', 'zqxsecret', 'zqxsecret', "
        "'zqxsecret', "
        "'2026-06-01', '', '', 1");
    run("INSERT INTO legal_order (id, legal_action_id, case_file_id, form, scope, court, senior, made_on, "
        "from_at, "
        "without_notice, note, end_kind, end_note, recorded_at, version) SELECT "
        "'01890000-0000-7000-8000-0000000000ae', '01890000-0000-7000-8000-0000000000ad', (SELECT min(id) "
        "FROM "
        "case_file WHERE restricted), 'final', 'full', 'zqxsecret', FALSE, '2026-06-01', 0, FALSE, "
        "'zqxsecret', '', "
        "'', 0, 1");
    run("INSERT INTO service_exclusion (id, case_file_id, case_person_id, service, service_name, from_on, "
        "review_on, reason, warnings, made_at, end_reason) SELECT '01890000-0000-7000-8000-0000000000af', "
        "p.case_file_id, p.id, 'hostel', 'zqxsecret', '2026-06-01', '2026-12-01', 'zqxsecret', 'zqxsecret', "
        "0, '' FROM case_person p WHERE p.case_file_id = (SELECT min(id) FROM case_file WHERE restricted) "
        "ORDER BY p.id LIMIT 1");
    run("INSERT INTO case_study (id, period, case_file_id, title, words, state, written_at, version) "
        "SELECT '01890000-0000-7000-8000-0000000000ab', '2026-27-Q2', (SELECT min(id) FROM case_file WHERE "
        "restricted), 'zqxsecret', 'zqxsecret', 'draft', 0, 1");
    run("INSERT INTO quality_check (id, case_file_id, month, why, drawn_at, answers, met, asked, feedback, "
        "learning, "
        "version) SELECT '01890000-0000-7000-8000-0000000000ac', (SELECT min(id) FROM case_file WHERE "
        "restricted), "
        "'2026-11', 'random', 0, '{}', 0, 0, 'zqxsecret', 'zqxsecret', 1");
    references_ = texts(
        "SELECT reference FROM case_file WHERE restricted ORDER BY "
        "(SELECT count(*) FROM incident i WHERE i.case_file_id = case_file.id) DESC, id");
    open_reference_ = texts(
                          "SELECT reference FROM case_file WHERE NOT restricted AND state = 'open' "
                          "ORDER BY id LIMIT 1")
                          .at(0);
}

void HiddenCases::write_the_word_into_them() {
    auto const fill = [&](std::string const& table, std::initializer_list<char const*> columns,
                          std::string const& where) {
        std::string set;
        for (auto const* column : columns)
            set += (set.empty() ? "" : ", ") + std::string(column) + " = 'zqxsecret'";
        run("UPDATE " + table + " SET " + set + " WHERE " + where);
    };
    auto const its_case = "case_file_id IN " + std::string(hidden);
    fill("case_file", {"title", "place_text", "pause_reason", "closing_summary"}, "restricted");
    fill("case_person", {"description", "vulnerabilities"}, its_case);
    fill("incident", {"place_text", "description"}, its_case);
    fill("contact", {"summary"}, its_case);
    fill("plan_step", {"what", "result", "owner_name"}, its_case);
    fill("intervention", {"content", "consequence", "aim", "tried", "referred_to", "outcome_note"}, its_case);
    fill("case_task", {"what", "result"}, its_case);
    fill("approval", {"reason"}, its_case);
    fill("message", {"heading", "subject", "body", "addressee"}, its_case);
    fill("file", {"original_name", "description"},
         its_case + " OR report_id IN (SELECT id FROM report WHERE " + its_case + ")");
    fill("warning_marker", {"warning", "precaution"}, its_case);
    fill("risk_assessment", {"override_reason", "automatic_reason"}, its_case);
    fill("risk_answer", {"note"},
         "risk_assessment_id IN (SELECT id FROM risk_assessment WHERE " + its_case + ")");
    fill("survey_comment", {"words"}, "survey_id IN (SELECT id FROM survey WHERE " + its_case + ")");
    fill("survey_attempt", {"note"}, "survey_id IN (SELECT id FROM survey WHERE " + its_case + ")");
    fill("report",
         {"reporter_name", "reporter_address", "place_text", "what_happened", "people_text", "effect_text",
          "wish"},
         its_case);
    // Somebody who is also in a case or a report that may be seen is known by it.
    fill("person", {"name", "sort_name", "telephone", "email"},
         "id IN (SELECT person_id FROM case_person WHERE " + its_case +
             ") AND id NOT IN (SELECT person_id FROM case_person WHERE person_id IS NOT NULL AND NOT (" +
             its_case +
             ")) AND id NOT IN (SELECT reporter_id FROM report WHERE reporter_id IS NOT NULL "
             "AND (case_file_id IS NULL OR NOT (" +
             its_case + ")))");
}

void HiddenCases::collect_ids() {
    for (std::string const table : of_a_case) {
        auto const found = texts("SELECT id FROM " + table + " WHERE case_file_id IN " + std::string(hidden) +
                                 " ORDER BY case_file_id = (SELECT id FROM case_file WHERE reference = '" +
                                 references_.front() + "') DESC, id LIMIT 1");
        if (!found.empty()) ids_[table] = found.front();
    }
    auto const one = [&](std::string const& name, std::string const& sql) {
        auto const found = texts(sql);
        if (!found.empty()) ids_[name] = found.front();
    };
    one("person", "SELECT id FROM person WHERE name = 'zqxsecret' LIMIT 1");
    one("survey_comment", "SELECT id FROM survey_comment WHERE words = 'zqxsecret' LIMIT 1");
    one("waiting_letter",
        "SELECT id FROM message WHERE body = 'zqxsecret' AND channel = 'letter' ORDER BY state LIMIT 1");
    one("waiting_approval", "SELECT id FROM approval WHERE reason = 'zqxsecret' ORDER BY decision LIMIT 1");
    one("due_survey",
        "SELECT s.id FROM survey s JOIN case_file c ON c.id = s.case_file_id "
        "WHERE c.restricted ORDER BY s.state = 'due' DESC, s.id LIMIT 1");
}

std::string const& HiddenCases::id_in(std::string const& table) const {
    static std::string const none;
    auto const found = ids_.find(table);
    return found == ids_.end() ? none : found->second;
}

std::string HiddenCases::told_by(http::Response const& response, std::string_view asked) const {
    std::string all = response.body;
    for (auto const& [name, value] : response.headers) all += "\n" + name + ": " + value;
    if (auto const at = all.find(word); at != std::string::npos)
        return "the words of a hidden case: ..." + all.substr(at > 200 ? at - 200 : 0, 300);
    for (auto const& reference : references_)
        if (asked.find(reference) == std::string_view::npos && all.find(reference) != std::string::npos) {
            auto const at = all.find(reference);
            return "the hidden case " + reference + ": ..." + all.substr(at > 200 ? at - 200 : 0, 300);
        }
    return "";
}

std::int64_t HiddenCases::events_of_hidden_cases() {
    static auto const& count = made_query(
        "SELECT count(*) FROM event WHERE chain_id IN (SELECT id FROM case_file WHERE restricted)");
    return site_->database().read(
        [&](storage::sql::Read& tx) { return tx.value<std::int64_t>(count, {}).value_or(0); });
}

}  // namespace doorstep::test

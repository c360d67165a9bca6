#include "figures/history.h"

#include "storage/cases.h"
#include "storage/people.h"
#include "storage/reports.h"

namespace doorstep::test {

using domain::access::Role;
using storage::sql::Parameter;
using storage::sql::Query;

namespace {

Query const insert_area{"test.history_area",
                        "INSERT INTO area (id, code, name, homes) VALUES (:id, :code, :name, 1000)"};
Query const insert_contact{"test.history_contact", R"sql(
    INSERT INTO contact (id, case_file_id, made_on, made_time, method, result, summary, made_by, recorded_at)
    VALUES (:id, :case_file, :day, '', 'telephone', :result, '', :by, 0)
)sql"};
Query const insert_interval{"test.history_interval", R"sql(
    INSERT INTO contact_interval (id, case_file_id, case_person_id, kind, started_on, due_on, ended_on, kept, standard)
    VALUES (:id, :case_file, :person, :kind, :due_on, :due_on, :ended_on, :kept, '')
)sql"};
Query const insert_plan{"test.history_plan", R"sql(
    INSERT INTO action_plan (id, case_file_id, number, state, made_on, agreed_how, copy_given_how, version)
    VALUES (:id, :case_file, 1, 'agreed', '2026-01-01', '', '', 1)
)sql"};
Query const insert_step{"test.history_step", R"sql(
    INSERT INTO plan_step (id, action_plan_id, case_file_id, position, track, what, owner_kind, owner_name, due_on, state,
        done_on, result, version)
    VALUES (:id, :plan, :case_file, 1, 'other', '', 'officer', '', :due_on, :state, :done_on, '', 1)
)sql"};
Query const insert_intervention{"test.history_intervention", R"sql(
    INSERT INTO intervention (id, case_file_id, catalogue_code, legal, track, used_on, used_by, content, consequence,
        given_how, referred_to, consent, basis, aim, tried, vulnerabilities, outcome, outcome_note, recorded_at, version)
    VALUES (:id, :case_file, :code, :legal, '', :day, :by, '', '', '', '', '', '', '', '', '', '', '', 0, 1)
)sql"};
Query const insert_told{"test.history_told", R"sql(
    INSERT INTO rights_notice (id, case_file_id, case_person_id, wording, wording_version, numbers_given, crime_reference,
        told_how, told_on)
    VALUES (:id, :case_file, :person, 'victims-code', 1, '[]', '', 'telephone', :day)
)sql"};
Query const insert_survey{"test.history_survey", R"sql(
    INSERT INTO survey (id, case_file_id, case_person_id, closed_on, due_on, state, next_try_on, attempts, area_id, category,
        owner_id, stop_asking, version)
    VALUES (:id, :case_file, :person, :due_on, :due_on, :state, :due_on, 0, :area, :category, :owner, FALSE, 1)
)sql"};
Query const insert_answer{"test.history_answer", R"sql(
    INSERT INTO survey_answer (survey_id, question, wording_version, answer, words, counts_on)
    VALUES (:survey, :question, :wording, :answer, '', :day)
)sql"};
Query const insert_comment{"test.history_comment", R"sql(
    INSERT INTO survey_comment (id, survey_id, said_on, words, kind, category)
    VALUES (:id, :survey, :day, :words, :kind, :category)
)sql"};
Query const insert_decision{"test.history_decision", R"sql(
    INSERT INTO triage_decision (report_id, path, is_asb, reason, explanation, everyday_noise_step, signpost, decided_by,
        decided_at, decided_on)
    VALUES (:id, :path, FALSE, '', '', :step, '', :by, 0, :day)
)sql"};

class Storer {
  public:
    Storer(storage::sql::Write& tx, TestSite& site, Places const& places)
        : tx_(tx), site_(site), places_(places) {}

    std::string put(CaseMade const& made) {
        domain::cases::CaseFile file;
        file.id = CaseFileId(site_.ids.next());
        file.reference = "ASB-26-" + std::to_string(10'000 + ++number_);
        file.title = "Case " + std::to_string(number_);
        file.category = made.category;
        file.harm_group = made.harm_group;
        file.channel = made.channel;
        file.hate = made.hate;
        file.restricted = made.restricted;
        file.opened_on = file.raised_on = made.opened_on;
        if (made.area > 0) file.area = places_.areas.at(static_cast<std::size_t>(made.area) - 1);
        if (made.officer > 0) file.owner = places_.officers.at(static_cast<std::size_t>(made.officer) - 1).id;
        if (made.plan) {
            file.first_plan_by = made.plan->due_on;
            file.first_plan_on = made.plan->met_on;
        }
        if (made.risk) {
            file.first_risk_by = made.risk->due_on;
            file.first_risk_on = made.risk->met_on;
        }
        storage::cases::insert(tx_, file);
        for (auto const& closing : made.closings) close_and_reopen(file, closing);

        domain::people::CasePerson person;
        person.id = CasePersonId(site_.ids.next());
        person.case_file = file.id;
        person.joined_on = made.opened_on;
        storage::people::insert(tx_, person);
        put_records(made, file, person.id);
        return file.reference;
    }

    void put(ReportMade const& report) {
        domain::reports::Report made;
        made.id = ReportId(site_.ids.next());
        made.reference = "R-26-" + std::to_string(10'000 + ++number_);
        made.state = domain::reports::State::signposted;
        made.received_on = made.first_contact_by = report.decided_on;
        storage::reports::insert(tx_, made);
        tx_.run(insert_decision, {{"id", made.id},
                                  {"path", report.path},
                                  {"step", report.noise_step},
                                  {"by", places_.officers.front().id},
                                  {"day", report.decided_on}});
    }

  private:
    std::string new_id() { return std::string(site_.ids.next().text()); }

    void close_and_reopen(domain::cases::CaseFile& file, Closing const& closing) {
        file.state = domain::cases::State::closed;
        file.closed_on = closing.closed_on;
        file.outcome = enum_from_name<domain::cases::Outcome>(closing.outcome);
        storage::cases::update(tx_, file);
        if (!closing.reopened_on) return;
        file.state = domain::cases::State::open;
        file.closed_on.reset();
        file.outcome.reset();
        file.reopened_on = closing.reopened_on;
        ++file.reopened_count;
        storage::cases::update(tx_, file);
    }

    void put_records(CaseMade const& made, domain::cases::CaseFile const& file, CasePersonId person) {
        for (auto const& [day, result] : made.contacts)
            tx_.run(insert_contact, {{"id", new_id()},
                                     {"case_file", file.id},
                                     {"day", day},
                                     {"result", result},
                                     {"by", file.owner}});
        for (auto const& interval : made.intervals)
            tx_.run(insert_interval, {{"id", new_id()},
                                      {"case_file", file.id},
                                      {"person", person},
                                      {"kind", interval.kind},
                                      {"due_on", interval.due_on},
                                      {"ended_on", interval.ended_on},
                                      {"kept", interval.kept}});
        if (!made.steps.empty()) {
            auto const plan = new_id();
            tx_.run(insert_plan, {{"id", plan}, {"case_file", file.id}});
            for (auto const& step : made.steps)
                tx_.run(insert_step, {{"id", new_id()},
                                      {"plan", plan},
                                      {"case_file", file.id},
                                      {"due_on", step.due_on},
                                      {"state", step.state},
                                      {"done_on", step.done_on}});
        }
        for (auto const& used : made.interventions)
            tx_.run(insert_intervention, {{"id", new_id()},
                                          {"case_file", file.id},
                                          {"code", used.code},
                                          {"legal", used.legal},
                                          {"day", used.used_on},
                                          {"by", file.owner}});
        if (made.told)
            tx_.run(insert_told,
                    {{"id", new_id()}, {"case_file", file.id}, {"person", person}, {"day", made.opened_on}});
        put_surveys(made, file);
    }

    void put_surveys(CaseMade const& made, domain::cases::CaseFile const& file) {
        for (auto const& survey : made.surveys) {
            // Each survey is of a complainant of its own, so that several may be of one day.
            domain::people::CasePerson person;
            person.id = CasePersonId(site_.ids.next());
            person.case_file = file.id;
            person.joined_on = made.opened_on;
            storage::people::insert(tx_, person);
            auto const id = new_id();
            tx_.run(insert_survey, {{"id", id},
                                    {"case_file", file.id},
                                    {"person", person.id},
                                    {"due_on", survey.due_on},
                                    {"state", survey.state},
                                    {"area", file.area},
                                    {"category", file.category},
                                    {"owner", file.owner}});
            auto const counts_on = survey.state == "completed" ? std::optional(survey.due_on) : std::nullopt;
            for (auto const& answer : survey.answers)
                tx_.run(insert_answer, {{"survey", id},
                                        {"question", answer.question},
                                        {"wording", answer.wording},
                                        {"answer", answer.option},
                                        {"day", counts_on}});
            for (auto const& comment : survey.comments)
                tx_.run(insert_comment, {{"id", new_id()},
                                         {"survey", id},
                                         {"day", comment.said_on},
                                         {"words", comment.words},
                                         {"kind", comment.kind},
                                         {"category", comment.category}});
        }
    }

    storage::sql::Write& tx_;
    TestSite& site_;
    Places const& places_;
    int number_ = 0;
};

}  // namespace

Places make_places(TestSite& site) {
    Places places;
    for (auto const* name : {"Bramley", "Elm Park", "Westbrook"}) {
        places.areas.push_back(AreaId(site.ids.next()));
        auto const id = places.areas.back();
        site.database().write([&](storage::sql::Write& tx) {
            tx.run(insert_area, {{"id", id}, {"code", name}, {"name", name}});
        });
    }
    for (auto const* name : {"Dana Okafor", "Lewis Grant", "Sana Iqbal"})
        places.officers.push_back(site.account(Role::asb_officer, name));
    return places;
}

void clear(TestSite& site) {
    site.database().write([](storage::sql::Write& tx) {
        for (auto const* table : {"survey_comment", "survey_answer", "survey", "rights_notice",
                                  "intervention", "plan_step", "action_plan", "contact_interval", "contact",
                                  "case_person", "case_spell", "triage_decision", "report", "case_file"})
            tx.script(std::string("DELETE FROM ") + table);
    });
}

std::vector<std::string> store(TestSite& site, History const& history, Places const& places) {
    std::vector<std::string> references;
    site.database().write([&](storage::sql::Write& tx) {
        references.clear();
        Storer storer(tx, site, places);
        for (auto const& made : history.cases) references.push_back(storer.put(made));
        for (auto const& report : history.reports) storer.put(report);
    });
    return references;
}

}  // namespace doorstep::test

#include "storage/surveys.h"

namespace doorstep::storage::surveys {
namespace {

#define SURVEY_COLUMNS                                                                       \
    "id, case_file_id, case_person_id, set_version, closed_on, due_on, state, next_try_on, " \
    "attempts, way, area_id, address_id, category, owner_id, completed_on, completed_by, "   \
    "stop_asking, version"

sql::Query const insert_survey{"surveys.insert", "INSERT INTO survey (" SURVEY_COLUMNS R"sql() VALUES (
    :id, :case_file, :person, :set_version, :closed_on, :due_on, :state, :next_try_on, :attempts, :way, :area, :address,
    :category, :owner, :completed_on, :completed_by, :stop_asking, :version)
    ON CONFLICT (case_file_id, case_person_id, closed_on) DO NOTHING
)sql"};

sql::Query const select_by_id{"surveys.by_id", "SELECT " SURVEY_COLUMNS " FROM survey WHERE id = :id"};
sql::Query const select_of_case{"surveys.of_case",
                                "SELECT " SURVEY_COLUMNS
                                " FROM survey WHERE case_file_id = :case_file ORDER BY closed_on DESC, id"};

sql::Query const update_survey{"surveys.update", R"sql(
    UPDATE survey SET set_version = :set_version, state = :state, next_try_on = :next_try_on, attempts = :attempts,
        way = :way, completed_on = :completed_on, completed_by = :completed_by, stop_asking = :stop_asking,
        version = version + 1
    WHERE id = :id AND version = :version
)sql"};

sql::Query const cancel_of_case{"surveys.cancel_of_case", R"sql(
    UPDATE survey SET state = 'cancelled', version = version + 1
    WHERE case_file_id = :case_file AND state IN ('due', 'attempted')
    RETURNING id
)sql"};

sql::Query const select_stopped{"surveys.asked_us_to_stop", R"sql(
    SELECT EXISTS (SELECT 1 FROM case_person p
        JOIN survey s ON s.case_file_id = p.case_file_id AND s.case_person_id = p.id
        WHERE p.person_id = :person AND s.stop_asking)
)sql"};

sql::Query const select_not_invited{"surveys.not_invited", R"sql(
    SELECT s.id FROM survey s
    WHERE s.due_on >= :since AND s.due_on <= :today AND s.state = 'due' AND s.attempts = 0
        AND NOT EXISTS (SELECT 1 FROM message m WHERE m.cause = :prefix || s.id)
    ORDER BY s.due_on, s.id LIMIT :limit
)sql"};

sql::Query const select_handled{"surveys.has_handled", R"sql(
    SELECT EXISTS (SELECT 1 FROM case_handler h WHERE h.case_file_id = :case_file AND h.account_id = :account)
        OR EXISTS (SELECT 1 FROM case_file c WHERE c.id = :case_file
            AND (c.owner_id = :account OR c.housing_officer_id = :account OR c.closed_by = :account))
)sql"};

sql::Query const select_handled_of{"surveys.handled_by", R"sql(
    SELECT c.id FROM case_file c WHERE c.id {in:files} AND (c.owner_id = :account OR c.housing_officer_id = :account
        OR c.closed_by = :account OR EXISTS (SELECT 1 FROM case_handler h WHERE h.case_file_id = c.id AND h.account_id = :account))
)sql"};

sql::Query const insert_attempt{"surveys.insert_attempt", R"sql(
    INSERT INTO survey_attempt (id, survey_id, tried_at, tried_on, tried_by, result, note, next_try_on)
    VALUES (:id, :survey, :tried_at, :tried_on, :tried_by, :result, :note, :next_try_on)
)sql"};

sql::Query const select_attempts{"surveys.attempts", R"sql(
    SELECT t.id, t.survey_id, t.tried_at, t.tried_on, t.tried_by, t.result, t.note, t.next_try_on, coalesce(a.name, '')
    FROM survey_attempt t LEFT JOIN account a ON a.id = t.tried_by
    WHERE t.survey_id = :survey ORDER BY t.tried_at, t.id
)sql"};

sql::Query const upsert_answer{"surveys.put_answer", R"sql(
    INSERT INTO survey_answer (survey_id, question, wording_version, answer, words, counts_on)
    VALUES (:survey, :question, :wording, :answer, :words, :counts_on)
    ON CONFLICT (survey_id, question) DO UPDATE SET wording_version = excluded.wording_version,
        answer = excluded.answer, words = excluded.words
)sql"};

sql::Query const select_answers{"surveys.answers", R"sql(
    SELECT question, wording_version, answer, words FROM survey_answer WHERE survey_id = :survey ORDER BY question
)sql"};

sql::Query const set_counted{"surveys.count_answers",
                             "UPDATE survey_answer SET counts_on = :due_on WHERE survey_id = :survey"};

Survey read_survey(sql::Row& row) {
    Survey s;
    row.read(s.id, s.case_file, s.person, s.set_version, s.closed_on, s.due_on, s.state, s.next_try_on,
             s.attempts, s.way, s.area, s.address, s.category, s.owner, s.completed_on, s.completed_by,
             s.stop_asking, s.version);
    return s;
}

std::vector<sql::Parameter> changeable(Survey const& s) {
    return {{"id", s.id},
            {"set_version", s.set_version},
            {"state", s.state},
            {"next_try_on", s.next_try_on},
            {"attempts", s.attempts},
            {"way", s.way},
            {"completed_on", s.completed_on},
            {"completed_by", s.completed_by},
            {"stop_asking", s.stop_asking},
            {"version", s.version}};
}

}  // namespace

void insert(sql::Write& tx, Survey const& survey) {
    auto parameters = changeable(survey);
    parameters.emplace_back("case_file", survey.case_file);
    parameters.emplace_back("person", survey.person);
    parameters.emplace_back("closed_on", survey.closed_on);
    parameters.emplace_back("due_on", survey.due_on);
    parameters.emplace_back("area", survey.area);
    parameters.emplace_back("address", survey.address);
    parameters.emplace_back("category", survey.category);
    parameters.emplace_back("owner", survey.owner);
    tx.run(insert_survey, parameters);
}

std::optional<Survey> find(sql::Read& tx, SurveyId id) {
    return tx.one(select_by_id, {{"id", id}}, read_survey);
}

std::vector<Survey> of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_of_case, {{"case_file", file}}, read_survey);
}

bool update(sql::Write& tx, Survey& survey) {
    if (tx.run(update_survey, changeable(survey)) == 0) return false;
    ++survey.version;
    return true;
}

std::vector<SurveyId> cancel_open_of_case(sql::Write& tx, CaseFileId file) {
    return tx.values<SurveyId>(cancel_of_case, {{"case_file", file}});
}

std::vector<SurveyId> not_invited(sql::Read& tx, Date since, Date today, std::string_view cause_prefix,
                                  int limit) {
    return tx.values<SurveyId>(
        select_not_invited, {{"since", since}, {"today", today}, {"prefix", cause_prefix}, {"limit", limit}});
}

bool asked_us_to_stop(sql::Read& tx, PersonId person) {
    return tx.value<bool>(select_stopped, {{"person", person}}).value_or(false);
}

bool has_handled(sql::Read& tx, CaseFileId file, AccountId account) {
    return tx.value<bool>(select_handled, {{"case_file", file}, {"account", account}}).value_or(false);
}

std::vector<CaseFileId> handled_by(sql::Read& tx, std::vector<CaseFileId> const& files, AccountId account) {
    return tx.values<CaseFileId>(select_handled_of,
                                 {{"files", sql::json_id_list(files)}, {"account", account}});
}

void insert(sql::Write& tx, Attempt const& attempt) {
    tx.run(insert_attempt, {{"id", attempt.id},
                            {"survey", attempt.survey},
                            {"tried_at", attempt.tried_at},
                            {"tried_on", attempt.tried_on},
                            {"tried_by", attempt.tried_by},
                            {"result", attempt.result},
                            {"note", attempt.note},
                            {"next_try_on", attempt.next_try_on}});
}

std::vector<NamedAttempt> attempts_of(sql::Read& tx, SurveyId survey) {
    return tx.all(select_attempts, {{"survey", survey}}, [](sql::Row& row) {
        NamedAttempt named;
        auto& a = named.attempt;
        row.read(a.id, a.survey, a.tried_at, a.tried_on, a.tried_by, a.result, a.note, a.next_try_on,
                 named.tried_by_name);
        return named;
    });
}

void put_answer(sql::Write& tx, SurveyId survey, Answer const& answer, std::optional<Date> counts_on) {
    tx.run(upsert_answer, {{"survey", survey},
                           {"question", answer.question},
                           {"wording", answer.wording},
                           {"answer", answer.option},
                           {"words", answer.words},
                           {"counts_on", counts_on}});
}

std::vector<Answer> answers_of(sql::Read& tx, SurveyId survey) {
    return tx.all(select_answers, {{"survey", survey}}, [](sql::Row& row) {
        Answer answer;
        row.read(answer.question, answer.wording, answer.option, answer.words);
        return answer;
    });
}

void count_answers(sql::Write& tx, SurveyId survey, Date due_on) {
    tx.run(set_counted, {{"survey", survey}, {"due_on", due_on}});
}

}  // namespace doorstep::storage::surveys

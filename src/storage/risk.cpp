#include "storage/risk.h"

#include "base/text.h"

namespace doorstep::storage::risk {
namespace {

#define ASSESSMENT_COLUMNS                                                                    \
    "r.id, r.case_file_id, r.case_person_id, r.question_set, r.set_version, r.score, "        \
    "r.worst_score, r.complete, r.scored_band, r.automatic_reason, r.band, r.override_band, " \
    "r.override_reason, r.override_state, r.flags, r.made_by, r.made_at, r.made_on, r.review_by"

sql::Query const insert_assessment{"risk.insert", R"sql(
    INSERT INTO risk_assessment (id, case_file_id, case_person_id, question_set, set_version, score, worst_score,
        complete, scored_band, automatic_reason, band, override_band, override_reason, override_state, flags, made_by,
        made_at, made_on, review_by)
    VALUES (:id, :case_file, :person, :question_set, :set_version, :score, :worst_score, :complete, :scored_band,
        :automatic_reason, :band, :override_band, :override_reason, :override_state, :flags, :made_by, :made_at,
        :made_on, :review_by)
)sql"};

sql::Query const insert_answer{"risk.insert_answer", R"sql(
    INSERT INTO risk_answer (risk_assessment_id, question, answer, score, note)
    VALUES (:assessment, :question, :answer, :score, :note)
)sql"};

sql::Query const select_by_id{"risk.by_id", "SELECT " ASSESSMENT_COLUMNS R"sql(, a.name
    FROM risk_assessment r LEFT JOIN account a ON a.id = r.made_by WHERE r.id = :id
)sql"};

sql::Query const select_answers{"risk.answers", R"sql(
    SELECT question, answer, score, note FROM risk_answer WHERE risk_assessment_id = :assessment
)sql"};

sql::Query const select_of_case{"risk.of_case", "SELECT " ASSESSMENT_COLUMNS R"sql(, a.name
    FROM risk_assessment r LEFT JOIN account a ON a.id = r.made_by
    WHERE r.case_file_id = :case_file ORDER BY r.made_at DESC, r.id DESC LIMIT :limit OFFSET :offset
)sql"};

sql::Query const count_case{"risk.count_of_case",
                            "SELECT count(*) FROM risk_assessment WHERE case_file_id = :case_file"};

sql::Query const select_newest{"risk.newest_of_each", "SELECT " ASSESSMENT_COLUMNS R"sql(, CAST(NULL AS TEXT)
    FROM risk_assessment r LEFT JOIN case_person p ON p.id = r.case_person_id
    WHERE r.case_file_id = :case_file AND p.left_on IS NULL
        AND NOT EXISTS (SELECT 1 FROM risk_assessment n WHERE n.case_file_id = r.case_file_id
            AND n.case_person_id IS NOT DISTINCT FROM r.case_person_id
            AND (n.made_at > r.made_at OR (n.made_at = r.made_at AND n.id > r.id)))
    ORDER BY r.made_at DESC, r.id DESC
)sql"};

sql::Query const update_decision{"risk.decide", R"sql(
    UPDATE risk_assessment SET band = :band, override_state = :override_state, review_by = :review_by WHERE id = :id
)sql"};

sql::Query const insert_task{"risk.insert_urgent_task", R"sql(
    INSERT INTO case_task (id, case_file_id, what, owner_id, due_on, done_on, result, created_by, created_at, version)
    VALUES (:id, :case_file, :what, :owner, :due_on, NULL, '', :created_by, :created_at, 1)
)sql"};

sql::Query const put_band{"risk.set_band_from", R"sql(
    INSERT INTO case_band (case_file_id, from_on, band) VALUES (:case_file, :from_on, :band)
    ON CONFLICT (case_file_id, from_on) DO UPDATE SET band = excluded.band
)sql"};

sql::Query const select_bands{"risk.bands_of_case", R"sql(
    SELECT from_on, band FROM case_band WHERE case_file_id = :case_file ORDER BY from_on
)sql"};

Made read_made(sql::Row& row) {
    Assessment a;
    std::string flags;
    std::optional<std::string> made_by_name;
    row.read(a.id, a.case_file, a.person, a.question_set, a.set_version, a.score, a.worst_score, a.complete,
             a.scored_band, a.automatic_reason, a.band, a.override_band, a.override_reason, a.override_state,
             flags, a.made_by, a.made_at, a.made_on, a.review_by, made_by_name);
    for (auto const flag : text::split(flags, ' '))
        if (!flag.empty()) a.flags.emplace_back(flag);
    return {std::move(a), made_by_name.value_or("Doorstep")};
}

Assessment read_assessment(sql::Row& row) { return read_made(row).assessment; }

}  // namespace

void insert(sql::Write& tx, Assessment const& a, std::vector<Answer> const& answers) {
    tx.run(insert_assessment, {{"id", a.id},
                               {"case_file", a.case_file},
                               {"person", a.person},
                               {"question_set", a.question_set},
                               {"set_version", a.set_version},
                               {"score", a.score},
                               {"worst_score", a.worst_score},
                               {"complete", a.complete},
                               {"scored_band", a.scored_band},
                               {"automatic_reason", a.automatic_reason},
                               {"band", a.band},
                               {"override_band", a.override_band},
                               {"override_reason", a.override_reason},
                               {"override_state", a.override_state},
                               {"flags", text::join(a.flags, " ")},
                               {"made_by", a.made_by},
                               {"made_at", a.made_at},
                               {"made_on", a.made_on},
                               {"review_by", a.review_by}});
    for (auto const& answer : answers)
        tx.run(insert_answer, {{"assessment", a.id},
                               {"question", answer.question},
                               {"answer", answer.option},
                               {"score", answer.score},
                               {"note", answer.note}});
}

std::optional<Made> find(sql::Read& tx, RiskAssessmentId id) {
    return tx.one(select_by_id, {{"id", id}}, read_made);
}

std::vector<Answer> answers_of(sql::Read& tx, RiskAssessmentId id) {
    return tx.all(select_answers, {{"assessment", id}}, [](sql::Row& row) {
        Answer answer;
        row.read(answer.question, answer.option, answer.score, answer.note);
        return answer;
    });
}

std::vector<Made> of_case(sql::Read& tx, CaseFileId file, int limit, int offset) {
    return tx.all(select_of_case, {{"case_file", file}, {"limit", limit}, {"offset", offset}}, read_made);
}

int count_of_case(sql::Read& tx, CaseFileId file) {
    return tx.value<int>(count_case, {{"case_file", file}}).value_or(0);
}

std::vector<Assessment> newest_of_each(sql::Read& tx, CaseFileId file) {
    return tx.all(select_newest, {{"case_file", file}}, read_assessment);
}

void decide(sql::Write& tx, Assessment const& a) {
    tx.run(
        update_decision,
        {{"id", a.id}, {"band", a.band}, {"override_state", a.override_state}, {"review_by", a.review_by}});
}

void insert_urgent_task(sql::Write& tx, UrgentTask const& task) {
    tx.run(insert_task, {{"id", task.id},
                         {"case_file", task.case_file},
                         {"what", task.what},
                         {"owner", task.owner},
                         {"due_on", task.due_on},
                         {"created_by", task.created_by},
                         {"created_at", task.created_at}});
}

void set_band_from(sql::Write& tx, CaseFileId file, BandFrom const& band) {
    tx.run(put_band, {{"case_file", file}, {"from_on", band.from}, {"band", band.band}});
}

std::vector<BandFrom> bands_of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_bands, {{"case_file", file}}, [](sql::Row& row) {
        BandFrom band;
        row.read(band.from, band.band);
        return band;
    });
}

}  // namespace doorstep::storage::risk

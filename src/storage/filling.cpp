#include "storage/filling.h"

namespace doorstep::storage::filling {
namespace {

sql::Query const set_next{"filling.next_number", R"sql(
    INSERT INTO reference_counter (kind, year, next_number) VALUES (:kind, :year, :number)
    ON CONFLICT (kind, year) DO UPDATE SET next_number = excluded.next_number
)sql"};

sql::Query const insert_interval{"filling.contact_interval", R"sql(
    INSERT INTO contact_interval (id, case_file_id, case_person_id, kind, started_on, due_on, ended_on, kept, standard)
    VALUES (:id, :case_file, :person, :kind, :started_on, :due_on, :ended_on, :kept, :standard)
)sql"};

sql::Query const insert_incident{"filling.incident", R"sql(
    INSERT INTO incident (id, case_file_id, report_id, happened_on, happened_time, category, place_text, description,
        source, case_person_id, recorded_by, recorded_at)
    VALUES (:id, :case_file, :report, :happened_on, :happened_time, :category, :place_text, :description, :source,
        :person, :recorded_by, :recorded_at)
)sql"};

sql::Query const insert_intervention{"filling.intervention", R"sql(
    INSERT INTO intervention (id, case_file_id, catalogue_code, legal, track, used_on, used_by, recipient_id, content,
        consequence, given_how, referred_to, consent, basis, respond_by, aim, tried, vulnerabilities, outcome,
        outcome_on, outcome_note, recorded_at, version)
    VALUES (:id, :case_file, :code, :legal, :track, :used_on, :used_by, :recipient, :content, :consequence, :given_how,
        :referred_to, :consent, :basis, :respond_by, :aim, :tried, :vulnerabilities, :outcome, :outcome_on,
        :outcome_note, :recorded_at, :version)
)sql"};

sql::Query const insert_task{"filling.task", R"sql(
    INSERT INTO case_task (id, case_file_id, what, owner_id, due_on, done_on, result, created_by, created_at, version)
    VALUES (:id, :case_file, :what, :owner, :due_on, :done_on, :result, :created_by, :created_at, :version)
)sql"};

sql::Query const insert_access{"filling.access", R"sql(
    INSERT INTO case_access (case_file_id, account_id, granted_by, reason, granted_at)
    VALUES (:case_file, :account, :granted_by, :reason, :granted_at) ON CONFLICT DO NOTHING
)sql"};

// Those that keep something unique stay, and those that a constraint made have no text.
sql::Query const select_indexes{
    "filling.indexes",
    "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX%' ORDER BY name",
    "SELECT '', '' FROM pg_class WHERE FALSE"};

}  // namespace

std::vector<std::string> take_away_indexes(sql::Database& database) {
    std::vector<std::string> statements;
    std::string script;
    database.read([&](sql::Read& tx) {
        tx.each(select_indexes, {}, [&](sql::Row& row) {
            script += "DROP INDEX " + std::string(row.text(0)) + ";";
            statements.emplace_back(row.text(1));
        });
    });
    if (!script.empty()) database.run_script(script);
    return statements;
}

void make_indexes(sql::Database& database, std::vector<std::string> const& statements) {
    for (auto const& statement : statements) database.run_script(statement);
}

void set_next_number(sql::Write& tx, std::string_view kind, int year, std::int64_t number) {
    tx.run(set_next, {{"kind", kind}, {"year", year}, {"number", number}});
}

void insert(sql::Write& tx, CaseFileId file, contacts::StoredInterval const& stored) {
    auto const& i = stored.interval;
    tx.run(insert_interval, {{"id", stored.id},
                             {"case_file", file},
                             {"person", stored.person},
                             {"kind", i.kind},
                             {"started_on", i.started_on},
                             {"due_on", i.due_on},
                             {"ended_on", i.ended_on},
                             {"kept", i.kept},
                             {"standard", i.standard}});
}

void insert(sql::Write& tx, CaseFileId file, Incident const& i) {
    tx.run(insert_incident, {{"id", i.id},
                             {"case_file", file},
                             {"report", i.report},
                             {"happened_on", i.happened_on},
                             {"happened_time", i.happened_time ? i.happened_time->iso() : std::string()},
                             {"category", i.category},
                             {"place_text", i.place_text},
                             {"description", i.description},
                             {"source", i.source},
                             {"person", i.person},
                             {"recorded_by", i.recorded_by},
                             {"recorded_at", i.recorded_at}});
}

void insert(sql::Write& tx, CaseFileId file, Intervention const& i) {
    tx.run(insert_intervention, {{"id", i.id},
                                 {"case_file", file},
                                 {"code", i.code},
                                 {"legal", i.legal},
                                 {"track", i.track},
                                 {"used_on", i.used_on},
                                 {"used_by", i.used_by},
                                 {"recipient", i.recipient},
                                 {"content", i.content},
                                 {"consequence", i.consequence},
                                 {"given_how", i.given_how},
                                 {"referred_to", i.referred_to},
                                 {"consent", i.consent},
                                 {"basis", i.basis},
                                 {"respond_by", i.respond_by},
                                 {"aim", i.aim},
                                 {"tried", i.tried},
                                 {"vulnerabilities", i.vulnerabilities},
                                 {"outcome", i.outcome},
                                 {"outcome_on", i.outcome_on},
                                 {"outcome_note", i.outcome_note},
                                 {"recorded_at", i.recorded_at},
                                 {"version", i.version}});
}

void insert(sql::Write& tx, CaseFileId file, Task const& task) {
    tx.run(insert_task, {{"id", task.id},
                         {"case_file", file},
                         {"what", task.what},
                         {"owner", task.owner},
                         {"due_on", task.due_on},
                         {"done_on", task.done_on},
                         {"result", task.result},
                         {"created_by", task.created_by},
                         {"created_at", task.created_at},
                         {"version", task.version}});
}

void insert(sql::Write& tx, CaseFileId file, Access const& access) {
    tx.run(insert_access, {{"case_file", file},
                           {"account", access.account},
                           {"granted_by", access.granted_by},
                           {"reason", access.reason},
                           {"granted_at", access.granted_at}});
}

}  // namespace doorstep::storage::filling

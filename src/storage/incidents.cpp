#include "storage/incidents.h"

namespace doorstep::storage::incidents {
namespace {

sql::Query const insert_incident{"incidents.insert", R"sql(
    INSERT INTO incident (id, case_file_id, report_id, happened_on, happened_time, category, place_text, description,
        source, case_person_id, recorded_by, recorded_at)
    VALUES (:id, :case_file, :report, :happened_on, :happened_time, :category, :place_text, :description, :source,
        :person, :recorded_by, :recorded_at)
)sql"};

#define LISTED_INCIDENT                                                                       \
    "SELECT i.id, i.case_file_id, i.report_id, i.happened_on, i.happened_time, i.category, "  \
    "i.place_text, i.description, i.source, i.case_person_id, i.recorded_by, i.recorded_at, " \
    "i.struck_reason, i.struck_by, i.struck_at, i.version, "                                  \
    "coalesce(p.name, k.description, ''), coalesce(a.name, ''), coalesce(r.reference, ''), "  \
    "coalesce(s.name, '') "                                                                   \
    "FROM incident i LEFT JOIN case_person k ON k.id = i.case_person_id "                     \
    "LEFT JOIN person p ON p.id = k.person_id LEFT JOIN account a ON a.id = i.recorded_by "   \
    "LEFT JOIN account s ON s.id = i.struck_by "                                              \
    "LEFT JOIN report r ON r.id = i.report_id WHERE i.case_file_id = :case_file "

sql::Query const select_of_case{"incidents.of_case", LISTED_INCIDENT
                                "AND i.struck_at IS NULL ORDER BY i.happened_on DESC, i.happened_time DESC, "
                                "i.id DESC LIMIT :limit OFFSET "
                                ":offset"};
sql::Query const select_struck_out{
    "incidents.struck_out",
    LISTED_INCIDENT "AND i.struck_at IS NOT NULL ORDER BY i.struck_at DESC, i.id DESC LIMIT :limit"};
sql::Query const update_incident{"incidents.update", R"sql(
    UPDATE incident SET happened_on = :happened_on, happened_time = :happened_time, category = :category,
        place_text = :place_text, description = :description, source = :source, case_person_id = :person,
        struck_reason = :struck_reason, struck_by = :struck_by, struck_at = :struck_at, version = version + 1
    WHERE id = :id AND version = :version
)sql"};
sql::Query const select_one{"incidents.find", LISTED_INCIDENT "AND i.id = :id"};

ListedIncident read_listed_incident(sql::Row& row) {
    ListedIncident listed;
    auto& i = listed.incident;
    std::string time;
    row.read(i.id, i.case_file, i.report, i.happened_on, time, i.category, i.place_text, i.description,
             i.source, i.person, i.recorded_by, i.recorded_at, i.struck_reason, i.struck_by, i.struck_at,
             i.version, listed.person_name, listed.recorded_by, listed.report_reference, listed.struck_by);
    i.happened_time = TimeOfDay::parse(time);
    return listed;
}

}  // namespace

void insert(sql::Write& tx, Incident const& incident) {
    tx.run(insert_incident, {{"id", incident.id},
                             {"case_file", incident.case_file},
                             {"report", incident.report},
                             {"happened_on", incident.happened_on},
                             {"happened_time", incident.happened_time ? incident.happened_time->iso() : ""},
                             {"category", incident.category},
                             {"place_text", incident.place_text},
                             {"description", incident.description},
                             {"source", incident.source},
                             {"person", incident.person},
                             {"recorded_by", incident.recorded_by},
                             {"recorded_at", incident.recorded_at}});
}

bool update(sql::Write& tx, Incident const& incident) {
    return tx.run(update_incident,
                  {{"id", incident.id},
                   {"version", incident.version},
                   {"happened_on", incident.happened_on},
                   {"happened_time", incident.happened_time ? incident.happened_time->iso() : ""},
                   {"category", incident.category},
                   {"place_text", incident.place_text},
                   {"description", incident.description},
                   {"source", incident.source},
                   {"person", incident.person},
                   {"struck_reason", incident.struck_reason},
                   {"struck_by", incident.struck_by},
                   {"struck_at", incident.struck_at}}) == 1;
}

std::vector<ListedIncident> struck_out(sql::Read& tx, CaseFileId file, int limit) {
    return tx.all(select_struck_out, {{"case_file", file}, {"limit", limit}}, read_listed_incident);
}

std::vector<ListedIncident> of_case(sql::Read& tx, CaseFileId file, int limit, int offset) {
    return tx.all(select_of_case, {{"case_file", file}, {"limit", limit}, {"offset", offset}},
                  read_listed_incident);
}

std::optional<ListedIncident> find(sql::Read& tx, CaseFileId file, IncidentId id) {
    return tx.one(select_one, {{"case_file", file}, {"id", id}}, read_listed_incident);
}

}  // namespace doorstep::storage::incidents

#include "storage/markers.h"

namespace doorstep::storage::markers {
namespace {

sql::Query const insert_marker{"markers.insert", R"sql(
    INSERT INTO warning_marker (id, case_file_id, case_person_id, warning, precaution, from_on, until_on, made_by, made_at,
        ended_on, end_reason)
    VALUES (:id, :case_file, :person, :warning, :precaution, :from_on, :until_on, :made_by, :made_at,
        :ended_on, :end_reason)
)sql"};

sql::Query const select_of_case{"markers.of_case", R"sql(
    SELECT id, case_file_id, case_person_id, warning, precaution, from_on, until_on, made_by, ended_on, end_reason
    FROM warning_marker WHERE case_file_id = :case_file ORDER BY until_on DESC, id
)sql"};

sql::Query const end_marker{"markers.end", R"sql(
    UPDATE warning_marker SET ended_on = :ended_on, end_reason = :reason WHERE id = :id AND ended_on IS NULL
)sql"};

}  // namespace

void insert(sql::Write& tx, WarningMarker const& marker, Instant now) {
    tx.run(insert_marker, {{"id", marker.id},
                           {"case_file", marker.case_file},
                           {"person", marker.person},
                           {"warning", marker.warning},
                           {"precaution", marker.precaution},
                           {"from_on", marker.from_on},
                           {"until_on", marker.until_on},
                           {"made_by", marker.made_by},
                           {"made_at", now},
                           {"ended_on", marker.ended_on},
                           {"end_reason", marker.end_reason}});
}

std::vector<WarningMarker> of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_of_case, {{"case_file", file}}, [](sql::Row& row) {
        WarningMarker marker;
        row.read(marker.id, marker.case_file, marker.person, marker.warning, marker.precaution,
                 marker.from_on, marker.until_on, marker.made_by, marker.ended_on, marker.end_reason);
        return marker;
    });
}

bool end(sql::Write& tx, MarkerId id, Date ended_on, std::string_view reason) {
    return tx.run(end_marker, {{"id", id}, {"ended_on", ended_on}, {"reason", reason}}) == 1;
}

}  // namespace doorstep::storage::markers

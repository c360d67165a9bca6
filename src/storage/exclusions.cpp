#include "storage/exclusions.h"

namespace doorstep::storage::exclusions {
namespace {

sql::Query const insert_exclusion{"exclusions.insert", R"sql(
    INSERT INTO service_exclusion (id, case_file_id, case_person_id, service, service_name, from_on, until_on, review_on,
        reason, warnings, made_by, made_at, ended_on, end_reason)
    VALUES (:id, :case_file, :person, :service, :service_name, :from_on, :until_on, :review_on,
        :reason, :warnings, :made_by, :made_at, :ended_on, :end_reason)
)sql"};

sql::Query const select_exclusions_of_case{"exclusions.of_case", R"sql(
    SELECT e.id, e.case_file_id, e.case_person_id, e.service, e.service_name, e.from_on, e.until_on, e.review_on,
        e.reason, e.warnings, e.made_by, e.ended_on, e.end_reason,
        COALESCE(p.name, NULLIF(cp.description, ''), 'Unknown person'), cp.side
    FROM service_exclusion e
    JOIN case_person cp ON cp.id = e.case_person_id
    LEFT JOIN person p ON p.id = cp.person_id
    WHERE e.case_file_id = :case_file ORDER BY e.from_on DESC, e.id DESC
)sql"};

sql::Query const end_exclusion{"exclusions.end", R"sql(
    UPDATE service_exclusion SET ended_on = :ended_on, end_reason = :reason WHERE id = :id AND ended_on IS NULL
)sql"};

}  // namespace

void insert(sql::Write& tx, ServiceExclusion const& exclusion, Instant now) {
    tx.run(insert_exclusion, {{"id", exclusion.id},
                              {"case_file", exclusion.case_file},
                              {"person", exclusion.person},
                              {"service", exclusion.service},
                              {"service_name", exclusion.service_name},
                              {"from_on", exclusion.from_on},
                              {"until_on", exclusion.until_on},
                              {"review_on", exclusion.review_on},
                              {"reason", exclusion.reason},
                              {"warnings", exclusion.warnings},
                              {"made_by", exclusion.made_by},
                              {"made_at", now},
                              {"ended_on", exclusion.ended_on},
                              {"end_reason", exclusion.end_reason}});
}

std::vector<Named> of_case(sql::Read& tx, CaseFileId file) {
    return tx.all(select_exclusions_of_case, {{"case_file", file}}, [](sql::Row& row) {
        Named named;
        auto& one = named.exclusion;
        row.read(one.id, one.case_file, one.person, one.service, one.service_name, one.from_on, one.until_on,
                 one.review_on, one.reason, one.warnings, one.made_by, one.ended_on, one.end_reason,
                 named.person_name, named.side);
        return named;
    });
}

bool end(sql::Write& tx, ExclusionId id, Date ended_on, std::string_view reason) {
    return tx.run(end_exclusion, {{"id", id}, {"ended_on", ended_on}, {"reason", reason}}) == 1;
}

}  // namespace doorstep::storage::exclusions

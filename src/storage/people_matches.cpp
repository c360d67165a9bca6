#include "storage/people_matches.h"

#include "base/text.h"
#include "storage/people.h"

namespace doorstep::storage::people {
namespace {

sql::Query const select_other_sides{
    "people.on_other_sides",
    "SELECT m.id, c.reference, o.side FROM case_person m "
    "JOIN case_person o ON o.person_id = m.person_id AND o.case_file_id <> m.case_file_id "
    "JOIN case_file c ON c.id = o.case_file_id "
    "WHERE m.case_file_id = :case_file AND m.side <> o.side AND m.side <> 'neutral' AND o.side <> 'neutral' "
    "AND " +
        std::string(visible_case) + " ORDER BY m.id, c.reference"};

sql::Query const select_likely{"people.likely_same", R"sql(
    SELECT p.id, p.name, p.address_id, p.address_text, p.telephone, p.email, p.date_of_birth, p.version,
        coalesce(a.line || ', ' || a.postcode, p.address_text), k.same_number, k.sounds
    FROM (SELECT person_id, count(*) FILTER (WHERE kind <> 'sound') > 0 AS same_number,
                 count(*) FILTER (WHERE kind = 'sound') AS sounds
          FROM person_key
          WHERE (kind = 'sound' AND key {in:sounds}) OR (kind = 'telephone' AND key = :telephone)
              OR (kind = 'email' AND key = :email)
          GROUP BY person_id) k
    JOIN person p ON p.id = k.person_id
    LEFT JOIN address a ON a.id = p.address_id
    WHERE EXISTS (SELECT 1 FROM case_person q JOIN case_file c ON c.id = q.case_file_id
                  WHERE q.person_id = p.id AND )sql" + std::string(visible_case) +
                                                         R"sql()
    ORDER BY k.same_number DESC, k.sounds DESC, p.sort_name, p.id LIMIT :limit
)sql"};

/// A key that no person has, where there is nothing to look for.
std::string or_nobody(std::string key) { return key.empty() ? "-" : key; }

}  // namespace

std::vector<OtherSide> on_other_sides(sql::Read& tx, CaseFileId file, CaseScope const& scope) {
    std::vector<sql::Parameter> parameters{{"case_file", file}};
    add_scope(parameters, scope);
    return tx.all(select_other_sides, parameters, [](sql::Row& row) {
        OtherSide found;
        row.read(found.person, found.reference, found.side);
        return found;
    });
}

std::vector<LikelySame> likely_same(sql::Read& tx, domain::people::Person const& wanted,
                                    CaseScope const& scope, int limit) {
    std::vector<sql::Parameter> parameters;
    parameters.emplace_back("sounds", sql::json_list(text::phonetic_keys(wanted.name)));
    parameters.emplace_back("telephone", or_nobody(digits_of(wanted.telephone)));
    parameters.emplace_back("email", or_nobody(text::fold(wanted.email)));
    parameters.emplace_back("limit", limit);
    add_scope(parameters, scope);
    return tx.all(select_likely, parameters, [](sql::Row& row) {
        LikelySame found;
        auto& p = found.person;
        row.read(p.id, p.name, p.address, p.address_text, p.telephone, p.email, p.date_of_birth, p.version,
                 found.address_line, found.same_number, found.sounds_shared);
        return found;
    });
}

}  // namespace doorstep::storage::people

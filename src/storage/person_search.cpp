#include "storage/person_search.h"

namespace doorstep::storage::person_search {
namespace {

#define FOUND_PERSON_COLUMNS "p.id, p.name, p.address_text, p.address_id, p.telephone, p.email"

/// The person is on some case that the viewer sees.
std::string const on_a_visible_case =
    "EXISTS (SELECT 1 FROM case_person cp JOIN case_file c ON c.id = cp.case_file_id WHERE cp.person_id = "
    "p.id AND " +
    std::string(visible_case) + ")";

// The keys are counted first: that leaves few whose cases must be looked at.
sql::Query const select_by_keys{
    "person_search.by_keys",
    "SELECT " FOUND_PERSON_COLUMNS
    " FROM (SELECT k.person_id, count(*) AS hits FROM person_key k WHERE k.kind = :kind AND k.key {in:keys} "
    "GROUP BY k.person_id HAVING count(*) >= :least) found JOIN person p ON p.id = found.person_id WHERE " +
        on_a_visible_case + " ORDER BY found.hits DESC, p.sort_name, p.id LIMIT :limit"};
sql::Query const select_by_key{"person_search.by_key",
                               "SELECT " FOUND_PERSON_COLUMNS
                               " FROM person_key k JOIN person p ON p.id = k.person_id WHERE k.kind = :kind "
                               "AND k.key >= :from AND k.key < :until "
                               "AND " +
                                   on_a_visible_case + " ORDER BY p.sort_name, p.id LIMIT :limit"};
sql::Query const select_at_address{"person_search.at_address",
                                   "SELECT " FOUND_PERSON_COLUMNS
                                   " FROM person p WHERE p.address_id = :address AND " +
                                       on_a_visible_case + " ORDER BY p.sort_name, p.id LIMIT :limit"};

sql::Query const select_parts{
    "person_search.parts",
    "SELECT cp.person_id, c.id, c.reference, c.title, c.state = 'closed', cp.part, cp.side, c.opened_on "
    "FROM case_person cp JOIN case_file c ON c.id = cp.case_file_id WHERE cp.person_id {in:people} AND " +
        std::string(visible_case) + " ORDER BY c.opened_on DESC, c.id DESC, cp.id"};

Candidate read_candidate(sql::Row& row) {
    Candidate c;
    row.read(c.id, c.name, c.address_text, c.address, c.telephone, c.email);
    return c;
}

std::vector<Candidate> by_keys(sql::Read& tx, CaseScope const& scope, std::string_view kind,
                               std::vector<std::string> const& keys, int least, int limit) {
    if (keys.empty()) return {};
    auto const list = sql::json_list(keys);
    std::vector<sql::Parameter> parameters{
        {"kind", kind}, {"keys", list}, {"least", least}, {"limit", limit}};
    add_scope(parameters, scope);
    return tx.all(select_by_keys, parameters, read_candidate);
}

std::vector<Candidate> by_key(sql::Read& tx, CaseScope const& scope, std::string_view kind,
                              std::string_view from, std::string_view until, int limit) {
    std::vector<sql::Parameter> parameters{
        {"kind", kind}, {"from", from}, {"until", until}, {"limit", limit}};
    add_scope(parameters, scope);
    return tx.all(select_by_key, parameters, read_candidate);
}

constexpr std::size_t figures_for_a_beginning = 6;

}  // namespace

std::vector<Candidate> who_sound_like(sql::Read& tx, CaseScope const& scope,
                                      std::vector<std::string> const& sounds, int limit) {
    return by_keys(tx, scope, "sound", sounds, static_cast<int>(sounds.size()), limit);
}

std::vector<Candidate> who_share(sql::Read& tx, CaseScope const& scope,
                                 std::vector<std::string> const& trigrams, int least, int limit) {
    return by_keys(tx, scope, "trigram", trigrams, least, limit);
}

std::vector<Candidate> with_telephone(sql::Read& tx, CaseScope const& scope, std::string_view digits,
                                      int limit) {
    auto const from = std::string(digits);
    // ':' follows '9'.
    auto const until = digits.size() >= figures_for_a_beginning ? from + ":" : from + " ";
    return by_key(tx, scope, "telephone", from, until, limit);
}

std::vector<Candidate> with_email(sql::Read& tx, CaseScope const& scope, std::string_view email, int limit) {
    auto const from = std::string(email);
    return by_key(tx, scope, "email", from, from + " ", limit);
}

std::vector<Candidate> at_address(sql::Read& tx, CaseScope const& scope, AddressId address, int limit) {
    std::vector<sql::Parameter> parameters{{"address", address}, {"limit", limit}};
    add_scope(parameters, scope);
    return tx.all(select_at_address, parameters, read_candidate);
}

std::vector<PartInCase> parts_in_cases(sql::Read& tx, CaseScope const& scope,
                                       std::vector<PersonId> const& people) {
    if (people.empty()) return {};
    auto const list = sql::json_id_list(people);
    std::vector<sql::Parameter> parameters{{"people", list}};
    add_scope(parameters, scope);
    return tx.all(select_parts, parameters, [](sql::Row& row) {
        PartInCase part;
        row.read(part.person, part.case_file, part.reference, part.title, part.is_closed, part.part,
                 part.side, part.opened_on);
        return part;
    });
}

}  // namespace doorstep::storage::person_search

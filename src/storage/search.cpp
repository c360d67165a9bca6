#include "storage/search.h"

#include <algorithm>
#include <map>

#include "domain/events/detail_reader.h"
#include "domain/events/kinds.h"
#include "storage/search_words.h"

namespace doorstep::storage::search {
namespace {

// Two texts throughout: FTS5 keeps its index beside the table and is told what a document was before; in
// PostgreSQL the index is a column's. `array_to_tsvector` takes our words as they are, where `to_tsvector`
// would cut them again by rules of its own.

sql::Query const select_case_words{"search.case_words",
                                   "SELECT words FROM search_entry WHERE case_file_id = :id"};
sql::Query const forget_case{
    "search.forget_case",
    "INSERT INTO search_index (search_index, rowid, words) SELECT 'delete', number, words FROM search_entry "
    "WHERE case_file_id = :id",
    "DELETE FROM search_entry WHERE case_file_id = :id"};
sql::Query const keep_case{
    "search.keep_case",
    "INSERT INTO search_entry (case_file_id, words) VALUES (:id, :words) "
    "ON CONFLICT (case_file_id) DO UPDATE SET words = excluded.words",
    "INSERT INTO search_entry (case_file_id, words, document) "
    "VALUES (:id, CAST(:words AS TEXT), array_to_tsvector(string_to_array(CAST(:words AS TEXT), ' ')))"};
sql::Query const add_case{
    "search.add_case",
    "INSERT INTO search_index (rowid, words) SELECT number, words FROM search_entry WHERE case_file_id = :id",
    "SELECT 1 FROM search_entry WHERE case_file_id = :id"};

sql::Query const rebuild_cases{"search.rebuild_cases",
                               "INSERT INTO search_index (search_index) VALUES ('rebuild')", "SELECT 1"};

sql::Query const select_cases{
    "search.cases",
    "SELECT c.id FROM search_index i JOIN search_entry e ON e.number = i.rowid JOIN case_file c ON c.id = "
    "e.case_file_id WHERE search_index MATCH :words AND " +
        std::string(visible_case) + " ORDER BY i.rowid DESC LIMIT :limit",
    "SELECT c.id FROM search_entry e JOIN case_file c ON c.id = e.case_file_id "
    "WHERE e.document @@ CAST(:words AS tsquery) AND " +
        std::string(visible_case) + " ORDER BY c.opened_on DESC, c.id DESC LIMIT :limit"};

sql::Query const select_said{"search.words_said_on", R"sql(
    SELECT FALSE, reference || ' ' || what_happened || ' ' || place_text FROM report WHERE case_file_id = :id
    UNION ALL
    SELECT FALSE, description || ' ' || place_text FROM incident WHERE case_file_id = :id AND struck_at IS NULL
    UNION ALL
    SELECT FALSE, summary FROM contact WHERE case_file_id = :id
    UNION ALL
    SELECT TRUE, detail FROM event WHERE chain_id = :id AND kind = :note AND detail IS NOT NULL
)sql"};

sql::Query const select_address_words{"search.address_words",
                                      "SELECT words FROM address_entry WHERE address_id = :id"};
sql::Query const forget_address{
    "search.forget_address",
    "INSERT INTO address_index (address_index, rowid, words) SELECT 'delete', number, words FROM "
    "address_entry WHERE address_id = :id",
    "DELETE FROM address_entry WHERE address_id = :id"};
sql::Query const keep_address{
    "search.keep_address",
    "INSERT INTO address_entry (address_id, words) VALUES (:id, :words) "
    "ON CONFLICT (address_id) DO UPDATE SET words = excluded.words",
    "INSERT INTO address_entry (address_id, words, document) "
    "VALUES (:id, CAST(:words AS TEXT), array_to_tsvector(string_to_array(CAST(:words AS TEXT), ' ')))"};
sql::Query const add_address{
    "search.add_address",
    "INSERT INTO address_index (rowid, words) SELECT number, words FROM address_entry WHERE address_id = :id",
    "SELECT 1 FROM address_entry WHERE address_id = :id"};
sql::Query const select_addresses{
    "search.addresses",
    "SELECT e.address_id FROM address_index i JOIN address_entry e ON e.number = i.rowid "
    "WHERE address_index MATCH :words ORDER BY i.rowid LIMIT :limit",
    "SELECT e.address_id FROM address_entry e WHERE e.document @@ CAST(:words AS tsquery) "
    "ORDER BY e.address_id LIMIT :limit"};

sql::Query const keep_said{
    "search.keep_said", "INSERT INTO search_said (id, case_file_id, words) VALUES (:id, :case_file, :words)"};
sql::Query const delete_said{"search.forget_said", "DELETE FROM search_said WHERE case_file_id = :id"};
sql::Query const select_all_said{"search.said", "SELECT case_file_id, words FROM search_said"};
sql::Query const select_to_index{
    "search.cases_to_index",
    "SELECT DISTINCT case_file_id FROM search_said ORDER BY case_file_id LIMIT :limit"};
sql::Query const select_documents{
    "search.documents",
    "SELECT c.id, coalesce(e.words, '') FROM case_file c LEFT JOIN search_entry e ON e.case_file_id = c.id "
    "WHERE c.id {in:cases} AND " +
        std::string(visible_case)};

/// A note stands in its event alone.
std::string note_in(std::string const& detail) {
    domain::events::DetailReader reader(detail);
    while (auto const field = reader.next())
        if (field->name == "note") return field->value.text();
    return {};
}

/// One document of an index, replaced.
struct Index {
    sql::Query const& words;
    sql::Query const& forget;
    sql::Query const& keep;
    sql::Query const& add;
};

template <class Id>
void replace(sql::Write& tx, Index const& index, Id id, std::string_view words) {
    auto const document = words_document(words);
    auto const before = tx.value<std::string>(index.words, {{"id", id}});
    if (before == document) return;
    if (before) tx.run(index.forget, {{"id", id}});
    tx.run(index.keep, {{"id", id}, {"words", document}});
    if (tx.engine() == sql::Engine::sqlite) tx.run(index.add, {{"id", id}});
}

/// Cases in which a word was said since the index took them, and that have the other words too.
std::vector<CaseFileId> cases_said_to_have(sql::Read& tx, CaseScope const& scope,
                                           WordsLookedFor const& words) {
    std::map<std::string, WordsLookedFor::Found> found;
    tx.each(select_all_said, {}, [&](sql::Row& row) {
        auto const in_this = words.in(row.text(1));
        if (in_this.any()) found[std::string(row.text(0))] |= in_this;
    });
    if (found.empty()) return {};
    std::vector<std::string> candidates;
    for (auto const& [id, in_said] : found) candidates.push_back(id);
    auto const list = sql::json_list(candidates);
    std::vector<sql::Parameter> parameters{{"cases", list}};
    add_scope(parameters, scope);
    std::vector<CaseFileId> cases;
    tx.each(select_documents, parameters, [&](sql::Row& row) {
        if (!words.are_all_in(found[std::string(row.text(0))] | words.in(row.text(1)))) return;
        CaseFileId id;
        std::string document;
        row.read(id, document);
        cases.push_back(id);
    });
    return cases;
}

std::vector<CaseFileId> cases_in_index(sql::Read& tx, CaseScope const& scope, std::string const& words,
                                       int limit) {
    if (words.empty()) return {};
    std::vector<sql::Parameter> parameters{{"words", words}, {"limit", limit}};
    add_scope(parameters, scope);
    return tx.values<CaseFileId>(select_cases, parameters);
}

}  // namespace

void forget_said(sql::Write& tx, CaseFileId id) { tx.run(delete_said, {{"id", id}}); }

void add_said(sql::Write& tx, IdSource& ids, CaseFileId id, std::string_view words) {
    auto const document = words_document(words);
    if (document.empty()) return;
    auto const row = ids.next();
    tx.run(keep_said, {{"id", row}, {"case_file", id}, {"words", document}});
}

std::vector<CaseFileId> cases_to_index(sql::Read& tx, int limit) {
    return tx.values<CaseFileId>(select_to_index, {{"limit", limit}});
}

void index_case(sql::Write& tx, CaseFileId id, std::string_view words) {
    replace(tx, {select_case_words, forget_case, keep_case, add_case}, id, words);
}

void keep_case_words(sql::Write& tx, CaseFileId id, std::string_view words) {
    tx.run(keep_case, {{"id", id}, {"words", words_document(words)}});
}

void make_case_index(sql::Write& tx) { tx.run(rebuild_cases); }

std::string words_said_on(sql::Read& tx, CaseFileId id) {
    std::string words;
    tx.each(select_said, {{"id", id}, {"note", domain::events::note_added.name}}, [&](sql::Row& row) {
        bool is_note = false;
        std::string said;
        row.read(is_note, said);
        words += " " + (is_note ? note_in(said) : said);
    });
    return words;
}

std::vector<CaseFileId> cases_with_words(sql::Read& tx, CaseScope const& scope, std::string_view typed,
                                         int limit) {
    auto cases = cases_in_index(tx, scope, words_query(tx.engine(), typed, LastWord::is_whole), limit);
    // Every word that begins so has to be merged first: forty times the cost where it is a common one. Whole
    // words are enough where they find enough, and one or two letters begin too many.
    constexpr std::size_t shortest_beginning = 3;
    if (cases.size() < static_cast<std::size_t>(limit) && size_of_last_word(typed) >= shortest_beginning)
        cases = cases_in_index(tx, scope, words_query(tx.engine(), typed), limit);
    auto const said = cases_said_to_have(tx, scope, WordsLookedFor(typed));
    if (said.empty()) return cases;
    cases.insert(cases.end(), said.begin(), said.end());
    // Ids have an order in time; the index has the newest cases of its own, so that no newer one is missing.
    std::sort(cases.begin(), cases.end(), std::greater<>());
    cases.erase(std::unique(cases.begin(), cases.end()), cases.end());
    if (cases.size() > static_cast<std::size_t>(limit)) cases.resize(static_cast<std::size_t>(limit));
    return cases;
}

void index_address(sql::Write& tx, AddressId id, std::string_view words) {
    replace(tx, {select_address_words, forget_address, keep_address, add_address}, id, words);
}

std::vector<AddressId> addresses_with_words(sql::Read& tx, std::string_view typed, int limit) {
    auto const words = words_query(tx.engine(), typed);
    if (words.empty()) return {};
    return tx.values<AddressId>(select_addresses, {{"words", words}, {"limit", limit}});
}

}  // namespace doorstep::storage::search

#include "storage/filling.h"

namespace doorstep::storage::filling {
namespace {

sql::Query const set_next{"filling.next_number", R"sql(
    INSERT INTO reference_counter (kind, year, next_number) VALUES (:kind, :year, :number)
    ON CONFLICT (kind, year) DO UPDATE SET next_number = excluded.next_number
)sql"};

// Those that keep something unique stay, and those that a constraint made have no text. Triggers come last.
sql::Query const select_indexes{"filling.indexes",
                                "SELECT type, name, sql FROM sqlite_master WHERE sql LIKE 'CREATE INDEX%' OR "
                                "type = 'trigger' ORDER BY type, name",
                                "SELECT '', '', '' FROM pg_class WHERE FALSE"};

}  // namespace

std::vector<std::string> take_away_indexes(sql::Database& database) {
    std::vector<std::string> statements;
    database.write([&](sql::Write& tx) {
        statements.clear();
        std::string script;
        tx.each(select_indexes, {}, [&](sql::Row& row) {
            script += "DROP " + std::string(row.text(0)) + " " + std::string(row.text(1)) + ";";
            statements.emplace_back(row.text(2));
        });
        if (!script.empty()) tx.script(script);
    });
    return statements;
}

void make_indexes(sql::Database& database, std::vector<std::string> const& statements) {
    // What is sorted at once is as large as the cache: in runs of this size sorting stays in the processor's
    // caches, and goes on beside the reading. A third less processor time than sorting all at once.
    if (!statements.empty()) database.run_script("PRAGMA cache_size = -16384");
    for (auto const& statement : statements) database.run_script(statement);
}

void set_next_number(sql::Write& tx, std::string_view kind, int year, std::int64_t number) {
    tx.run(set_next, {{"kind", kind}, {"year", year}, {"number", number}});
}

namespace {

sql::Query const select_to_act_on{"filling.cases_to_act_on", R"sql(
    SELECT c.reference, c.owner_id, (SELECT min(p.id) FROM case_person p WHERE p.case_file_id = c.id
            AND p.side = 'complained-about' AND p.left_on IS NULL AND p.person_id IS NOT NULL),
        c.raised_on, a.easting, a.northing
    FROM case_file c JOIN event_chain e ON e.chain_id = c.id LEFT JOIN address a ON a.id = c.address_id
    WHERE c.state = 'open' AND NOT c.restricted AND c.owner_id IS NOT NULL AND e.changed_at < :quiet_since
    ORDER BY CASE WHEN c.category {in:categories} THEN 0 ELSE 1 END, c.raised_on DESC, c.id LIMIT :limit
)sql"};

}  // namespace

std::vector<CaseToActOn> cases_to_act_on(sql::Read& tx, Instant quiet_since,
                                         std::vector<std::string> const& categories, int limit) {
    auto const list = sql::json_list(categories);
    return tx.all(select_to_act_on, {{"quiet_since", quiet_since}, {"categories", list}, {"limit", limit}},
                  [](sql::Row& row) {
                      CaseToActOn found;
                      row.read(found.reference, found.owner, found.accused, found.raised_on, found.easting,
                               found.northing);
                      return found;
                  });
}

}  // namespace doorstep::storage::filling

#include "storage/copy.h"

#include "base/text.h"
#include "storage/copy/content_hash.h"
#include "storage/copy/postgres_side.h"
#include "storage/copy/sqlite_side.h"
#include "storage/migrator.h"

namespace doorstep::storage {
namespace {

using copy::Cells;
using copy::ContentHash;
using copy::Reader;
using copy::Table;
using copy::Writer;

bool is_postgres(std::string const& location) { return sql::engine_of(location) == sql::Engine::postgres; }

void require_current(std::string const& location) {
    auto const database = sql::open_database(location, {.readers = 1, .create = false});
    auto const state = migration_state(*database);
    require_known_migrations(state);
    if (!state.is_current())
        throw StorageError(FailureKind::wrong_version,
                           "The database to copy is older than this program: run doorstep db migrate first");
}

/// Progress over all tables, and what is counted.
class RowsDone {
  public:
    RowsDone(CopyProgress const& progress, std::int64_t total) : progress_(progress), total_(total) {}
    void one_more() {
        ++done_;
        if (progress_ && (done_ % 1000 == 0 || done_ == total_)) progress_(done_, total_);
    }

  private:
    CopyProgress const& progress_;
    std::int64_t total_;
    std::int64_t done_ = 0;
};

CopiedTableProof prove_table(Reader& reader, Table const& table, RowsDone& done,
                             std::function<void(Cells const&)> const& use) {
    CopiedTableProof proof{table.name, 0, {}};
    ContentHash hash;
    hash.add(table.name + "\n" + table.column_list() + "\n");
    reader.each_row(table, [&](Cells const& cells) {
        hash.add(cells);
        use(cells);
        ++proof.rows;
        done.one_more();
    });
    proof.hash = hash.hexadecimal();
    return proof;
}

CopiedTableProof copy_table(Reader& source, Writer& target, Table const& table, RowsDone& done) {
    target.start(table);
    auto proof = prove_table(source, table, done, [&](Cells const& cells) { target.add(cells); });
    target.end();
    return proof;
}

void require_same(CopiedTableProof const& copied, CopiedTableProof const& read_back) {
    if (copied.rows == read_back.rows && copied.hash == read_back.hash) return;
    throw StorageError(FailureKind::corrupt,
                       "The copy of " + copied.table + " is not the same: " + std::to_string(copied.rows) +
                           " rows copied, " + std::to_string(read_back.rows) + " read back");
}

std::string whole_hash(std::vector<CopiedTableProof> const& tables) {
    ContentHash hash;
    for (auto const& proof : tables)
        hash.add(proof.table + " " + std::to_string(proof.rows) + " " + proof.hash + "\n");
    return hash.hexadecimal();
}

}  // namespace

CopyProof copy_database(std::string const& from, std::string const& to, Clock const& clock,
                        CopyProgress const& progress) {
    require_current(from);
    auto const target = is_postgres(to) ? copy::write_postgres(to, clock) : copy::write_sqlite(to, clock);
    auto const source = is_postgres(from) ? copy::read_postgres(from) : copy::read_sqlite(from);
    auto const tables = source->tables();
    if (tables != target->tables())
        throw StorageError(FailureKind::wrong_version, "The two databases do not have the same tables");
    std::int64_t total = 0;
    for (auto const& table : tables) total += source->count(table);
    RowsDone done(progress, total * 2);

    target->begin();
    CopyProof proof;
    for (auto const& table : tables) proof.tables.push_back(copy_table(*source, *target, table, done));
    target->complete();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        require_same(proof.tables[i], prove_table(*target, tables[i], done, [](Cells const&) {}));
        proof.rows += proof.tables[i].rows;
    }
    proof.content_hash = whole_hash(proof.tables);
    proof.chains = target->verify_chains();
    target->finish();
    return proof;
}

}  // namespace doorstep::storage

#include "storage/copy/postgres_side.h"

#include <algorithm>
#include <map>

#include "storage/copy/copy_text.h"
#include "storage/migrator.h"
#include "storage/sql/postgres_error.h"
#include "storage/sql/postgres_transaction.h"

namespace doorstep::storage::copy {
namespace {

using sql::PostgresConnection;
using sql::PostgresResult;

/// Enough for one write to the network to be worth it.
constexpr std::size_t copy_buffer = 256 * 1024;

constexpr char const* columns_of_tables = R"(
SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
       coalesce(array_position(CAST(i.indkey AS int2[]), a.attnum), -1)
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
WHERE c.relkind = 'r' AND c.relnamespace = CAST(current_schema() AS regnamespace) AND c.relname NOT IN ('schema_migration', 'figure_slice', 'figure_tally', 'figure_open_day', 'figure_open')
ORDER BY c.relname, a.attname)";

constexpr char const* links_between_tables = R"(
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', CAST(conrelid AS regclass), conname),
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', CAST(conrelid AS regclass), conname, pg_get_constraintdef(oid))
FROM pg_constraint
WHERE contype = 'f' AND connamespace = CAST(current_schema() AS regnamespace) ORDER BY 1)";

constexpr char const* indexes_for_reading = R"(
SELECT format('DROP INDEX %s', CAST(i.indexrelid AS regclass)), pg_get_indexdef(i.indexrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE c.relnamespace = CAST(current_schema() AS regnamespace) AND NOT i.indisprimary
  AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid) ORDER BY 1)";

std::string cell_text(PostgresResult const& result, int row, int column) {
    return PQgetvalue(result.get(), row, column);
}

/// Nothing for a vector of words, which PostgreSQL alone keeps.
std::optional<ColumnKind> kind_in_postgres(std::string const& table, std::string const& type) {
    static std::map<std::string, std::optional<ColumnKind>> const kinds{
        {"text", ColumnKind::text},       {"bigint", ColumnKind::integer},
        {"boolean", ColumnKind::boolean}, {"double precision", ColumnKind::real},
        {"tsvector", std::nullopt},
    };
    auto const found = kinds.find(type);
    if (found == kinds.end())
        throw StorageError(FailureKind::bug, table + " has a column of the type " + type);
    return found->second;
}

struct FreeCopied {
    void operator()(char* line) const { PQfreemem(line); }
};

/// The end of a COPY: its result, and the null after it.
void expect_copied(PGconn* handle, std::string const& table) {
    PostgresResult const result(PQgetResult(handle));
    while (PostgresResult const extra{PQgetResult(handle)}) {
    }
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        sql::throw_postgres(result.get(), "copying " + table);
}

void start_copy(PGconn* handle, std::string const& statement, ExecStatusType expected,
                std::string const& table) {
    PostgresResult const result(PQexec(handle, statement.c_str()));
    if (PQresultStatus(result.get()) != expected) sql::throw_postgres(result.get(), "copying " + table);
}

/// Reading, of a connection in a transaction.
class PostgresTables {
  public:
    explicit PostgresTables(PostgresConnection& connection)
        : connection_(connection), handle_(connection.leave_pipeline()) {}

    std::vector<Table> tables() {
        auto const result = connection_.script(columns_of_tables);
        std::vector<Table> found;
        std::vector<std::pair<int, std::string>> key;
        for (int row = 0; row < PQntuples(result.get()); ++row) {
            auto const name = cell_text(result, row, 0);
            if (found.empty() || found.back().name != name) {
                finish(found, key);
                found.push_back({name, {}, {}});
            }
            auto const column = cell_text(result, row, 1);
            if (auto const kind = kind_in_postgres(name, cell_text(result, row, 2)))
                found.back().columns.push_back({column, *kind});
            if (auto const place = std::stoi(cell_text(result, row, 3)); place >= 0)
                key.emplace_back(place, column);
        }
        finish(found, key);
        return found;
    }
    std::int64_t count(Table const& table) {
        return std::stoll(cell_text(connection_.script("SELECT count(*) FROM " + table.name), 0, 0));
    }
    void each_row(Table const& table, std::function<void(Cells const&)> const& use) {
        start_copy(handle_,
                   "COPY (SELECT " + table.column_list() + " FROM " + table.name + " ORDER BY " +
                       table.key_list() + ") TO STDOUT",
                   PGRES_COPY_OUT, table.name);
        CopyLine reader;
        for (;;) {
            char* raw = nullptr;
            int const length = PQgetCopyData(handle_, &raw, 0);
            std::unique_ptr<char, FreeCopied> const line(raw);
            if (length < 0) break;
            use(reader.read({line.get(), static_cast<std::size_t>(length)}, table));
        }
        expect_copied(handle_, table.name);
    }

    PGconn* handle() const { return handle_; }

  private:
    static void finish(std::vector<Table>& found, std::vector<std::pair<int, std::string>>& key) {
        std::sort(key.begin(), key.end());
        for (auto& [place, column] : key) found.back().key.push_back(std::move(column));
        key.clear();
    }

    PostgresConnection& connection_;
    PGconn* handle_;
};

class PostgresReader final : public Reader {
  public:
    explicit PostgresReader(std::string const& location) : connection_(location), tables_(connection_) {
        connection_.begin(PostgresConnection::Access::read);
        connection_.script("SELECT 1");
    }
    std::vector<Table> tables() override { return tables_.tables(); }
    std::int64_t count(Table const& table) override { return tables_.count(table); }
    void each_row(Table const& table, std::function<void(Cells const&)> const& use) override {
        tables_.each_row(table, use);
    }

  private:
    PostgresConnection connection_;
    PostgresTables tables_;
};

/// With tables, and all of them this program's.
std::string const& migrated(std::string const& location, Clock const& clock) {
    auto const database = sql::open_postgres(location, {.readers = 1});
    migrate(*database, clock);
    return location;
}

class PostgresWriter final : public Writer {
  public:
    PostgresWriter(std::string const& location, Clock const& clock)
        : connection_(migrated(location, clock)), tables_(connection_), transaction_(connection_) {
        connection_.script("SET LOCAL lock_timeout = '5s'");
    }

    std::vector<Table> tables() override { return tables_.tables(); }
    std::int64_t count(Table const& table) override { return tables_.count(table); }
    void each_row(Table const& table, std::function<void(Cells const&)> const& use) override {
        tables_.each_row(table, use);
    }

    void begin() override {
        for (auto const& table : tables()) {
            connection_.script("LOCK TABLE " + table.name + " IN ACCESS EXCLUSIVE MODE");
            if (count(table) > 0)
                throw StorageError(FailureKind::refused, "The PostgreSQL database is not empty (" +
                                                             table.name +
                                                             " has rows): a copy goes into a new one");
        }
        for (auto const* const what : {links_between_tables, indexes_for_reading}) take_away(what);
        // Made again in the other order: links lean on what is unique.
        std::reverse(made_again_.begin(), made_again_.end());
    }
    void start(Table const& table) override {
        table_ = table;
        words_ = std::nullopt;
        auto columns = table.column_list();
        if (has_word_vector(table)) {
            columns += ", document";
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                if (table.columns[i].name == "words") words_ = i;
        }
        start_copy(tables_.handle(), "COPY " + table.name + " (" + columns + ") FROM STDIN", PGRES_COPY_IN,
                   table.name);
    }
    void add(Cells const& cells) override {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) lines_ += '\t';
            write_copy_cell(lines_, cells[i]);
        }
        if (words_) {
            lines_ += '\t';
            write_word_vector(lines_, std::get<std::string_view>(cells[*words_]));
        }
        lines_ += '\n';
        if (lines_.size() >= copy_buffer) send();
    }
    void end() override {
        send();
        PQputCopyEnd(tables_.handle(), nullptr);
        expect_copied(tables_.handle(), table_.name);
        if (words_) require_word_vectors();
    }
    void complete() override {
        try {
            for (auto const& statement : made_again_) connection_.script(statement);
        } catch (StorageError const& error) {
            if (error.kind() != FailureKind::bug) throw;
            throw StorageError(FailureKind::corrupt, std::string("The copy is not sound. ") + error.what());
        }
        connection_.script("ANALYZE");
    }
    events::Verification verify_chains() override {
        connection_.enter_pipeline();
        return events::verify(transaction_);
    }
    /// After `verify_chains`.
    void finish() override { connection_.commit(); }

  private:
    void take_away(char const* what) {
        auto const found = connection_.script(what);
        for (int row = 0; row < PQntuples(found.get()); ++row) {
            connection_.script(cell_text(found, row, 0));
            made_again_.push_back(cell_text(found, row, 1));
        }
    }
    bool has_word_vector(Table const& table) {
        auto const found =
            connection_.script("SELECT 1 FROM pg_attribute WHERE attrelid = CAST('" + table.name +
                               "' AS regclass) AND attname = 'document' AND NOT attisdropped");
        return PQntuples(found.get()) > 0 && std::none_of(table.columns.begin(), table.columns.end(),
                                                          [](auto const& c) { return c.name == "document"; });
    }
    void require_word_vectors() {
        auto const wrong = connection_.script("SELECT count(*) FROM " + table_.name +
                                              " WHERE document IS DISTINCT FROM "
                                              "array_to_tsvector(string_to_array(words, ' '))");
        if (cell_text(wrong, 0, 0) != "0")
            throw StorageError(FailureKind::corrupt, cell_text(wrong, 0, 0) + " rows of " + table_.name +
                                                         " cannot be found by their words");
    }
    void send() {
        if (lines_.empty()) return;
        auto* const handle = tables_.handle();
        if (PQputCopyData(handle, lines_.data(), static_cast<int>(lines_.size())) != 1)
            throw StorageError(
                FailureKind::unavailable,
                std::string("The connection to PostgreSQL was lost: ") + PQerrorMessage(handle));
        lines_.clear();
    }

    PostgresConnection connection_;
    PostgresTables tables_;
    sql::PostgresTransaction transaction_;
    std::vector<std::string> made_again_;
    Table table_;
    std::optional<std::size_t> words_;
    std::string lines_;
};

}  // namespace

std::unique_ptr<Reader> read_postgres(std::string const& connection) {
    return std::make_unique<PostgresReader>(connection);
}

std::unique_ptr<Writer> write_postgres(std::string const& connection, Clock const& clock) {
    return std::make_unique<PostgresWriter>(connection, clock);
}

}  // namespace doorstep::storage::copy

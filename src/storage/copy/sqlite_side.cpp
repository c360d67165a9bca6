#include "storage/copy/sqlite_side.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "storage/files.h"
#include "storage/migrator.h"
#include "storage/sql/sqlite_error.h"
#include "storage/sql/sqlite_handle.h"
#include "storage/sqlite_backup.h"

namespace doorstep::storage::copy {
namespace {

namespace fs = std::filesystem;
using sql::SqliteAccess;
using sql::SqliteHandle;

constexpr std::chrono::milliseconds sqlite_patience{5000};

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// A statement made at run time, for tables that are found by looking.
class SqliteScan {
  public:
    SqliteScan(sqlite3* handle, std::string const& sql) : handle_(handle) {
        sqlite3_stmt* raw = nullptr;
        int const result = sqlite3_prepare_v2(handle, sql.c_str(), -1, &raw, nullptr);
        statement_.reset(raw);
        if (result != SQLITE_OK) sql::throw_sqlite(handle, result, sql);
    }
    bool step() {
        int const result = sqlite3_step(get());
        if (result == SQLITE_ROW) return true;
        if (result != SQLITE_DONE) sql::throw_sqlite(handle_, result, sqlite3_sql(get()));
        return false;
    }
    std::string_view text(int column) const {
        auto const* const bytes = reinterpret_cast<char const*>(sqlite3_column_text(get(), column));
        return {bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(get(), column))};
    }
    sqlite3_stmt* get() const { return statement_.get(); }

  private:
    sqlite3* handle_;
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement_;
};

std::vector<std::string> names(sqlite3* handle, std::string const& sql) {
    std::vector<std::string> found;
    for (SqliteScan scan(handle, sql); scan.step();) found.emplace_back(scan.text(0));
    return found;
}

std::vector<std::string> word_indexes(sqlite3* handle) {
    return names(handle,
                 "SELECT l.name FROM pragma_table_list l JOIN sqlite_schema s ON s.name = l.name "
                 "WHERE l.schema = 'main' AND l.type = 'virtual' AND s.sql LIKE '%USING fts5%'");
}

ColumnKind kind_in_sqlite(std::string const& table, std::string_view type) {
    if (type == "TEXT") return ColumnKind::text;
    if (type == "BIGINT") return ColumnKind::integer;
    if (type == "BOOLEAN") return ColumnKind::boolean;
    if (type == "DOUBLE PRECISION") return ColumnKind::real;
    throw StorageError(FailureKind::bug, table + " has a column of the type " + std::string(type));
}

Table describe_in_sqlite(sqlite3* handle, std::string const& name) {
    Table table{name, {}, {}};
    std::vector<std::pair<int, std::string>> key;
    bool is_numbered = false;
    SqliteScan scan(handle, "SELECT name, type, pk FROM pragma_table_info('" + name + "') ORDER BY cid");
    while (scan.step()) {
        std::string const column(scan.text(0));
        if (scan.text(1) == "INTEGER") {
            is_numbered = true;
            continue;
        }
        // A number that SQLite gives its rows is no part of them: the column after it is their key.
        if (is_numbered && key.empty()) key.emplace_back(1, column);
        table.columns.push_back({column, kind_in_sqlite(name, scan.text(1))});
        if (auto const place = sqlite3_column_int(scan.get(), 2); place > 0) key.emplace_back(place, column);
    }
    std::sort(key.begin(), key.end());
    for (auto& [place, column] : key) table.key.push_back(std::move(column));
    std::sort(table.columns.begin(), table.columns.end(),
              [](auto const& a, auto const& b) { return a.name < b.name; });
    return table;
}

Cell cell_of(SqliteScan const& scan, Table const& table, int column) {
    auto const kind = table.columns[static_cast<std::size_t>(column)].kind;
    auto const stored = sqlite3_column_type(scan.get(), column);
    if (stored == SQLITE_NULL) return std::monostate();
    if (kind == ColumnKind::text && stored == SQLITE_TEXT) return scan.text(column);
    if (kind == ColumnKind::real && stored == SQLITE_FLOAT) return sqlite3_column_double(scan.get(), column);
    if (stored == SQLITE_INTEGER) {
        std::int64_t const value = sqlite3_column_int64(scan.get(), column);
        if (kind == ColumnKind::integer) return value;
        if (kind == ColumnKind::boolean && (value == 0 || value == 1)) return value == 1;
    }
    throw StorageError(FailureKind::corrupt, "A value in " + table.name + "." +
                                                 table.columns[static_cast<std::size_t>(column)].name +
                                                 " is of the wrong kind");
}

/// Reading, of a handle in a transaction.
class SqliteTables {
  public:
    explicit SqliteTables(sqlite3* handle) : handle_(handle) {}

    std::vector<Table> tables() const {
        std::vector<Table> found;
        for (auto const& name :
             names(handle_,
                   "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                   "AND substr(name, 1, 7) <> 'sqlite_' AND name NOT IN ('schema_migration', 'figure_slice', "
                   "'figure_tally', 'figure_open_day', 'figure_open') ORDER BY name"))
            found.push_back(describe_in_sqlite(handle_, name));
        return found;
    }
    std::int64_t count(Table const& table) const {
        return sql::sqlite_integer(handle_, "SELECT count(*) FROM " + table.name);
    }
    void each_row(Table const& table, std::function<void(Cells const&)> const& use) const {
        SqliteScan scan(handle_, "SELECT " + table.column_list() + " FROM " + table.name + " ORDER BY " +
                                     table.key_list());
        Cells cells(table.columns.size());
        while (scan.step()) {
            for (std::size_t i = 0; i < cells.size(); ++i)
                cells[i] = cell_of(scan, table, static_cast<int>(i));
            use(cells);
        }
    }

  private:
    sqlite3* handle_;
};

class SqliteReader final : public Reader {
  public:
    explicit SqliteReader(std::string const& path)
        : handle_(sql::open_sqlite_handle(path, SqliteAccess::read_only, sqlite_patience)),
          tables_(handle_.get()) {
        sql::execute_sqlite(handle_.get(), "BEGIN; SELECT 1 FROM sqlite_schema", "reading for a copy");
    }
    std::vector<Table> tables() override { return tables_.tables(); }
    std::int64_t count(Table const& table) override { return tables_.count(table); }
    void each_row(Table const& table, std::function<void(Cells const&)> const& use) override {
        tables_.each_row(table, use);
    }

  private:
    SqliteHandle handle_;
    SqliteTables tables_;
};

class SqliteFileWriter final : public Writer {
  public:
    SqliteFileWriter(std::string path, Clock const& clock)
        : path_(std::move(path)), partial_(path_ + ".copying") {
        if (fs::exists(path_))
            throw StorageError(FailureKind::refused,
                               "There is a database at " + path_ + " already: a copy goes into a new one");
        remove_partial();
        migrate(*sql::open_sqlite(partial_, {.readers = 1}), clock);
        handle_ = sql::open_sqlite_handle(partial_, SqliteAccess::read_write, sqlite_patience);
        tables_.emplace(handle_.get());
    }
    SqliteFileWriter(SqliteFileWriter const&) = delete;
    SqliteFileWriter& operator=(SqliteFileWriter const&) = delete;
    ~SqliteFileWriter() override {
        insert_.reset();
        handle_.reset();
        try {
            if (!finished_) remove_partial();
        } catch (fs::filesystem_error const&) {
            // It has a name of its own, and the next copy takes it away.
        }
    }

    std::vector<Table> tables() override { return tables_->tables(); }
    std::int64_t count(Table const& table) override { return tables_->count(table); }
    void each_row(Table const& table, std::function<void(Cells const&)> const& use) override {
        tables_->each_row(table, use);
    }

    void begin() override {
        execute(
            "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536; BEGIN "
            "IMMEDIATE");
        for (auto const& name : names(
                 handle_.get(), "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")) {
            indexes_.push_back(
                sql::sqlite_text(handle_.get(), "SELECT sql FROM sqlite_schema WHERE name = '" + name + "'"));
            execute("DROP INDEX " + name);
        }
    }
    void start(Table const& table) override {
        std::string places;
        for (std::size_t i = 0; i < table.columns.size(); ++i) places += i == 0 ? "?" : ", ?";
        insert_.emplace(handle_.get(), "INSERT INTO " + table.name + " (" + table.column_list() +
                                           ") VALUES (" + places + ")");
    }
    void add(Cells const& cells) override {
        for (std::size_t i = 0; i < cells.size(); ++i)
            std::visit(Bind{insert_->get(), static_cast<int>(i) + 1}, cells[i]);
        insert_->step();
        sqlite3_reset(insert_->get());
    }
    void end() override { insert_.reset(); }
    void complete() override {
        for (auto const& index : word_indexes(handle_.get()))
            for (auto const* const what : {"rebuild", "integrity-check"})
                execute("INSERT INTO " + index + " (" + index + ") VALUES ('" + what + "')");
        execute(
            "INSERT INTO order_zone (west, east, south, north, order_id, clause_id) SELECT zone_west, "
            "zone_east, zone_south, zone_north, legal_order_id, id FROM order_clause WHERE zone <> ''");
        for (auto const& index : indexes_) execute(index);
        execute("COMMIT");
        auto const findings = check_sqlite(partial_);
        if (!findings.empty())
            throw StorageError(FailureKind::corrupt, "The copy is not sound. " + findings.front().what);
    }
    events::Verification verify_chains() override {
        return sql::open_sqlite(partial_, {.readers = 1, .create = false})->read([](sql::Read& tx) {
            return events::verify(tx);
        });
    }
    void finish() override {
        // The last connection to close takes the write-ahead log into the file.
        handle_.reset();
        move_into_place(partial_, path_);
        finished_ = true;
    }

  private:
    struct Bind {
        sqlite3_stmt* statement;
        int place;
        void operator()(std::monostate) const { sqlite3_bind_null(statement, place); }
        void operator()(bool value) const { sqlite3_bind_int(statement, place, value ? 1 : 0); }
        void operator()(std::int64_t value) const { sqlite3_bind_int64(statement, place, value); }
        void operator()(double value) const { sqlite3_bind_double(statement, place, value); }
        void operator()(std::string_view value) const {
            sqlite3_bind_text64(statement, place, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
        }
    };
    void execute(std::string const& sql) { sql::execute_sqlite(handle_.get(), sql, "copying"); }
    void remove_partial() const {
        for (auto const* const ending : {"", "-wal", "-shm"}) fs::remove(partial_ + ending);
    }

    std::string path_;
    std::string partial_;
    SqliteHandle handle_;
    std::optional<SqliteTables> tables_;
    std::vector<std::string> indexes_;
    std::optional<SqliteScan> insert_;
    bool finished_ = false;
};

}  // namespace

std::unique_ptr<Reader> read_sqlite(std::string const& path) { return std::make_unique<SqliteReader>(path); }

std::unique_ptr<Writer> write_sqlite(std::string const& path, Clock const& clock) {
    return std::make_unique<SqliteFileWriter>(path, clock);
}

}  // namespace doorstep::storage::copy

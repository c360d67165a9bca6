#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <random>

#include "storage/sql/database.h"

/// What the SQL layer costs, beside the same work done with bare sqlite3 calls and a bare write and
/// fdatasync, in the same run and the same folder (TMPDIR, else /tmp: choose a disk, not memory). PostgreSQL
/// joins in when DOORSTEP_TEST_POSTGRES names a server.
namespace doorstep::storage::sql {
namespace {

constexpr int rows = 100'000;

Query const select_person{"bench.select", "SELECT id, name, street, town, born FROM person WHERE id = :id"};
Query const insert_note{"bench.insert", "INSERT INTO note (words, made_at) VALUES (:words, :made_at)"};

std::string id_of(int number) {
    auto digits = std::to_string(number);
    return "018f4e6a-7b1c-7d2e-8f30-" + std::string(12 - digits.size(), '0') + digits;
}

constexpr char const* create =
    "CREATE TABLE person (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, street TEXT NOT NULL, town TEXT "
    "NOT NULL, "
    "born TEXT NOT NULL);"
    "CREATE TABLE note (words TEXT NOT NULL, made_at BIGINT NOT NULL);";

void fill(Database& database) {
    database.run_script(create);
    static Query const insert{"bench.insert_person",
                              "INSERT INTO person (id, name, street, town, born) "
                              "VALUES (:id, :name, :street, :town, '1980-01-01')"};
    database.write([](Write& tx) {
        for (int i = 0; i < rows; ++i)
            tx.run(insert, {{"id", id_of(i)},
                            {"name", "Person number " + std::to_string(i)},
                            {"street", std::to_string(i % 300) + " Willow Street"},
                            {"town", "Milton Keynes"}});
    });
    database.maintain();
}

/// One folder for the whole run.
class Folder {
  public:
    Folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "doorstep-bench-XXXXXX").string();
        if (!::mkdtemp(pattern.data())) std::abort();
        path_ = pattern;
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }
    std::string file(char const* name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

Folder const& folder() {
    static Folder const instance;
    return instance;
}

Database& sqlite() {
    static auto const database = [] {
        auto opened = open_sqlite(folder().file("layer.db"));
        fill(*opened);
        return opened;
    }();
    return *database;
}

Database& postgres() {
    static auto const database = [] {
        auto opened = open_postgres(std::getenv("DOORSTEP_TEST_POSTGRES"));
        opened->run_script("DROP TABLE IF EXISTS person, note");
        fill(*opened);
        return opened;
    }();
    return *database;
}

struct Person {
    std::string id, name, street, town;
    Date born;
};

Person read_person(Row& row) {
    Person person;
    row.read(person.id, person.name, person.street, person.town, person.born);
    return person;
}

int any_row() {
    static thread_local std::minstd_rand random(static_cast<unsigned>(::getpid()));
    return std::uniform_int_distribution(0, rows - 1)(random);
}

// Reading
// -------------------------------------------------------------------------------------------------------------

void read_one(benchmark::State& state, Database& database) {
    for (auto _ : state)
        benchmark::DoNotOptimize(database.read([](Read& tx) {
            return tx.one(select_person, {{"id", id_of(any_row())}}, read_person);
        }));
}

/// As a page does: several selects in one transaction. The figure is for one select.
void read_twenty(benchmark::State& state, Database& database) {
    for (auto _ : state)
        database.read([](Read& tx) {
            for (int i = 0; i < 20; ++i)
                benchmark::DoNotOptimize(tx.one(select_person, {{"id", id_of(any_row())}}, read_person));
        });
    state.SetItemsProcessed(state.iterations() * 20);
}

/// A bare connection with the same settings that matter, and the same row turned into the same struct.
class Bare {
  public:
    explicit Bare(std::string const& path) {
        sqlite3_open_v2(path.c_str(), &handle_,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
        execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -512");
    }
    Bare(Bare const&) = delete;
    Bare& operator=(Bare const&) = delete;
    ~Bare() {
        sqlite3_finalize(statement_);
        sqlite3_close(handle_);
    }
    void execute(char const* sql) { sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); }
    void prepare(char const* sql) { sqlite3_prepare_v2(handle_, sql, -1, &statement_, nullptr); }
    sqlite3_stmt* statement() { return statement_; }

    Person select(std::string const& id) {
        sqlite3_bind_text(statement_, 1, id.data(), static_cast<int>(id.size()), SQLITE_STATIC);
        Person person;
        if (sqlite3_step(statement_) == SQLITE_ROW) {
            person.id = text(0);
            person.name = text(1);
            person.street = text(2);
            person.town = text(3);
            person.born = *Date::parse_iso(text(4));
        }
        sqlite3_reset(statement_);
        return person;
    }

    void insert() {
        sqlite3_bind_text(statement_, 1, "some words of a note", -1, SQLITE_STATIC);
        sqlite3_bind_int64(statement_, 2, 1'700'000'000'000);
        sqlite3_step(statement_);
        sqlite3_reset(statement_);
    }

  private:
    std::string_view text(int column) {
        return {reinterpret_cast<char const*>(sqlite3_column_text(statement_, column)),
                static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }

    sqlite3* handle_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
};

constexpr char const* bare_select = "SELECT id, name, street, town, born FROM person WHERE id = ?";
constexpr char const* bare_insert = "INSERT INTO note (words, made_at) VALUES (?, ?)";

void bare_read_one(benchmark::State& state) {
    sqlite();
    Bare bare(folder().file("layer.db"));
    bare.prepare(bare_select);
    for (auto _ : state) benchmark::DoNotOptimize(bare.select(id_of(any_row())));
}

void bare_read_twenty(benchmark::State& state) {
    sqlite();
    Bare bare(folder().file("layer.db"));
    bare.prepare(bare_select);
    for (auto _ : state) {
        bare.execute("BEGIN");
        for (int i = 0; i < 20; ++i) benchmark::DoNotOptimize(bare.select(id_of(any_row())));
        bare.execute("COMMIT");
    }
    state.SetItemsProcessed(state.iterations() * 20);
}

// Writing
// -------------------------------------------------------------------------------------------------------------

void write_one(benchmark::State& state, Database& database) {
    for (auto _ : state)
        database.write([](Write& tx) {
            tx.run(insert_note,
                   {{"words", "some words of a note"}, {"made_at", Instant::from_milliseconds(1)}});
        });
    state.SetItemsProcessed(state.iterations());
}

void bare_write_one(benchmark::State& state) {
    auto const path = folder().file("bare.db");
    Bare bare(path);
    bare.execute(create);
    bare.prepare(bare_insert);
    for (auto _ : state) bare.insert();
    state.SetItemsProcessed(state.iterations());
}

/// The least that a durable commit can cost on this disk: one page over another, and fdatasync.
void disk_write_one(benchmark::State& state) {
    int const file = ::open(folder().file("page").c_str(), O_CREAT | O_WRONLY, 0600);
    std::string const page(4096, 'p');
    for (int i = 0; i < 256; ++i) benchmark::DoNotOptimize(::write(file, page.data(), page.size()));
    ::fsync(file);
    for (auto _ : state) {
        benchmark::DoNotOptimize(::pwrite(file, page.data(), page.size(), 0));
        ::fdatasync(file);
    }
    ::close(file);
    state.SetItemsProcessed(state.iterations());
}

template <class Run>
auto* add(char const* name, Run run) {
    return benchmark::RegisterBenchmark(name, run)->UseRealTime();
}

void add_all() {
    add("read one: bare sqlite3", bare_read_one);
    add("read one: SQLite", [](auto& state) { read_one(state, sqlite()); });
    add("read twenty at once: bare sqlite3", bare_read_twenty);
    add("read twenty at once: SQLite", [](auto& state) { read_twenty(state, sqlite()); });
    add("write one: page and fdatasync", disk_write_one);
    add("write one: bare sqlite3", bare_write_one);
    add("write one: SQLite", [](auto& state) { write_one(state, sqlite()); })->ThreadRange(1, 16);
    if (!std::getenv("DOORSTEP_TEST_POSTGRES")) return;
    add("read one: PostgreSQL", [](auto& state) { read_one(state, postgres()); });
    add("read twenty at once: PostgreSQL", [](auto& state) { read_twenty(state, postgres()); });
    add("write one: PostgreSQL", [](auto& state) { write_one(state, postgres()); })->ThreadRange(1, 16);
}

}  // namespace
}  // namespace doorstep::storage::sql

int main(int count, char** arguments) {
    benchmark::Initialize(&count, arguments);
    doorstep::storage::sql::add_all();
    benchmark::RunSpecifiedBenchmarks();
}

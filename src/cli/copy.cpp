#include "storage/copy.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/json_line.h"

namespace doorstep::cli {
namespace {

/// A data folder means the SQLite file in it.
std::string database_at(std::string const& place) {
    if (storage::sql::engine_of(place) == storage::sql::Engine::postgres) return place;
    if (std::filesystem::is_regular_file(place)) return place;
    return (std::filesystem::path(place) / "doorstep.db").string();
}

void print_as_json(storage::CopyProof const& proof) {
    std::string tables = "[";
    for (auto const& table : proof.tables) {
        if (tables.size() > 1) tables += ',';
        tables +=
            JsonLine().set("table", table.table).set("rows", table.rows).set("sha256", table.hash).text();
    }
    JsonLine()
        .set("rows", proof.rows)
        .set("sha256", proof.content_hash)
        .set("events", proof.chains.events)
        .set("chains", proof.chains.chains)
        .set("whole", proof.chains.findings.empty())
        .set_json("tables", tables + "]")
        .print();
}

void print_for_people(storage::CopyProof const& proof) {
    fmt::print("{} rows in {} tables: the same on both sides\nContent   SHA-256 {}\n",
               text::thousands(proof.rows), proof.tables.size(), proof.content_hash);
    fmt::print("Events    {} in {} chains: {}\n", text::thousands(proof.chains.events),
               text::thousands(proof.chains.chains),
               proof.chains.findings.empty() ? "all whole"
                                             : "not whole, here as in the source: doorstep audit verify");
}

/// "postgresql://doorstep:secret@db/doorstep" and "password=secret": every account of the machine can read
/// the command lines of its processes.
bool shows_a_password(std::string const& place) {
    if (place.find("password=") != std::string::npos) return true;
    auto const scheme = place.find("://");
    if (scheme == std::string::npos) return false;
    auto const server = std::string_view(place).substr(scheme + 3);
    auto const at = server.substr(0, server.find_first_of("/?")).rfind('@');
    return at != std::string_view::npos && server.substr(0, at).find(':') != std::string_view::npos;
}

int copy(Terminal const& terminal, std::string const& from, std::string const& to) {
    if (shows_a_password(from) || shows_a_password(to)) {
        fmt::print(stderr,
                   "A password does not belong on a command line, where others on this machine can read "
                   "it: use ~/.pgpass, PGPASSFILE or a service\n");
        return 2;
    }
    auto const source = database_at(from);
    auto const target = database_at(to);
    if (storage::sql::engine_of(target) == storage::sql::Engine::sqlite)
        std::filesystem::create_directories(std::filesystem::absolute(target).parent_path());
    ProgressLine progress("Copying and reading back");
    auto const proof = storage::copy_database(source, target, SystemClock(),
                                              [&](auto done, auto total) { progress.show(done, total); });
    terminal.json ? print_as_json(proof) : print_for_people(proof);
    return proof.chains.findings.empty() ? 0 : 1;
}

}  // namespace

void add_db_copy_command(CLI::App& db, Terminal& terminal) {
    static std::string from;
    static std::string to;
    auto* command =
        db.add_subcommand("copy", "Move the database to another engine, and prove that it is the same");
    command->add_option("--from", from, "A data folder (SQLite) or a PostgreSQL URL; it may be serving")
        ->required();
    command
        ->add_option("--to", to,
                     "A data folder without a database, or the URL of an empty PostgreSQL database")
        ->required();
    command->footer(
        "Example: doorstep db copy --from /srv/doorstep --to postgresql://doorstep@db.example/doorstep\n"
        "Files, secrets and settings stay in the data folder: docs/how-to/move-to-postgresql.md");
    command->callback([&] { terminal.run = [&] { return copy(terminal, from, to); }; });
}

}  // namespace doorstep::cli

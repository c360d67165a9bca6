#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/json_line.h"
#include "storage/backup.h"
#include "storage/migrator.h"

namespace doorstep::cli {
namespace {

int status(Terminal const& terminal) {
    auto database = usecases::open_database(terminal.config, usecases::IfMissing::refuse);
    auto const health = database->health();
    auto const state = storage::migration_state(*database);
    if (terminal.json) {
        JsonLine()
            .set("engine", health.engine)
            .set("schema", health.schema)
            .set("size_bytes", health.size_bytes)
            .set("applied", static_cast<std::int64_t>(state.applied.size()))
            .set("pending", state.pending)
            .set("unknown", state.unknown)
            .print();
    } else {
        fmt::print("Engine    {}\nSchema    {}\nSize      {} bytes\n", health.engine, health.schema,
                   text::thousands(health.size_bytes));
        fmt::print("Pending   {}\n", state.pending.empty() ? "none" : text::join(state.pending, ", "));
        if (!state.unknown.empty()) fmt::print("Newer     {}\n", text::join(state.unknown, ", "));
    }
    return state.pending.empty() && state.unknown.empty() && state.changed.empty() ? 0 : 1;
}

int migrate(Terminal const& terminal) {
    auto database = usecases::open_database(terminal.config);
    if (auto const copy =
            storage::backup_before_migration(*database, terminal.config.backups(), SystemClock()))
        fmt::print(stderr, "Copied the database to {} first\n", copy->string());
    auto const applied = storage::migrate(*database, SystemClock());
    for (auto const& name : applied) fmt::print("{}\n", name);
    if (applied.empty()) fmt::print(stderr, "Nothing to do: the database is up to date\n");
    return 0;
}

int check(Terminal const& terminal) {
    auto database = usecases::open_database(terminal.config, usecases::IfMissing::refuse);
    auto const findings = storage::check(*database);
    for (auto const& finding : findings) fmt::print("{}\n", finding.what);
    if (findings.empty()) fmt::print(stderr, "The database is whole\n");
    return findings.empty() ? 0 : 1;
}

}  // namespace

void add_db_commands(CLI::App& app, Terminal& terminal) {
    auto* db = app.add_subcommand("db", "Look after the database");
    db->require_subcommand(1);
    db->add_subcommand("status", "Engine, schema and size; exit 1 when it must be migrated")->callback([&] {
        terminal.run = [&] { return status(terminal); };
    });
    db->add_subcommand("migrate", "Bring the database up to this program, after a backup")->callback([&] {
        terminal.run = [&] { return migrate(terminal); };
    });
    db->add_subcommand("check", "Structure, links between records, counts")->callback([&] {
        terminal.run = [&] { return check(terminal); };
    });

    add_db_copy_command(*db, terminal);

    static std::string file;
    auto* backup = db->add_subcommand("backup", "A consistent copy, also while serving");
    backup->add_option("FILE", file, "Where to write it")->required();
    backup->callback([&] {
        terminal.run = [&] {
            auto database = usecases::open_database(terminal.config, usecases::IfMissing::refuse);
            ProgressLine progress("Copying");
            storage::backup(*database, file, [&](auto done, auto total) { progress.show(done, total); });
            fmt::print(
                stderr,
                "Copied to {}, {} bytes. Copy these as well, they are not in it: {} (files that people sent) "
                "and {} (keys)\n",
                file, text::thousands(static_cast<long long>(std::filesystem::file_size(file))),
                terminal.config.vault().string(), terminal.config.secrets().string());
            return 0;
        };
    });
    auto* restore = db->add_subcommand(
        "restore", "Replace the data by a backup, after checking it; the old file is kept");
    restore->add_option("FILE", file, "The backup")->required()->check(CLI::ExistingFile);
    restore->callback([&] {
        terminal.run = [&] {
            if (!terminal.config.uses_postgres()) std::filesystem::create_directories(terminal.config.data);
            ProgressLine progress("Restoring");
            storage::restore(terminal.config.location(), file, SystemClock(),
                             [&](auto done, auto total) { progress.show(done, total); });
            fmt::print(stderr, "Restored from {}\n", file);
            return 0;
        };
    });
}

}  // namespace doorstep::cli

#include "cli/import.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <fstream>

#include "base/failure.h"
#include "base/text.h"
#include "cli/json_line.h"
#include "usecases/places/import_places.h"
#include "usecases/reports/import_reports.h"

namespace doorstep::cli {
namespace {

using usecases::imports::ImportOptions;
using usecases::imports::ImportResult;
using usecases::imports::RowProblem;

constexpr int problems_shown = 20;

std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (char const c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

/// The rows of --errors: line, what became of it, why, then the fields as they stand in the file.
class ProblemList {
  public:
    explicit ProblemList(std::string const& path) {
        if (path.empty()) return;
        file_.open(path, std::ios::binary | std::ios::trunc);
        if (!file_) throw GatewayError(FailureKind::refused, "The file " + path + " cannot be written");
        file_ << "line,outcome,reason,row\r\n";
    }
    void add(RowProblem const& problem) {
        ++count_;
        if (!file_.is_open()) {
            if (count_ <= problems_shown)
                fmt::print(stderr, "{} {}: {}\n", problem.is_taken ? "Line (taken)" : "Line", problem.line,
                           problem.reason);
            return;
        }
        file_ << problem.line << (problem.is_taken ? ",taken," : ",refused,") << csv_field(problem.reason);
        for (auto const& field : problem.fields) file_ << ',' << csv_field(field);
        file_ << "\r\n";
    }
    void close() {
        if (file_.is_open()) {
            file_.close();
            if (!file_)
                throw GatewayError(FailureKind::full, "The list of refused rows could not be written");
        } else if (count_ > problems_shown) {
            fmt::print(stderr, "and {} more: --errors FILE lists them all\n",
                       text::thousands(count_ - problems_shown));
        }
    }

  private:
    std::ofstream file_;
    std::int64_t count_ = 0;
};

void print_json(ImportResult const& result) {
    auto const& counts = result.counts;
    JsonLine()
        .set("kind", result.kind)
        .set("source", result.source)
        .set("dry_run", result.dry_run)
        .set("rows_read", counts.rows_read())
        .set("rows_new", counts.rows_new)
        .set("rows_changed", counts.rows_changed)
        .set("rows_same", counts.rows_same)
        .set("rows_not_needed", counts.rows_not_needed)
        .set("rows_refused", counts.rows_refused)
        .set("rows_with_a_doubt", result.doubts)
        .set("notes", result.notes)
        .print();
}

void print_words(ImportResult const& result) {
    auto const& counts = result.counts;
    auto const line = [](std::string_view words, std::int64_t count) {
        if (count > 0) fmt::print("{:<22}{:>10}\n", words, text::thousands(count));
    };
    fmt::print("{:<22}{:>10}\n", "Rows read", text::thousands(counts.rows_read()));
    line("New", counts.rows_new);
    line("Changed", counts.rows_changed);
    line("There already", counts.rows_same);
    line("Not needed here", counts.rows_not_needed);
    line("Taken with a doubt", result.doubts);
    fmt::print("{:<22}{:>10}\n", "Refused", text::thousands(counts.rows_refused));
    for (auto const& note : result.notes) fmt::print(stderr, "{}\n", note);
    if (result.dry_run) fmt::print(stderr, "Nothing was kept: this was a dry run\n");
}

}  // namespace

void add_import_options(CLI::App& command, ImportArguments& arguments) {
    command.add_option("FILE", arguments.file, "The file; gzip is unpacked")
        ->required()
        ->check(CLI::ExistingFile);
    command.add_option("--map", arguments.map, "How its columns become ours (TOML)")
        ->check(CLI::ExistingFile);
    command.add_flag("--dry-run", arguments.dry_run, "Check everything, keep nothing");
    command.add_option("--errors", arguments.errors, "List refused rows in this CSV file");
}

int run_import(
    Terminal const& terminal, ImportArguments const& arguments,
    std::function<Expected<ImportResult>(usecases::Context&, ImportOptions const&)> const& import) {
    auto site = terminal.open();
    auto context = terminal.context(*site);
    ProblemList problems(arguments.errors);
    Expected<ImportResult> result;
    {
        ProgressLine progress(arguments.dry_run ? "Checking (bytes)" : "Loading (bytes)");
        ImportOptions options;
        options.file = arguments.file;
        if (!arguments.map.empty()) options.map = arguments.map;
        options.dry_run = arguments.dry_run;
        options.on_problem = [&](RowProblem const& problem) { problems.add(problem); };
        options.progress = [&](auto done, auto total) { progress.show(done, total); };
        result = import(context, options);
    }
    problems.close();
    if (!result) return report(result.error());
    terminal.json ? print_json(*result) : print_words(*result);
    return result->counts.rows_refused > 0 ? 1 : 0;
}

void add_import_commands(CLI::App& app, Terminal& terminal) {
    auto* import = app.add_subcommand("import", "Take in files: addresses, reports");
    import->require_subcommand(1);

    static ImportArguments of_addresses;
    static std::string kind;
    auto* addresses = import->add_subcommand("addresses", "Postcodes, wards, census areas, homes");
    add_import_options(*addresses, of_addresses);
    addresses->add_option("--kind", kind, "postcodes, wards, lsoas or homes; found in the file when left out")
        ->check(CLI::IsMember({"postcodes", "wards", "lsoas", "homes"}));
    addresses->footer(
        "Examples:\n"
        "  doorstep import addresses codepo_gb/mk.csv\n"
        "  doorstep import addresses wards.geojson\n"
        "  doorstep import addresses homes.csv --map homes.toml --dry-run --errors refused.csv");
    addresses->callback([&] {
        terminal.run = [&] {
            return run_import(
                terminal, of_addresses, [](usecases::Context& context, ImportOptions const& options) {
                    using usecases::places::PlaceKind;
                    auto const chosen = enum_from_name<PlaceKind>(kind);
                    return usecases::places::import_places(
                        context, chosen ? *chosen : usecases::places::guess_kind(options.file), options);
                });
        };
    });

    static ImportArguments of_reports;
    auto* reports = import->add_subcommand("reports", "Reports of another system, by a mapping");
    add_import_options(*reports, of_reports);
    reports->footer(
        "Example:\n"
        "  doorstep import reports old-system.csv --map old-system.toml --dry-run --errors refused.csv");
    reports->callback([&] {
        terminal.run = [&] { return run_import(terminal, of_reports, usecases::reports::import_reports); };
    });
}

}  // namespace doorstep::cli

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "app/private_process.h"
#include "app/serve.h"
#include "base/log.h"
#include "cli/commands.h"

using namespace doorstep;

namespace {

/// Results on stdout, messages on stderr; the last line of defence for every command.
int run(cli::Terminal const& terminal) {
    try {
        return terminal.run ? terminal.run() : 2;
    } catch (Failure const& failure) {
        fmt::print(stderr, "{}\n", failure.what());
        return 3;
    } catch (std::filesystem::filesystem_error const& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 3;
    }
}

/// "db stat" names no command of "db": says which there are. Nothing when something else is wrong.
std::string unknown_command(CLI::App const& app) {
    CLI::App const* last = &app;
    while (!last->get_subcommands().empty()) last = last->get_subcommands().front();
    auto const typed = last->remaining();
    if (last->get_require_subcommand_min() == 0 || typed.empty() || typed.front().starts_with('-')) return "";
    std::string known;
    for (auto const* one : last->get_subcommands([](CLI::App const*) { return true; }))
        known += (known.empty() ? "" : ", ") + one->get_name();
    return "There is no command \"" + typed.front() + "\" of " + last->get_name() + ": it has " + known;
}

}  // namespace

int main(int argc, char** argv) {
    app::make_files_private();
    cli::Terminal terminal;
    CLI::App app{"Doorstep: casework for anti-social behaviour", "doorstep"};
    app.require_subcommand(1);
    app.fallthrough();
    app.set_help_all_flag("--help-all", "Help of every command");
    app.set_version_flag("--version", std::string("doorstep ") + DOORSTEP_VERSION);
    std::string data = "data";
    app.add_option("--data", data, "Folder of the site's data")
        ->envname("DOORSTEP_DATA")
        ->capture_default_str();
    app.add_flag("--json", terminal.json, "Facts as JSON");
    bool verbose = false;
    app.add_flag("--verbose", verbose, "Log every request");

    app.add_subcommand("version", "This program's version")->callback([&] {
        terminal.run = [] {
            fmt::print("doorstep {}\n", DOORSTEP_VERSION);
            return 0;
        };
    });
    app.add_subcommand("help", "This list")->callback([&] {
        terminal.run = [&] {
            fmt::print("{}", app.help());
            return 0;
        };
    });
    app::ServeOptions serve_options;
    app::add_serve_command(app, terminal, serve_options);
    app::add_demo_command(app, terminal);
    cli::add_commands(app, terminal);
    app::add_openapi_command(app, terminal);

    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        if (auto const words = unknown_command(app); error.get_exit_code() != 0 && !words.empty()) {
            fmt::print(stderr, "{}\n", words);
            return 2;
        }
        auto const code = app.exit(error);
        return code == 0 ? 0 : 2;
    }
    auto config = usecases::read_site_config(data);
    if (!config) {
        fmt::print(stderr, "{}\n", config.error().message());
        return 2;
    }
    terminal.config = std::move(*config);
    terminal.config.verbose = terminal.config.verbose || verbose;
    log::start(terminal.config.log_json ? log::Style::json : log::Style::text, terminal.config.verbose);
    return run(terminal);
}

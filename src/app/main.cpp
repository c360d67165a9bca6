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

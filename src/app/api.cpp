#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include "api/document.h"
#include "app/serve.h"

namespace doorstep::app {

void add_openapi_command(CLI::App& app, cli::Terminal& terminal) {
    auto* command = app.get_subcommand("api")->add_subcommand(
        "openapi", "Prints the OpenAPI 3.1 document, as GET /api/v1/openapi.json gives it");
    command->callback([&] {
        terminal.run = [] {
            fmt::print("{}\n", api::openapi_document());
            return 0;
        };
    });
}

}  // namespace doorstep::app

#pragma once

#include <optional>
#include <string>

#include "cli/commands.h"

namespace doorstep::app {

/// Options of the command line, over those of the configuration.
struct ServeOptions {
    std::string listen;
    std::string tls_certificate;
    std::string tls_key;
};

void add_serve_command(CLI::App& app, cli::Terminal& terminal, ServeOptions& options);
void add_demo_command(CLI::App& app, cli::Terminal& terminal);
/// Below `api`, which cli adds.
void add_openapi_command(CLI::App& app, cli::Terminal& terminal);

/// Serves until SIGTERM or SIGINT; requests in flight finish. Says where on stderr.
int serve(usecases::SiteConfig const& config);

}  // namespace doorstep::app

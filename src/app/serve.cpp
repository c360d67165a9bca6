#include "app/serve.h"

#include <fmt/core.h>
#include <pthread.h>
#include <signal.h>

#include <CLI/CLI.hpp>

#include "app/private_process.h"
#include "base/log.h"
#include "jobs/all_jobs.h"
#include "pages/routes.h"
#include "web/server.h"
#include "web/site/site.h"

namespace doorstep::app {
namespace {

/// "127.0.0.1:8080" or "[::1]:8080".
std::optional<std::pair<std::string, std::uint16_t>> address_and_port(std::string const& listen) {
    auto const colon = listen.rfind(':');
    if (colon == std::string::npos) return std::nullopt;
    auto address = listen.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
    int const port = std::atoi(listen.c_str() + colon + 1);
    if (port < 0 || port > 65535 || address.empty()) return std::nullopt;
    return std::pair{address, static_cast<std::uint16_t>(port)};
}

/// Before any thread starts, so that every thread leaves these signals to wait_for_stop.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

}  // namespace

int serve(usecases::SiteConfig const& config) {
    auto const address = address_and_port(config.listen);
    if (!address) {
        fmt::print(stderr, "{} is no address to listen at: write 127.0.0.1:8080\n", config.listen);
        return 2;
    }
    keep_memory_private();
    signal(SIGPIPE, SIG_IGN);
    auto const signals = block_stop_signals();

    SystemClock const clock;
    usecases::OpenedSite opened(config, clock);
    web::SiteOptions site_options{.diagnostics = config.diagnostics};
    // Measuring asks more of one address than anybody would.
    if (config.diagnostics) site_options.changes_per_minute = 10'000'000;
    web::Site site(opened.services(), pages::all_routes(), site_options);
    web::ServerOptions options;
    options.address = address->first;
    options.port = address->second;
    options.tls_certificate = config.tls_certificate;
    options.tls_key = config.tls_key;
    options.workers = config.workers;
    options.trusted_proxies = config.trusted_proxies;
    options.upload_folder = opened.services().vault.upload_folder();
    web::Server server(options, site);
    site.watch(server);
    server.start();
    jobs::Scheduler scheduler(opened.services(), jobs::all_jobs(config));
    scheduler.start();
    fmt::print(stderr, "Doorstep answers at {}://{}:{}\n", config.tls_certificate ? "https" : "http",
               address->first, server.port());

    while (true) {
        int received = 0;
        sigwait(&signals, &received);
        if (received != SIGHUP) break;
        server.reload_certificates();
    }
    fmt::print(stderr, "Stopping: requests in flight finish\n");
    server.stop();
    scheduler.stop();
    return 0;
}

void add_serve_command(CLI::App& app, cli::Terminal& terminal, ServeOptions& options) {
    auto* command = app.add_subcommand("serve", "Serve the site");
    command->add_option("--listen", options.listen, "Address and port, as 127.0.0.1:8080");
    command->add_option("--tls-cert", options.tls_certificate, "Certificate with its chain, PEM")
        ->check(CLI::ExistingFile);
    command->add_option("--tls-key", options.tls_key, "Its key, PEM")->check(CLI::ExistingFile);
    command->footer("Example: doorstep serve --data /srv/doorstep --listen 127.0.0.1:8080");
    command->callback([&] {
        terminal.run = [&] {
            auto config = terminal.config;
            if (!options.listen.empty()) config.listen = options.listen;
            if (!options.tls_certificate.empty()) config.tls_certificate = options.tls_certificate;
            if (!options.tls_key.empty()) config.tls_key = options.tls_key;
            return serve(config);
        };
    });
}

}  // namespace doorstep::app

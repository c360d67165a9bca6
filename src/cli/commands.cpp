#include "cli/commands.h"

#include <fmt/core.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <ctime>

#include "base/text.h"

namespace doorstep::cli {

std::unique_ptr<usecases::OpenedSite> Terminal::open(usecases::Migrate migrate) const {
    static SystemClock const clock;
    return std::make_unique<usecases::OpenedSite>(config, clock, migrate);
}

usecases::Context Terminal::context(usecases::OpenedSite& site) const {
    return {site.services(), domain::access::Viewer::system(domain::access::Door::command_line)};
}

int report(Refusal const& refusal) {
    fmt::print(stderr, "{}\n", refusal.message());
    for (auto const& problem : refusal.problems())
        if (problem.message != refusal.message())
            fmt::print(stderr, "  {}: {}\n", problem.field, problem.message);
    return exit_code(refusal.kind());
}

ProgressLine::~ProgressLine() {
    if (shown_) fmt::print(stderr, "\n");
}

void ProgressLine::show(std::int64_t done, std::int64_t total) {
    static bool const is_terminal = isatty(STDERR_FILENO) == 1;
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    auto const milliseconds = static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
    bool const is_last = total > 0 && done >= total;
    if (!is_terminal || (milliseconds - last_shown_at_ < 100 && !is_last)) return;
    last_shown_at_ = milliseconds;
    shown_ = true;
    fmt::print(stderr, "\r\x1b[K{}: {}", what_, text::thousands(done));
    if (total > 0) fmt::print(stderr, " of {} ({}%)", text::thousands(total), done * 100 / total);
    std::fflush(stderr);
}

void add_commands(CLI::App& app, Terminal& terminal) {
    add_db_commands(app, terminal);
    add_account_commands(app, terminal);
    add_api_commands(app, terminal);
    add_audit_commands(app, terminal);
    add_import_commands(app, terminal);
    add_cases_commands(app, terminal);
    add_figures_commands(app, terminal);
    add_keys_commands(app, terminal);
    add_law_commands(app, terminal);
    add_paper_commands(app, terminal);
}

}  // namespace doorstep::cli

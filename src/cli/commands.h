#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "usecases/context.h"
#include "usecases/site/opened_site.h"

namespace CLI {
class App;
}

/// The command line over the same use-cases. Results on stdout, messages on stderr; exit codes 0 done, 1
/// refused or problems found, 2 wrong usage, 3 environment.
namespace doorstep::cli {

/// What every command shares.
struct Terminal {
    usecases::SiteConfig config;
    bool json = false;
    /// Set by the command that ran.
    int exit_code = 0;
    /// Run after parsing, so that options are complete.
    std::function<int()> run;

    std::unique_ptr<usecases::OpenedSite> open(
        usecases::Migrate migrate = usecases::Migrate::automatically) const;
    /// Acts as the owner of the data folder.
    usecases::Context context(usecases::OpenedSite& site) const;
};

/// Prints the refusal's message and problems to stderr; gives its exit code.
int report(Refusal const& refusal);
/// A line that is written over, on a terminal only: "3,000 of 10,000 rows".
class ProgressLine {
  public:
    explicit ProgressLine(std::string what) : what_(std::move(what)) {}
    ~ProgressLine();
    void show(std::int64_t done, std::int64_t total);

  private:
    std::string what_;
    bool shown_ = false;
    std::int64_t last_shown_at_ = 0;
};

void add_commands(CLI::App& app, Terminal& terminal);
void add_db_commands(CLI::App& app, Terminal& terminal);
void add_db_copy_command(CLI::App& db, Terminal& terminal);
void add_account_commands(CLI::App& app, Terminal& terminal);
void add_api_commands(CLI::App& app, Terminal& terminal);
void add_audit_commands(CLI::App& app, Terminal& terminal);
void add_import_commands(CLI::App& app, Terminal& terminal);
void add_cases_commands(CLI::App& app, Terminal& terminal);
void add_figures_commands(CLI::App& app, Terminal& terminal);
void add_keys_commands(CLI::App& app, Terminal& terminal);
void add_law_commands(CLI::App& app, Terminal& terminal);
void add_paper_commands(CLI::App& app, Terminal& terminal);

}  // namespace doorstep::cli

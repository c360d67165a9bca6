#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/json_line.h"
#include "storage/events.h"

namespace doorstep::cli {
namespace {

int verify(Terminal const& terminal) {
    auto database = usecases::open_database(terminal.config, usecases::IfMissing::refuse);
    ProgressLine progress("Events checked");
    auto const result = database->read([&](storage::sql::Read& tx) {
        return storage::events::verify(tx, [&](std::int64_t done) { progress.show(done, 0); });
    });
    if (terminal.json) {
        std::string findings = "[";
        for (auto const& finding : result.findings) {
            if (findings.size() > 1) findings += ',';
            findings += JsonLine()
                            .set("chain", finding.chain_id)
                            .set("sequence", finding.sequence)
                            .set("what", finding.what)
                            .text();
        }
        JsonLine()
            .set("events", result.events)
            .set("chains", result.chains)
            .set("checkpoints", result.checkpoints)
            .set("whole", result.findings.empty())
            .set_json("findings", findings + "]")
            .print();
    } else {
        for (auto const& finding : result.findings)
            fmt::print("{} event {}: {}\n", finding.chain_id, finding.sequence, finding.what);
        fmt::print("{} events in {} chains, {} checkpoints: {}\n", text::thousands(result.events),
                   text::thousands(result.chains), text::thousands(result.checkpoints),
                   result.findings.empty() ? "all whole"
                                           : text::count_of(static_cast<long long>(result.findings.size()),
                                                            "problem", "problems"));
    }
    return result.findings.empty() ? 0 : 1;
}

}  // namespace

void add_audit_commands(CLI::App& app, Terminal& terminal) {
    auto* audit = app.add_subcommand("audit", "What happened, and proof that nobody altered it");
    audit->require_subcommand(1);
    audit
        ->add_subcommand("verify",
                         "Recompute every event's hash; names any altered, missing or reordered event")
        ->callback([&] { terminal.run = [&] { return verify(terminal); }; });
}

}  // namespace doorstep::cli

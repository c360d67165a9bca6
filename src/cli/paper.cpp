#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <fstream>

#include "cli/commands.h"
#include "cli/json_line.h"
#include "usecases/papers/paper_file.h"
#include "usecases/papers/view_paper.h"
#include "usecases/papers/write_paper.h"

namespace doorstep::cli {
namespace {

using usecases::papers::PaperFormat;

struct PaperArguments {
    std::string period;
    std::string format = "html";
    std::string out;
    bool checks = false;
};

int list_of_papers(Terminal const& terminal) {
    auto site = terminal.open(usecases::Migrate::refuse_older);
    auto context = terminal.context(*site);
    auto const list = usecases::papers::list_papers(context, 1);
    if (!list) return report(list.error());
    for (auto const& paper : list->papers) {
        if (terminal.json)
            JsonLine()
                .set("id", paper.id.text())
                .set("period", paper.period)
                .set("edition", static_cast<std::int64_t>(paper.edition))
                .set("state", name_of(paper.state))
                .set("meeting_on", paper.meeting_on.iso())
                .set("title", paper.title)
                .print();
        else
            fmt::print("{:<12}edition {:<4}{:<24}meeting {}  {}\n", paper.period, paper.edition,
                       words_of(paper.state), paper.meeting_on.iso(), paper.title);
    }
    if (list->papers.empty() && !terminal.json) fmt::print("No paper has been begun\n");
    return 0;
}

/// Exit code 1 when a figure differs.
int check(Terminal const& terminal, std::string const& period) {
    auto site = terminal.open(usecases::Migrate::refuse_older);
    auto context = terminal.context(*site);
    auto const checked = usecases::papers::check_paper(context, period);
    if (!checked) return report(checked.error());
    for (auto const& one : checked->differences) {
        if (terminal.json)
            JsonLine()
                .set("figure", one.measure)
                .set("period", one.period)
                .set("paper", one.frozen)
                .set("records", one.counted)
                .print();
        else
            fmt::print("{}, {}: the paper says {}, the records say {}\n", one.measure, one.period, one.frozen,
                       one.counted);
    }
    if (checked->differences.empty() && !terminal.json)
        fmt::print("Every figure of the paper of {} is what the records say\n", period);
    return checked->differences.empty() ? 0 : 1;
}

int build(Terminal const& terminal, PaperArguments const& arguments) {
    if (arguments.checks) return check(terminal, arguments.period);
    if (arguments.out.empty()) {
        fmt::print(stderr, "Say where to with --out FILE, or --check\n");
        return 2;
    }
    auto site = terminal.open(usecases::Migrate::refuse_older);
    auto context = terminal.context(*site);
    auto const view = usecases::papers::view_paper_of(context, arguments.period);
    if (!view) return report(view.error());
    auto const made = usecases::papers::make_paper_file(
        *view, context.settings(), enum_from_name<PaperFormat>(arguments.format).value());
    if (!made) return report(made.error());
    std::ofstream file(arguments.out, std::ios::binary);
    file.write(made->bytes.data(), static_cast<std::streamsize>(made->bytes.size()));
    file.close();
    if (!file) {
        fmt::print(stderr, "{} could not be written\n", arguments.out);
        return 3;
    }
    return 0;
}

int freeze(Terminal const& terminal, PaperArguments const& arguments) {
    auto site = terminal.open(usecases::Migrate::refuse_older);
    auto context = terminal.context(*site);
    auto const view = usecases::papers::view_paper_of(context, arguments.period);
    if (!view) return report(view.error());
    if (!view->is_stored) {
        fmt::print(stderr, "No paper of {} has been begun: begin it on the page Papers\n", arguments.period);
        return 1;
    }
    auto const frozen = usecases::papers::send_for_approval(context, view->paper.id.text());
    if (!frozen) return report(frozen.error());
    fmt::print("The figures of the paper of {} are frozen\n", arguments.period);
    return 0;
}

}  // namespace

void add_paper_commands(CLI::App& app, Terminal& terminal) {
    static PaperArguments arguments;
    auto* paper = app.add_subcommand("paper",
                                     "The quarterly paper to the board\n"
                                     "  doorstep paper build 2023-24-Q1 --format pdf --out paper.pdf\n"
                                     "  doorstep paper build 2023-24-Q1 --check");
    paper->require_subcommand(1);
    auto const period = [&](CLI::App* command) {
        command->add_option("PERIOD", arguments.period, "A quarter: 2023-24-Q1")->required();
    };
    paper->add_subcommand("list", "Every paper, newest first")->callback([&terminal] {
        terminal.run = [&terminal] { return list_of_papers(terminal); };
    });
    auto* built =
        paper->add_subcommand("build", "Writes a quarter's paper: as it is stored, or as it would be");
    period(built);
    built->add_option("--format", arguments.format, "html, pdf, docx or xlsx")
        ->check(CLI::IsMember({"html", "pdf", "docx", "xlsx"}))
        ->capture_default_str();
    built->add_option("--out", arguments.out, "File to write");
    built->add_flag("--check", arguments.checks,
                    "Counts every figure of the stored paper again and names those that differ");
    built->callback([&terminal] { terminal.run = [&terminal] { return build(terminal, arguments); }; });
    auto* frozen = paper->add_subcommand("freeze", "Freezes the figures of a draft, for approval");
    period(frozen);
    frozen->callback([&terminal] { terminal.run = [&terminal] { return freeze(terminal, arguments); }; });
    auto* verified = paper->add_subcommand("verify", "Counts every figure of a frozen paper again");
    period(verified);
    verified->callback(
        [&terminal] { terminal.run = [&terminal] { return check(terminal, arguments.period); }; });
}

}  // namespace doorstep::cli

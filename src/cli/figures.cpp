#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/figures_output.h"
#include "legal/measures.h"
#include "usecases/figures/nm01_file.h"
#include "usecases/figures/view_measure.h"

namespace doorstep::cli {
namespace {

using usecases::figures::FiguresQuery;

/// What `doorstep figures` and `doorstep figures show` take.
struct Arguments {
    std::string measure;
    std::string period;
    std::string from;
    std::string to;
    std::string area;
    std::string type;
    std::string by;
    std::string format = "table";
};

int wrong_usage(std::string const& words) {
    fmt::print(stderr, "{}\n", words);
    return 2;
}

int show(Terminal const& terminal, Arguments const& arguments) {
    if (arguments.from.empty() != arguments.to.empty()) return wrong_usage("--from and --to go together");
    if (!arguments.from.empty() && !arguments.period.empty())
        return wrong_usage("Give --period, or --from and --to");
    FiguresQuery query{.period = arguments.period, .area = arguments.area, .type = arguments.type};
    if (!arguments.from.empty()) query.period = arguments.from + ".." + arguments.to;
    auto const format =
        terminal.json ? OutputFormat::json : enum_from_name<OutputFormat>(arguments.format).value();
    std::optional<domain::figures::Dimension> by;
    if (!arguments.by.empty() && arguments.by != "quarter") {
        by = enum_from_name<domain::figures::Dimension>(arguments.by);
        if (!by) return wrong_usage("--by is area, type, officer, harm-group or quarter");
    }
    if (arguments.measure.empty() && !arguments.by.empty())
        return wrong_usage("--by needs a measure: doorstep figures opened --by " + arguments.by);

    auto site = terminal.open(usecases::Migrate::refuse_older);
    auto context = terminal.context(*site);
    if (arguments.measure.empty()) {
        auto const view = usecases::figures::view_figures(context, query);
        if (!view) return report(view.error());
        print_figures(*view, context.settings(), format);
        return 0;
    }
    auto const view = usecases::figures::view_measure(context, arguments.measure, query, by);
    if (!view) return report(view.error());
    print_measure(*view, arguments.by == "quarter", format);
    return 0;
}

int nm01(Terminal const& terminal, std::string const& file) {
    auto const landlords = usecases::figures::rates_of_file(file);
    if (!landlords) return report(landlords.error());
    print_rates(*landlords, terminal.json ? OutputFormat::json : OutputFormat::table);
    return 0;
}

void add_options(CLI::App& command, Arguments& arguments) {
    command.add_option("MEASURE", arguments.measure, "One measure; all of them when left out");
    command.add_option("--period", arguments.period,
                       "2026-27-Q1, 2026-27, 2026-27-Q2-YTD or 2026-06; this quarter when left out");
    command.add_option("--from", arguments.from, "First day, as 2026-04-01");
    command.add_option("--to", arguments.to, "Last day");
    command.add_option("--area", arguments.area, "Only one area, by its id");
    command.add_option("--type", arguments.type, "Only one type of case, by its code");
    command.add_option("--by", arguments.by, "Broken down by area, type, officer, harm-group or quarter");
    command.add_option("--format", arguments.format, "table, csv or json")
        ->check(CLI::IsMember({"table", "csv", "json"}))
        ->capture_default_str();
}

}  // namespace

void add_figures_commands(CLI::App& app, Terminal& terminal) {
    static Arguments arguments;
    static std::string file;
    auto* figures = app.add_subcommand(
        "figures",
        "What is counted, of any period\n"
        "  doorstep figures --period 2026-27-Q1\n"
        "  doorstep figures first-contact --from 2026-04-01 --to 2026-06-30 --by area --format csv");
    add_options(*figures, arguments);
    auto* shown = figures->add_subcommand("show", "The same, by its own name");
    add_options(*shown, arguments);
    auto* rates = figures->add_subcommand(
        "nm01",
        "Cases for each 1,000 homes of every landlord in a file of the regulator's counts "
        "(Tenant Satisfaction Measure NM01)");
    rates->add_option("FILE", file, "Comma separated values with the published numerators and denominators")
        ->required()
        ->check(CLI::ExistingFile);

    figures->callback([&terminal, rates] {
        if (rates->parsed())
            terminal.run = [&] { return nm01(terminal, file); };
        else
            terminal.run = [&] { return show(terminal, arguments); };
    });
}

}  // namespace doorstep::cli

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/figures_output.h"
#include "cli/json_line.h"
#include "figures/tp12.h"
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
    std::string out;
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
        if (!by) return wrong_usage("--by is area, type, officer, harm-group, risk or quarter");
    }
    if (arguments.measure.empty() && !arguments.by.empty())
        return wrong_usage("--by needs a measure: doorstep figures opened --by " + arguments.by);

    if ((format == OutputFormat::xlsx) != !arguments.out.empty())
        return wrong_usage("A workbook needs a file: --format xlsx --out FILE");
    if (format == OutputFormat::xlsx && !arguments.measure.empty())
        return wrong_usage("A workbook is of every figure: leave the measure out");

    auto site = terminal.open(usecases::Migrate::refuse_older);
    auto context = terminal.context(*site);
    if (format == OutputFormat::xlsx) {
        auto const view = usecases::figures::view_figures(context, query);
        if (!view) return report(view.error());
        std::ofstream file(arguments.out, std::ios::binary);
        file << usecases::figures::figures_workbook(*view, context.settings());
        file.close();
        if (file) return 0;
        fmt::print(stderr, "{} could not be written\n", arguments.out);
        return 3;
    }
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
    auto const found = usecases::figures::rates_of_file(file);
    if (!found) return report(found.error());
    print_rates(found->landlords, terminal.json ? OutputFormat::json : OutputFormat::table);
    for (auto const& problem : found->problems) fmt::print(stderr, "{}\n", problem.message);
    return found->problems.empty() ? 0 : 1;
}

int show_tp12(Terminal const& terminal, doorstep::figures::Tp12Answers const& answers) {
    auto const published = doorstep::figures::tp12(answers);
    if (!published) return wrong_usage("Counts are 0 or more, and somebody must have answered");
    if (terminal.json)
        JsonLine()
            .set_json("tp12", *published)
            .set("satisfied", answers.satisfied())
            .set("answered", answers.answered())
            .set("left_out", answers.not_applicable)
            .print();
    else
        fmt::print("{}% ({} of {} answers; {} not applicable or not known are left out)\n", *published,
                   answers.satisfied(), answers.answered(), answers.not_applicable);
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
    command.add_option("--by", arguments.by,
                       "Broken down by area, type, officer, harm-group, risk or quarter");
    command.add_option("--format", arguments.format, "table, csv, json, or xlsx with --out")
        ->check(CLI::IsMember({"table", "csv", "json", "xlsx"}))
        ->capture_default_str();
    command.add_option("--out", arguments.out, "File to write a workbook to");
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
    rates
        ->add_option("FILE", file,
                     "The regulator's workbook (.xlsx), or comma separated values with its numerators and "
                     "denominators")
        ->required()
        ->check(CLI::ExistingFile);

    static doorstep::figures::Tp12Answers answers;
    auto* tp12 =
        figures->add_subcommand("tp12",
                                "Satisfaction with our approach to anti-social behaviour, from the answers "
                                "of a survey of all tenants "
                                "(Tenant Satisfaction Measure TP12); never from the survey after a case");
    tp12->add_option("--very-satisfied", answers.very_satisfied)->required();
    tp12->add_option("--fairly-satisfied", answers.fairly_satisfied)->required();
    tp12->add_option("--neither", answers.neither)->required();
    tp12->add_option("--fairly-dissatisfied", answers.fairly_dissatisfied)->required();
    tp12->add_option("--very-dissatisfied", answers.very_dissatisfied)->required();
    tp12->add_option("--not-applicable", answers.not_applicable, "Not applicable, or do not know: left out");

    figures->callback([&terminal, rates, tp12] {
        if (tp12->parsed())
            terminal.run = [&] { return show_tp12(terminal, answers); };
        else if (rates->parsed())
            terminal.run = [&] { return nm01(terminal, file); };
        else
            terminal.run = [&] { return show(terminal, arguments); };
    });
}

}  // namespace doorstep::cli

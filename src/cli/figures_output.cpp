#include "cli/figures_output.h"

#include <fmt/core.h>

#include "base/text.h"
#include "cli/json_line.h"
#include "documents/csv/field.h"
#include "figures/figure_words.h"

namespace doorstep::cli {
namespace {

using documents::csv::field;
using doorstep::figures::Figure;
using doorstep::figures::Readers;
using doorstep::figures::ReportingPeriod;
using usecases::figures::FiguresView;
using usecases::figures::Measure;
using usecases::figures::MeasureView;

constexpr auto readers = Readers::staff;

/// "12", "52.5", "null". The shortest that reads back as the same number.
std::string json_number(std::optional<double> number) { return number ? fmt::format("{}", *number) : "null"; }

/// {"collected":true,"value":82,"counted":41,"base":50,"words":"82% (41 of 50)","parts":{...}}
std::string figure_json(Measure const& measure, Figure const& figure, int smallest) {
    JsonLine line;
    line.set("collected", figure.is_collected)
        .set_json("value", json_number(doorstep::figures::plain_number(measure, figure, readers, smallest)))
        .set("words", doorstep::figures::cell_words(measure, figure, readers, smallest));
    if (figure.is_collected) {
        line.set("counted", figure.counted);
        if (figure.base > 0) line.set("base", figure.base);
        if (figure.days)
            line.set("days_sum", figure.days->sum)
                .set_json("days_median", json_number(figure.days->median))
                .set("days_longest", figure.days->longest);
        if (measure.split != domain::figures::Split::none) {
            JsonLine parts;
            for (auto const& part : figure.parts) parts.set(part.code, part.count);
            line.set_json("parts", parts.text());
        }
    }
    return line.text();
}

std::string period_json(ReportingPeriod const& period) {
    return JsonLine()
        .set("code", period.code)
        .set("words", period.words)
        .set("first_day", period.days.from.iso())
        .set("last_day", period.last_day().iso())
        .text();
}

JsonLine measure_json(Measure const& measure) {
    JsonLine line;
    line.set("measure", measure.id)
        .set("title", measure.title)
        .set("kind", name_of(measure.way))
        .set("survey", measure.is_survey());
    return line;
}

JsonLine with_periods(usecases::figures::Asked const& asked) {
    JsonLine line;
    line.set_json("period", period_json(asked.period)).set("is_over", asked.is_over);
    if (asked.before) line.set_json("before", period_json(*asked.before));
    line.set_json("last_year", period_json(asked.last_year));
    if (!asked.area_name.empty()) line.set("area", asked.area_name);
    if (!asked.type_name.empty()) line.set("type", asked.type_name);
    return line;
}

template <class List, class ToJson>
std::string json_array(List const& list, ToJson to_json) {
    std::string array = "[";
    for (auto const& one : list) {
        if (array.size() > 1) array += ',';
        array += to_json(one);
    }
    return array + "]";
}

void print_figures_json(FiguresView const& view) {
    auto const smallest = view.asked.smallest;
    auto const& r = view.reconciliation;
    with_periods(view.asked)
        .set_json("reconciliation", JsonLine()
                                        .set("open_at_start", r.open_at_start)
                                        .set("opened", r.opened)
                                        .set("reopened", r.reopened)
                                        .set("closed", r.closed)
                                        .set("open_at_end", r.open_at_end)
                                        .set("difference", r.difference())
                                        .text())
        .set_json("figures",
                  json_array(view.rows,
                             [&](auto const& row) {
                                 auto line = measure_json(*row.measure);
                                 line.set_json("now", figure_json(*row.measure, row.now, smallest));
                                 if (view.asked.before)
                                     line.set_json("before", figure_json(*row.measure, row.before, smallest));
                                 line.set_json("last_year",
                                               figure_json(*row.measure, row.last_year, smallest));
                                 return line.text();
                             }))
        .print();
}

void print_figures_table(FiguresView const& view) {
    auto const& asked = view.asked;
    auto const cell = [&](Measure const& measure, Figure const& figure) {
        return doorstep::figures::cell_words(measure, figure, readers, asked.smallest);
    };
    fmt::print("{:<46}{:<24}{:<24}{}\n", "", asked.period.words, asked.before ? asked.before->words : "",
               asked.last_year.words);
    std::string group;
    for (auto const& row : view.rows) {
        if (row.measure->group != group) {
            group = row.measure->group;
            fmt::print("{}\n", group);
        }
        fmt::print("  {:<44}{:<24}{:<24}{}\n", row.measure->title, cell(*row.measure, row.now),
                   asked.before ? cell(*row.measure, row.before) : "", cell(*row.measure, row.last_year));
    }
    fmt::print("{}\n", doorstep::figures::reconciliation_words(view.reconciliation));
}

/// A line of a measure: the period or group it is of, and the figure.
struct Line {
    std::string code;
    std::string label;
    Figure const* figure;
};

std::vector<Line> lines_of(MeasureView const& view, bool by_quarter) {
    std::vector<Line> lines;
    if (by_quarter) {
        for (auto const& one : view.course) lines.push_back({one.period.code, one.period.words, &one.figure});
    } else if (view.by) {
        for (auto const& group : view.groups) lines.push_back({group.code, group.label, &group.figure});
    } else {
        lines.push_back({view.asked.period.code, view.asked.period.words, &view.now});
        if (view.before) lines.push_back({view.asked.before->code, view.asked.before->words, &*view.before});
        lines.push_back({view.asked.last_year.code, view.asked.last_year.words, &view.last_year});
    }
    return lines;
}

}  // namespace

void print_figures(FiguresView const& view, usecases::Settings const& settings, OutputFormat format) {
    if (format == OutputFormat::json) return print_figures_json(view);
    if (format == OutputFormat::csv) {
        fmt::print("{}", usecases::figures::figures_csv(view, settings, readers));
        return;
    }
    print_figures_table(view);
}

void print_measure(MeasureView const& view, bool by_quarter, OutputFormat format) {
    auto const& measure = *view.measure;
    auto const smallest = view.asked.smallest;
    auto const lines = lines_of(view, by_quarter);
    if (format == OutputFormat::json) {
        auto whole = with_periods(view.asked);
        whole.set("measure", measure.id)
            .set("title", measure.title)
            .set("definition", measure.definition)
            .set("cohort", measure.cohort)
            .set_json("lines", json_array(lines, [&](Line const& line) {
                          return JsonLine()
                              .set("code", line.code)
                              .set("label", line.label)
                              .set_json("figure", figure_json(measure, *line.figure, smallest))
                              .text();
                      }));
        whole.print();
        return;
    }
    bool const csv = format == OutputFormat::csv;
    if (csv) fmt::print("code,label,value,counted,base,words\r\n");
    for (auto const& line : lines) {
        auto const words = doorstep::figures::cell_words(measure, *line.figure, readers, smallest);
        if (!csv) {
            fmt::print("{:<42}{}\n", line.label, words);
            continue;
        }
        auto const value = doorstep::figures::plain_number(measure, *line.figure, readers, smallest);
        fmt::print(
            "{},{},{},{},{},{}\r\n", field(line.code), field(line.label),
            value ? fmt::format("{}", *value) : "",
            line.figure->is_collected ? std::to_string(line.figure->counted) : "",
            line.figure->is_collected && line.figure->base > 0 ? std::to_string(line.figure->base) : "",
            field(words));
    }
}

void print_rates(std::vector<usecases::figures::LandlordRates> const& landlords, OutputFormat format) {
    using Rate = std::optional<doorstep::figures::Nm01Rate>;
    auto const exact = [](Rate const& rate) { return rate ? fmt::format("{}", rate->exact()) : "null"; };
    auto const published = [](Rate const& rate) { return rate ? rate->published() : std::string("null"); };
    if (format == OutputFormat::json) {
        fmt::print("{}\n", json_array(landlords, [&](auto const& landlord) {
                       return "\n" + JsonLine()
                                         .set("landlord_code", landlord.code)
                                         .set_json("nm01_1", exact(landlord.all_cases))
                                         .set_json("nm01_2", exact(landlord.hate_cases))
                                         .set_json("nm01_1_rounded", published(landlord.all_cases))
                                         .set_json("nm01_2_rounded", published(landlord.hate_cases))
                                         .text();
                   }));
        return;
    }
    auto const words = [](Rate const& rate) { return rate ? rate->published() : std::string("-"); };
    fmt::print("{:<10}{:>8}{:>8}  {}\n", "Code", "All", "Hate", "Landlord");
    for (auto const& landlord : landlords)
        fmt::print("{:<10}{:>8}{:>8}  {}\n", landlord.code, words(landlord.all_cases),
                   words(landlord.hate_cases), landlord.name);
}

}  // namespace doorstep::cli

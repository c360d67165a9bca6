#include <algorithm>

#include "documents/xlsx/workbook.h"
#include "figures/figure_words.h"
#include "usecases/figures/view_figures.h"
#include "usecases/settings.h"

namespace doorstep::usecases::figures {
namespace {

using documents::xlsx::Cell;
using documents::xlsx::ChartKind;
using documents::xlsx::Percent;
using documents::xlsx::Sheet;
using domain::figures::Way;

constexpr auto staff_only = doorstep::figures::Readers::staff;

Cell workbook_cell(Measure const& measure, Figure const& figure, int smallest) {
    auto const number = doorstep::figures::plain_number(measure, figure, staff_only, smallest);
    if (!number) return doorstep::figures::figure_words(measure, figure, staff_only, smallest).figure;
    if (measure.way == Way::share || measure.way == Way::said) return Percent{*number / 100};
    if (measure.way == Way::count || measure.way == Way::open) return figure.counted;
    return *number;
}

Cell base_cell(Figure const& figure) {
    return figure.is_collected && figure.base > 0 ? Cell{figure.base} : Cell{};
}

std::vector<std::pair<ReportingPeriod, Figure const*>> figures_in(FiguresView const& view,
                                                                  FiguresRow const& row) {
    std::vector<std::pair<ReportingPeriod, Figure const*>> all{{view.asked.period, &row.now}};
    if (view.asked.before) all.emplace_back(*view.asked.before, &row.before);
    all.emplace_back(view.asked.last_year, &row.last_year);
    return all;
}

std::vector<std::string> notes_of(FiguresView const& view) {
    std::vector<std::string> notes{view.asked.period.words +
                                   (view.asked.is_over ? "" : ", so far: figures still grow")};
    if (!view.asked.area_name.empty()) notes.push_back("Only " + view.asked.area_name);
    if (!view.asked.type_name.empty()) notes.push_back("Only " + view.asked.type_name);
    notes.push_back(doorstep::figures::reconciliation_words(view.reconciliation));
    return notes;
}

Sheet figures_sheet(FiguresView const& view) {
    Sheet sheet{.name = "Figures",
                .title = "Figures",
                .notes = notes_of(view),
                .head = {"Group", "Figure"},
                .rows = {},
                .widths = {22, 44},
                .charts = {}};
    auto const head = [&](ReportingPeriod const& period) {
        sheet.head.push_back(period.words);
        sheet.head.push_back(period.words + ", of how many");
        sheet.widths.insert(sheet.widths.end(), {16, 16});
    };
    head(view.asked.period);
    if (view.asked.before) head(*view.asked.before);
    head(view.asked.last_year);
    for (auto const& row : view.rows) {
        std::vector<Cell> cells{row.measure->group, row.measure->title};
        for (auto const& [period, figure] : figures_in(view, row)) {
            cells.push_back(workbook_cell(*row.measure, *figure, view.asked.smallest));
            cells.push_back(base_cell(*figure));
        }
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

/// A sheet and a chart for each measure that falls into parts.
Sheet parts_sheet(FiguresView const& view, FiguresRow const& row, Settings const& settings) {
    Sheet sheet{.name = row.measure->title,
                .title = row.measure->title,
                .notes = {row.measure->definition},
                .head = {row.measure->split_title},
                .rows = {},
                .widths = {40},
                .charts = {}};
    std::vector<std::string> codes;
    auto const all = figures_in(view, row);
    for (auto const& [period, figure] : all) {
        sheet.head.push_back(period.words);
        for (auto const& part : figure->parts)
            if (std::find(codes.begin(), codes.end(), part.code) == codes.end()) codes.push_back(part.code);
    }
    for (auto const& code : codes) {
        std::vector<Cell> cells{part_label(settings, *row.measure, code)};
        for (auto const& [period, figure] : all) {
            if (!figure->is_collected) {
                cells.push_back(std::string("Not collected"));
                continue;
            }
            std::int64_t count = 0;
            for (auto const& part : figure->parts)
                if (part.code == code) count = part.count;
            cells.push_back(count);
        }
        sheet.rows.push_back(std::move(cells));
    }
    if (!sheet.rows.empty())
        sheet.charts.push_back({.kind = ChartKind::column,
                                .title = row.measure->title,
                                .description = row.measure->title + ", drawn from the table above it",
                                .columns = {1},
                                .first_row = 1,
                                .last_row = sheet.rows.size()});
    return sheet;
}

Sheet definitions_sheet(FiguresView const& view) {
    Sheet sheet{.name = "How it is counted",
                .title = "How each figure is counted",
                .notes = {},
                .head = {"Figure", "Definition", "Counted", "Left out"},
                .rows = {},
                .widths = {40, 90, 40, 60},
                .charts = {}};
    for (auto const& row : view.rows)
        sheet.rows.push_back(
            {row.measure->title, row.measure->definition, row.measure->cohort, row.measure->left_out});
    return sheet;
}

}  // namespace

std::string figures_workbook(FiguresView const& view, Settings const& settings) {
    documents::xlsx::Workbook book{.title = "Figures of " + view.asked.period.words,
                                   .author = settings.site().landlord_name,
                                   .sheets = {figures_sheet(view)}};
    for (auto const& row : view.rows)
        if (row.measure->split != domain::figures::Split::none)
            book.sheets.push_back(parts_sheet(view, row, settings));
    book.sheets.push_back(definitions_sheet(view));
    return documents::xlsx::workbook_bytes(book);
}

}  // namespace doorstep::usecases::figures

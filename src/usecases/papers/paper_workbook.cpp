#include <charconv>

#include "figures/figure_words.h"
#include "legal/measures.h"
#include "legal/paper_template.h"
#include "usecases/figures/compute.h"
#include "usecases/papers/paper_report.h"
#include "usecases/papers/paper_tables.h"
#include "usecases/settings.h"

namespace doorstep::usecases::papers {

using documents::xlsx::Cell;
using documents::xlsx::ChartKind;
using documents::xlsx::Percent;
using documents::xlsx::Sheet;
using domain::figures::Way;

namespace {

/// A figure as a number of the spreadsheet, or the words that say why there is none.
Cell figure_cell(PaperFigures const& figures, std::string_view id, ReportingPeriod const& period) {
    auto const& measure = *legal::find_measure(id);
    auto const figure = figures.of(id, period);
    auto const number =
        doorstep::figures::plain_number(measure, figure, doorstep::figures::Readers::staff, figures.smallest);
    if (!number) return paper_cell(figures, id, period);
    if (measure.way == Way::share || measure.way == Way::said) return Percent{*number / 100};
    if (measure.way == Way::count || measure.way == Way::open) return figure.counted;
    return *number;
}

/// "1,204" and "62" become numbers, other words stay.
Cell cell_of_words(std::string const& words) {
    std::string digits;
    for (char const c : words)
        if (c != ',') digits += c;
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc() && end == digits.data() + digits.size() && !digits.empty()) return number;
    return words;
}

Sheet sheet_of(std::string name, documents::ReportTable const& table, std::string const& note) {
    Sheet sheet{.name = std::move(name),
                .title = table.caption,
                .notes = {},
                .head = table.head,
                .rows = {},
                .widths = {34},
                .charts = {}};
    if (!note.empty()) sheet.notes.push_back(note);
    for (auto const& row : table.rows) {
        std::vector<Cell> cells{row.front()};
        for (std::size_t n = 1; n < row.size(); ++n) cells.push_back(cell_of_words(row[n]));
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

/// Shares as per cents, so that the spreadsheet can draw and sort them.
Sheet sheet_over(PaperFigures const& figures, std::string name, std::string title,
                 std::vector<ReportingPeriod> const& periods, std::vector<std::string> const& ids) {
    Sheet sheet{.name = std::move(name),
                .title = std::move(title),
                .notes = {},
                .head = {"Period"},
                .rows = {},
                .widths = {26},
                .charts = {}};
    for (auto const& id : ids) {
        auto const& measure = *legal::find_measure(id);
        sheet.head.push_back(measure.title);
        sheet.widths.push_back(20);
        bool const has_base = measure.way == Way::share || measure.way == Way::said;
        if (has_base) {
            sheet.head.push_back(measure.title + ", of how many");
            sheet.widths.push_back(20);
        }
    }
    for (auto const& period : periods) {
        std::vector<Cell> row{period.words};
        for (auto const& id : ids) {
            auto const& measure = *legal::find_measure(id);
            row.push_back(figure_cell(figures, id, period));
            if (measure.way == Way::share || measure.way == Way::said)
                row.push_back(figures.of(id, period).base);
        }
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

Sheet every_figure(PaperFigures const& figures, Settings const& settings) {
    Sheet sheet{.name = "Every figure",
                .title = "Every figure of this paper, with what it rests on",
                .notes = {"A period before something was collected says so and is not nought."},
                .head = {"Group", "Figure", "Part", "Period", "First day", "Last day", "Value", "Counted",
                         "Of", "Note"},
                .rows = {},
                .widths = {20, 40, 30, 22, 12, 12, 12, 12, 12, 20},
                .charts = {}};
    std::vector<ReportingPeriod> periods;
    for (auto const* list : {&figures.quarters, &figures.months, &figures.years, &figures.earlier})
        periods.insert(periods.end(), list->begin(), list->end());
    for (auto const& measure : legal::measures())
        for (auto const& period : periods) {
            auto const figure = figures.of(measure.id, period);
            auto const value = figure_cell(figures, measure.id, period);
            bool const is_words = std::holds_alternative<std::string>(value);
            std::vector<Cell> row{measure.group, measure.title,          std::string(),
                                  period.words,  period.days.from.iso(), period.last_day().iso()};
            row.push_back(is_words ? Cell{} : value);
            row.push_back(is_words ? Cell{} : Cell{figure.counted});
            row.push_back(is_words || figure.base == 0 ? Cell{} : Cell{figure.base});
            row.push_back(is_words ? value : Cell{});
            sheet.rows.push_back(std::move(row));
            if (!figure.is_collected) continue;
            for (auto const& part : figure.parts)
                sheet.rows.push_back({measure.group, measure.title,
                                      usecases::figures::part_label(settings, measure, part.code),
                                      period.words, period.days.from.iso(), period.last_day().iso(),
                                      part.count, part.count, Cell{}, Cell{}});
        }
    return sheet;
}

void add_chart(Sheet& sheet, ChartKind kind, std::string title, std::vector<std::size_t> columns) {
    if (sheet.rows.empty()) return;
    sheet.charts.push_back({.kind = kind,
                            .title = title,
                            .description = title + ", drawn from the table above it",
                            .columns = std::move(columns),
                            .first_row = 1,
                            .last_row = sheet.rows.size()});
}

}  // namespace

documents::xlsx::Workbook paper_workbook(PaperView const& view, Settings const& settings) {
    auto const& figures = view.figures;
    PaperTables const tables{figures, settings, legal::board_paper_template().key_figures};
    documents::xlsx::Workbook book{
        .title = view.paper.title, .author = settings.site().landlord_name, .sheets = {}};
    auto const frozen = view.paper.frozen_at
                            ? "Figures frozen on " + date_words(london_date(*view.paper.frozen_at)) + "."
                            : std::string("Figures as they are counted now: not frozen.");
    std::vector<ReportingPeriod> const compared{figures.now(), figures.before(), figures.last_year(),
                                                figures.years.back()};
    book.sheets.push_back(sheet_of("Key figures", tables.key_figures_table(), frozen));
    auto opened = sheet_of("Opened and closed", tables.opened_closed().table, frozen);
    add_chart(opened, ChartKind::line, "Cases opened and closed by quarter", {1, 2});
    book.sheets.push_back(std::move(opened));
    book.sheets.push_back(sheet_of("Earlier years", tables.earlier_years(), frozen));
    auto said =
        sheet_over(figures, "Satisfaction", "Satisfied, of those who answered, by quarter", figures.quarters,
                   {"satisfaction-handling", "satisfaction-outcome", "survey-response"});
    add_chart(said, ChartKind::line, "Satisfaction by quarter", {1, 3});
    book.sheets.push_back(std::move(said));
    auto steps = sheet_over(figures, "Steps taken", "Legal and other steps by quarter", figures.quarters,
                            {"legal-interventions", "other-interventions"});
    add_chart(steps, ChartKind::column, "Legal and other steps by quarter", {1, 2});
    book.sheets.push_back(std::move(steps));
    book.sheets.push_back(sheet_of("Each step", tables.steps(), frozen));
    auto types = sheet_of("Case types", tables.case_types_table(), frozen);
    add_chart(types, ChartKind::pie, "Case types in " + figures.now().words, {1});
    book.sheets.push_back(std::move(types));
    auto months = sheet_of("Contacts by month", tables.contacts_by_month().table, frozen);
    add_chart(months, ChartKind::column, "Contacts by month", {1});
    book.sheets.push_back(std::move(months));
    auto quarters = sheet_of("Contacts by quarter", tables.contacts_by_quarter().table, frozen);
    add_chart(quarters, ChartKind::column, "Contacts by quarter", {1});
    book.sheets.push_back(std::move(quarters));
    book.sheets.push_back(sheet_of("Partners", tables.partners(), frozen));
    book.sheets.push_back(sheet_of("Comments", tables.comments(), frozen));
    book.sheets.push_back(every_figure(figures, settings));
    return book;
}

}  // namespace doorstep::usecases::papers

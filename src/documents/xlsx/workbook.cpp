#include "documents/xlsx/workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <set>

#include "base/failure.h"
#include "base/private_folder.h"
#include "base/text.h"

namespace doorstep::documents::xlsx {
namespace {

constexpr std::size_t longest_name = 31;
constexpr int usual_width = 14;

std::string safe_name(std::string_view wanted, std::set<std::string>& taken) {
    std::string name;
    for (char const c : wanted)
        name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
    name = text::shorten(text::trim(name), longest_name - 3);
    if (name.empty()) name = "Sheet";
    auto free = name;
    for (int n = 2; !taken.insert(text::lower_ascii(free)).second; ++n) free = name + " " + std::to_string(n);
    return free;
}

struct Formats {
    lxw_format* title;
    lxw_format* note;
    lxw_format* head;
    lxw_format* words;
    lxw_format* whole;
    lxw_format* decimal;
    lxw_format* percent;
};

Formats make_formats(lxw_workbook* book) {
    auto const made = [&](char const* number, bool bold, double size) {
        auto* format = workbook_add_format(book);
        format_set_font_name(format, "Arial");
        format_set_font_size(format, size);
        if (bold) format_set_bold(format);
        if (number != nullptr) format_set_num_format(format, number);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        return format;
    };
    Formats formats{made(nullptr, true, 16),  made(nullptr, false, 11), made(nullptr, true, 11),
                    made(nullptr, false, 11), made("#,##0", false, 11), made("#,##0.0", false, 11),
                    made("0%", false, 11)};
    format_set_text_wrap(formats.head);
    format_set_bottom(formats.head, LXW_BORDER_MEDIUM);
    format_set_bg_color(formats.head, 0xF3F2F1);
    format_set_text_wrap(formats.words);
    return formats;
}

class SheetWriter {
  public:
    SheetWriter(lxw_workbook* book, lxw_worksheet* sheet, Sheet const& from, Formats const& formats)
        : book_(book), sheet_(sheet), from_(from), formats_(formats) {}

    void write() {
        worksheet_write_string(sheet_, row_++, 0, from_.title.c_str(), formats_.title);
        for (auto const& note : from_.notes)
            worksheet_write_string(sheet_, row_++, 0, note.c_str(), formats_.note);
        ++row_;
        head_row_ = row_;
        for (std::size_t n = 0; n < from_.head.size(); ++n) {
            worksheet_write_string(sheet_, row_, column(n), from_.head[n].c_str(), formats_.head);
            worksheet_set_column(sheet_, column(n), column(n),
                                 n < from_.widths.size() ? from_.widths[n] : usual_width, nullptr);
        }
        for (auto const& row : from_.rows) {
            ++row_;
            for (std::size_t n = 0; n < row.size(); ++n) write(column(n), row[n]);
        }
        if (!from_.head.empty()) {
            worksheet_autofilter(sheet_, head_row_, 0, std::max(row_, head_row_ + 1),
                                 column(from_.head.size() - 1));
            worksheet_freeze_panes(sheet_, head_row_ + 1, 1);
            worksheet_repeat_rows(sheet_, head_row_, head_row_);
        }
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, 9);  // A4
        worksheet_fit_to_pages(sheet_, 1, 0);
        auto place = row_ + 2;
        for (auto const& chart : from_.charts) {
            insert(chart, place);
            place += 18;
        }
    }

  private:
    static lxw_col_t column(std::size_t n) { return static_cast<lxw_col_t>(n); }

    void write(lxw_col_t at, Cell const& cell) {
        if (auto const* words = std::get_if<std::string>(&cell))
            worksheet_write_string(sheet_, row_, at, text::shorten(*words, 32000).c_str(), formats_.words);
        else if (auto const* whole = std::get_if<std::int64_t>(&cell))
            worksheet_write_number(sheet_, row_, at, static_cast<double>(*whole), formats_.whole);
        else if (auto const* decimal = std::get_if<double>(&cell))
            worksheet_write_number(sheet_, row_, at, *decimal, formats_.decimal);
        else if (auto const* percent = std::get_if<Percent>(&cell))
            worksheet_write_number(sheet_, row_, at, percent->share, formats_.percent);
    }

    void insert(SheetChart const& chart, lxw_row_t place) {
        auto const kind = chart.kind == ChartKind::pie    ? LXW_CHART_PIE
                          : chart.kind == ChartKind::line ? LXW_CHART_LINE
                                                          : LXW_CHART_COLUMN;
        auto* made = workbook_add_chart(book_, static_cast<uint8_t>(kind));
        auto const first = head_row_ + static_cast<lxw_row_t>(chart.first_row);
        auto const last = head_row_ + static_cast<lxw_row_t>(chart.last_row);
        for (auto const n : chart.columns) {
            auto* series = chart_add_series(made, nullptr, nullptr);
            chart_series_set_categories(series, sheet_->name, first, 0, last, 0);
            chart_series_set_values(series, sheet_->name, first, column(n), last, column(n));
            chart_series_set_name_range(series, sheet_->name, head_row_, column(n));
            if (chart.kind == ChartKind::line) chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
        }
        chart_title_set_name(made, chart.title.c_str());
        if (chart.columns.size() == 1 && chart.kind != ChartKind::pie)
            chart_legend_set_position(made, LXW_CHART_LEGEND_NONE);
        auto description = chart.description;
        lxw_chart_options options{};
        options.description = description.data();
        options.x_scale = 1.4;
        worksheet_insert_chart_opt(sheet_, place, 0, made, &options);
    }

    lxw_workbook* book_;
    lxw_worksheet* sheet_;
    Sheet const& from_;
    Formats const& formats_;
    lxw_row_t row_ = 0;
    lxw_row_t head_row_ = 0;
};

}  // namespace

std::string workbook_bytes(Workbook const& workbook) {
    PrivateFolder const folder;
    auto const file = (folder.path() / "book.xlsx").string();
    auto temporary = folder.path().string();
    lxw_workbook_options options{};
    options.tmpdir = temporary.data();
    auto* book = workbook_new_opt(file.c_str(), &options);
    if (book == nullptr) throw GatewayError(FailureKind::full, "A workbook could not be begun");
    auto title = workbook.title;
    auto author = workbook.author;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    workbook_set_properties(book, &properties);
    auto const formats = make_formats(book);
    std::set<std::string> taken;
    for (auto const& sheet : workbook.sheets) {
        auto* made = workbook_add_worksheet(book, safe_name(sheet.name, taken).c_str());
        if (made != nullptr) SheetWriter(book, made, sheet, formats).write();
    }
    if (workbook_close(book) != LXW_NO_ERROR)
        throw GatewayError(FailureKind::full, "A workbook could not be written");
    return folder.read("book.xlsx");
}

}  // namespace doorstep::documents::xlsx

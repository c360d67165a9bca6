#include <array>

#include "base/text.h"
#include "documents/xlsx/reader.h"
#include "usecases/figures/nm01_file.h"

namespace doorstep::usecases::figures {
namespace {

using documents::xlsx::CellKind;
using documents::xlsx::ReadCell;
using documents::xlsx::ReadSheet;

enum class WorkbookColumn { code, name, cases, hate, homes };
constexpr std::size_t workbook_columns = 5;
/// What the headings end with; codes of landlords and their names have no number of a measure.
constexpr std::array<std::string_view, workbook_columns> heading_ends = {
    "Landlord code", "Landlord name", "(NM01 1 Numerator)", "(NM01 2 Numerator)", "(NM01 1 Denominator)"};
/// Headings stand near the top, below titles and links.
constexpr std::size_t most_rows_above = 20;

struct FoundColumns {
    std::size_t row = 0;
    std::array<std::size_t, workbook_columns> columns{};
};

std::optional<FoundColumns> columns_of(ReadSheet const& sheet) {
    for (std::size_t row = 0; row < std::min(sheet.rows.size(), most_rows_above); ++row) {
        FoundColumns found{.row = row, .columns = {}};
        std::size_t count = 0;
        for (std::size_t wanted = 0; wanted < heading_ends.size(); ++wanted)
            for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
                if (text::trim(sheet.rows[row][column].text).ends_with(heading_ends[wanted])) {
                    found.columns[wanted] = column;
                    ++count;
                    break;
                }
        if (count == heading_ends.size()) return found;
    }
    return std::nullopt;
}

/// "[X]", "[E]", "[Z]": blank, excluded, not required.
bool is_sign_for_no_figure(std::string_view words) {
    return words.size() == 3 && words.front() == '[' && words.back() == ']';
}

/// "583" of "583.0" or "5.83E2", as programs may store a whole number; empty when it is none.
std::string whole_number(std::string const& stored) {
    char* end = nullptr;
    double const number = std::strtod(stored.c_str(), &end);
    if (end != stored.c_str() + stored.size() || number < 0 || number > 1e12) return {};
    auto const whole = static_cast<std::int64_t>(number);
    return static_cast<double>(whole) == number ? std::to_string(whole) : std::string();
}

class RateReader {
  public:
    RateReader(ReadSheet const& sheet, FoundColumns const& found) : sheet_(sheet), found_(found) {}

    RatesOfFile read() {
        for (std::size_t row = found_.row + 1; row < sheet_.rows.size(); ++row) {
            auto const code = words_at(row, WorkbookColumn::code);
            auto const name = words_at(row, WorkbookColumn::name);
            if (code.empty()) continue;  // notes below the table
            auto const homes = count_at(row, WorkbookColumn::homes, name);
            auto const all = count_at(row, WorkbookColumn::cases, name);
            auto const hate = count_at(row, WorkbookColumn::hate, name);
            rates_.landlords.push_back({.code = code,
                                        .name = name,
                                        .all_cases = doorstep::figures::nm01_rate(all, homes),
                                        .hate_cases = doorstep::figures::nm01_rate(hate, homes)});
        }
        return std::move(rates_);
    }

  private:
    ReadCell const& cell(std::size_t row, WorkbookColumn column) const {
        return sheet_.at(row, place_of(column));
    }
    std::size_t place_of(WorkbookColumn column) const {
        return found_.columns[static_cast<std::size_t>(column)];
    }
    std::string words_at(std::size_t row, WorkbookColumn column) const {
        return std::string(text::trim(cell(row, column).text));
    }
    /// Empty where there is no figure; a problem where there should be one.
    std::string count_at(std::size_t row, WorkbookColumn column, std::string const& name) {
        auto const& found = cell(row, column);
        auto const words = std::string(text::trim(found.text));
        auto const where = documents::xlsx::cell_name(row, place_of(column));
        auto const problem = [&](std::string const& what) {
            rates_.problems.push_back({where, where + " (" + name + ") " + what});
            return std::string();
        };
        switch (found.kind) {
            case CellKind::empty:
                return {};
            case CellKind::formula:
                return problem(
                    "is a formula without a stored result: open the workbook in a spreadsheet "
                    "program and save it");
            case CellKind::error:
                return problem("is " + words + ", an error");
            case CellKind::boolean:
                return problem("is true or false and no count");
            case CellKind::number:
                if (auto whole = whole_number(words); !whole.empty()) return whole;
                return problem("is " + words + ", which is no whole number");
            case CellKind::text:
                break;
        }
        if (words.empty() || is_sign_for_no_figure(words)) return {};
        std::string digits;
        for (char const c : words)
            if (c != ',' && c != ' ') digits += c;
        if (auto whole = whole_number(digits); !whole.empty()) return whole;
        return problem("is “" + text::shorten(words, 40) + "”, which is no count");
    }

    ReadSheet const& sheet_;
    FoundColumns const& found_;
    RatesOfFile rates_;
};

}  // namespace

Expected<RatesOfFile> rates_of_workbook(std::filesystem::path const& file) {
    auto const book = documents::xlsx::WorkbookReader::open(file);
    if (!book) return refuse(book.error());
    for (std::size_t n = 0; n < book->sheet_names().size(); ++n) {
        auto const sheet = book->read(n);
        if (!sheet) return refuse(sheet.error());
        if (auto const found = columns_of(*sheet)) return RateReader(*sheet, *found).read();
    }
    return refuse(RefusalKind::invalid, "no-such-column",
                  "No sheet of this workbook has the regulator’s headings: Landlord code, and numerators and "
                  "denominators of NM01");
}

}  // namespace doorstep::usecases::figures

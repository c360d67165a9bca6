#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// Workbooks for spreadsheet programs, with formats, a filter on every table, frozen heads and charts of the
/// program's own. Texts are always texts: what somebody typed never becomes a formula (OWASP: CSV injection).
namespace doorstep::documents::xlsx {

struct Percent {
    double share = 0;  ///< 0.82 for 82%
};
struct Nothing {};
using Cell = std::variant<Nothing, std::string, std::int64_t, double, Percent>;

enum class ChartKind { column, line, pie };

/// Of columns of the same sheet, with the first column's words below.
struct SheetChart {
    ChartKind kind = ChartKind::column;
    std::string title;
    std::string description;           ///< for people who do not see it
    std::vector<std::size_t> columns;  ///< of values, from 1
    std::size_t first_row = 1;         ///< rows of data, from 1
    std::size_t last_row = 1;
};

struct Sheet {
    std::string name;   ///< at most 31 characters, no []:*?/\ (the format's own rule): made so when it is not
    std::string title;  ///< above the table
    std::vector<std::string> notes;  ///< below the title: what it is, how it is counted
    std::vector<std::string> head;
    std::vector<std::vector<Cell>> rows;
    std::vector<int> widths;  ///< in characters; 14 where left out
    std::vector<SheetChart> charts;
};

struct Workbook {
    std::string title;
    std::string author;
    std::vector<Sheet> sheets;
};

/// The bytes of an Office Open XML workbook (ISO/IEC 29500). Throws GatewayError when there is no room for
/// its temporary file.
std::string workbook_bytes(Workbook const& workbook);

}  // namespace doorstep::documents::xlsx

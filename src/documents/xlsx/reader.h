#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"

/// Workbooks of spreadsheet programs (ISO/IEC 29500), read as what they show. Nothing is calculated: a
/// formula is its last result as the program that saved it stored it. Made for files from outside: links
/// to other files are never followed, entities never expanded, and what unpacks to too much is refused.
namespace doorstep::documents::xlsx {

enum class CellKind {
    empty,
    text,
    number,   ///< as it is written in the file: "0.5", "1E-3"
    boolean,  ///< "1" or "0"
    error,    ///< "#REF!", "#DIV/0!"
    formula   ///< one without a stored result
};

struct ReadCell {
    CellKind kind = CellKind::empty;
    std::string text;
    bool from_formula = false;
};

struct ReadSheet {
    std::string name;
    std::vector<std::vector<ReadCell>> rows;  ///< by the numbers of rows and columns, from 0

    /// Empty where there is none.
    ReadCell const& at(std::size_t row, std::size_t column) const;
};

/// "BA7" for row 6, column 52.
std::string cell_name(std::size_t row, std::size_t column);

class WorkbookReader {
  public:
    /// Refused ("not-a-workbook", "too-large", "protected") with words for a person. GatewayError when the
    /// file cannot be read at all.
    static Expected<WorkbookReader> open(std::filesystem::path const& file);
    WorkbookReader(WorkbookReader&&) noexcept;
    WorkbookReader& operator=(WorkbookReader&&) noexcept;
    ~WorkbookReader();

    std::vector<std::string> const& sheet_names() const;
    Expected<ReadSheet> read(std::size_t sheet) const;

  private:
    struct State;
    explicit WorkbookReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace doorstep::documents::xlsx

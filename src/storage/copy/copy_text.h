#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/copy/copied_table.h"

/// The text format of PostgreSQL's COPY: a line a row, tabs between, \N for null, escapes with a backslash.
namespace doorstep::storage::copy {

void write_copy_cell(std::string& line, Cell const& cell);
/// The word vector of a list of words with one space between them.
void write_word_vector(std::string& line, std::string_view words);

/// Reads lines; the views of a row last until the next.
class CopyLine {
  public:
    /// StorageError (corrupt) when it is not a row of the table.
    Cells const& read(std::string_view line, Table const& table);

  private:
    std::vector<std::string> texts_;
    Cells cells_;
};

}  // namespace doorstep::storage::copy

#include "storage/copy/copy_text.h"

#include <array>
#include <charconv>

#include "base/failure.h"
#include "base/text.h"

namespace doorstep::storage::copy {
namespace {

void escape(std::string& line, std::string_view value) {
    for (char const c : value) {
        switch (c) {
            case '\\':
                line += "\\\\";
                break;
            case '\n':
                line += "\\n";
                break;
            case '\r':
                line += "\\r";
                break;
            case '\t':
                line += "\\t";
                break;
            default:
                line += c;
        }
    }
}

struct WriteCell {
    std::string& line;

    void operator()(std::monostate) const { line += "\\N"; }
    void operator()(bool value) const { line += value ? 't' : 'f'; }
    void operator()(std::int64_t value) const { line += std::to_string(value); }
    void operator()(std::string_view value) const { escape(line, value); }
    /// The shortest text that reads as the same number.
    void operator()(double value) const {
        std::array<char, 32> digits{};
        auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
        line.append(digits.data(), end.ptr);
    }
};

char unescaped(char c) {
    switch (c) {
        case 'b':
            return '\b';
        case 'f':
            return '\f';
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        case 'v':
            return '\v';
        default:
            return c;
    }
}

void unescape(std::string& text, std::string_view cell) {
    text.clear();
    for (std::size_t i = 0; i < cell.size(); ++i)
        text += cell[i] == '\\' && i + 1 < cell.size() ? unescaped(cell[++i]) : cell[i];
}

[[noreturn]] void not_of_its_kind(Table const& table, Column const& column) {
    throw StorageError(FailureKind::corrupt,
                       "A value in " + table.name + "." + column.name + " is of the wrong kind");
}

template <class Number>
Number number_in(std::string_view cell, Table const& table, Column const& column) {
    Number number{};
    auto const read = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (read.ec != std::errc() || read.ptr != cell.data() + cell.size()) not_of_its_kind(table, column);
    return number;
}

Cell cell_in(std::string_view cell, std::string& text, Table const& table, Column const& column) {
    if (cell == "\\N") return std::monostate();
    switch (column.kind) {
        case ColumnKind::integer:
            return number_in<std::int64_t>(cell, table, column);
        case ColumnKind::real:
            return number_in<double>(cell, table, column);
        case ColumnKind::boolean:
            if (cell != "t" && cell != "f") not_of_its_kind(table, column);
            return cell == "t";
        case ColumnKind::text:
            unescape(text, cell);
            return std::string_view(text);
    }
    not_of_its_kind(table, column);
}

}  // namespace

void write_copy_cell(std::string& line, Cell const& cell) { std::visit(WriteCell{line}, cell); }

void write_word_vector(std::string& line, std::string_view words) {
    std::string vector;
    for (auto const word : text::split(words, ' ')) {
        if (word.empty()) continue;
        vector += '\'';
        for (char const c : word) {
            if (c == '\'' || c == '\\') vector += c;
            vector += c;
        }
        vector += "' ";
    }
    escape(line, vector);
}

Cells const& CopyLine::read(std::string_view line, Table const& table) {
    if (line.ends_with('\n')) line.remove_suffix(1);
    auto const parts = text::split(line, '\t');
    if (parts.size() != table.columns.size())
        throw StorageError(FailureKind::corrupt, "A row of " + table.name + " cannot be read");
    texts_.resize(parts.size());
    cells_.resize(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        cells_[i] = cell_in(parts[i], texts_[i], table, table.columns[i]);
    return cells_;
}

}  // namespace doorstep::storage::copy

#include "base/embedded.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace {

struct TableRow {
    char const* name;
    char const* start;
    std::uint64_t size;
};

}  // namespace

extern "C" TableRow const doorstep_embedded_table[];
extern "C" std::uint64_t const doorstep_embedded_count;

namespace doorstep {
namespace {

std::span<TableRow const> table() { return {doorstep_embedded_table, doorstep_embedded_count}; }

EmbeddedFile file_of(TableRow const& row) { return {row.name, {row.start, row.size}}; }

auto first_not_before(std::string_view name) {
    auto rows = table();
    return std::lower_bound(rows.begin(), rows.end(), name, [](TableRow const& row, std::string_view wanted) {
        return std::string_view(row.name) < wanted;
    });
}

}  // namespace

std::optional<EmbeddedFile> embedded_file(std::string_view name) {
    auto found = first_not_before(name);
    if (found == table().end() || found->name != name) return std::nullopt;
    return file_of(*found);
}

std::vector<EmbeddedFile> embedded_files(std::string_view prefix) {
    std::vector<EmbeddedFile> files;
    for (auto row = first_not_before(prefix);
         row != table().end() && std::string_view(row->name).starts_with(prefix); ++row)
        files.push_back(file_of(*row));
    return files;
}

}  // namespace doorstep

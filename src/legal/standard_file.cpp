#include "legal/standard_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "base/embedded.h"
#include "legal/toml_dates.h"

namespace doorstep::legal {
namespace {

constexpr std::array<std::string_view, 12> known_keys{
    "id",     "applies_to", "title",    "value",  "unit", "counting", "in_force_from", "in_force_until",
    "source", "note",       "evidence", "nations"};

std::optional<int> value_of(toml::table const& table, Unit unit) {
    auto const value = table["value"];
    if (unit == Unit::yes_no) {
        auto const answer = value.value_exact<bool>();
        return answer ? std::optional(*answer ? 1 : 0) : std::nullopt;
    }
    auto const number = value.value_exact<std::int64_t>();
    if (!number || *number < 0 || *number > std::numeric_limits<int>::max()) return std::nullopt;
    return static_cast<int>(*number);
}

class RowReader {
  public:
    RowReader(toml::table const& table, std::string where) : table_(table), where_(std::move(where)) {}

    void read_into(StandardFile& file) {
        StandardRow row;
        row.id = text_in(table_, "id");
        row.applies_to = text_in(table_, "applies_to");
        row.title = text_in(table_, "title");
        row.source = text_in(table_, "source");
        row.note = text_in(table_, "note");
        if (table_.contains("evidence")) row.evidence = text_in(table_, "evidence");
        if (auto const* nations = table_["nations"].as_array())
            for (auto const& nation : *nations) row.nations.push_back(nation.value_or(std::string()));
        check_keys();
        read_value(row);
        read_counting(row);
        read_dates(row);
        if (problems_.empty()) file.rows.push_back(std::move(row));
        file.problems.insert(file.problems.end(), problems_.begin(), problems_.end());
    }

  private:
    void problem(std::string_view text) { problems_.push_back(fmt::format("{}: {}", where_, text)); }

    void check_keys() {
        for (auto const& [key, value] : table_)
            if (std::find(known_keys.begin(), known_keys.end(), key.str()) == known_keys.end())
                problem(fmt::format("\"{}\" means nothing here", key.str()));
    }

    void read_value(StandardRow& row) {
        auto const unit = enum_from_name<Unit>(text_in(table_, "unit"));
        if (!unit) return problem(fmt::format("the unit \"{}\" is not known", text_in(table_, "unit")));
        row.unit = *unit;
        auto const value = value_of(table_, *unit);
        if (!value)
            return problem("the value does not fit the unit: a whole number, or true or false for yes-no");
        row.value = *value;
    }

    void read_counting(StandardRow& row) {
        if (!table_.contains("counting")) return;
        row.counting = enum_from_name<Counting>(text_in(table_, "counting"));
        if (!row.counting) problem("counting is \"following\" or \"beginning-with\"");
    }

    void read_dates(StandardRow& row) {
        auto const from = date_in(table_, "in_force_from");
        if (!from) return problem("in_force_from is not a date");
        row.in_force_from = *from;
        row.in_force_until = date_in(table_, "in_force_until");
        if (table_.contains("in_force_until") && !row.in_force_until) problem("in_force_until is not a date");
    }

    toml::table const& table_;
    std::string where_;
    std::vector<std::string> problems_;
};

toml::parse_result parsed(std::string_view text, std::string_view name) { return toml::parse(text, name); }

}  // namespace

namespace {

/// "[=" or "[[[": the library takes for granted that a name follows the brackets, and stops the program where
/// none does.
std::optional<int> line_with_broken_head(std::string_view text) {
    int number = 0;
    while (!text.empty()) {
        ++number;
        auto const end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
        if (!line.starts_with('[')) continue;
        line.remove_prefix(line.starts_with("[[") ? 2 : 1);
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        bool const has_name =
            !line.empty() &&
            (line.front() == '_' || line.front() == '-' || line.front() == '"' || line.front() == '\'' ||
             (line.front() >= '0' && line.front() <= '9') || (line.front() >= 'A' && line.front() <= 'Z') ||
             (line.front() >= 'a' && line.front() <= 'z'));
        if (!has_name) return number;
    }
    return std::nullopt;
}

}  // namespace

StandardFile read_standards(std::string_view text, std::string_view name) {
    StandardFile file;
    if (auto const line = line_with_broken_head(text)) {
        file.problems.push_back(fmt::format("{} line {}: a head without a name", name, *line));
        return file;
    }
    try {
        auto const table = parsed(text, name);
        auto const* rows = table["standard"].as_array();
        if (rows == nullptr) {
            file.problems.push_back(fmt::format("{}: no [[standard]] in it", name));
            return file;
        }
        for (auto const& row : *rows) {
            auto const* row_table = row.as_table();
            auto const where = fmt::format("{} line {}", name, row.source().begin.line);
            if (row_table == nullptr)
                file.problems.push_back(where + ": a standard is a table");
            else
                RowReader(*row_table, where).read_into(file);
        }
    } catch (toml::parse_error const& error) {
        file.problems.push_back(
            fmt::format("{} line {}: {}", name, error.source().begin.line, error.description()));
    }
    return file;
}

StandardFile read_embedded_standards() {
    StandardFile all;
    constexpr std::string_view folder = "standards/";
    for (auto const& embedded : embedded_files(folder)) {
        // Lists and questions have folders of their own below it.
        if (embedded.name.find('/', folder.size()) != std::string_view::npos) continue;
        auto file = read_standards(embedded.content, embedded.name);
        all.rows.insert(all.rows.end(), file.rows.begin(), file.rows.end());
        all.problems.insert(all.problems.end(), file.problems.begin(), file.problems.end());
    }
    return all;
}

}  // namespace doorstep::legal

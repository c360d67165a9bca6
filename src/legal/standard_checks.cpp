#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "legal/standard_file.h"
#include "legal/standards.h"

namespace doorstep::legal {
namespace {

using Problems = std::vector<std::string>;

template <class List>
bool holds(List const& list, std::string_view wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

/// Values of one measure may stand for each other: 14 days for 2 weeks, but never 14 days for 14 attempts.
bool measure_alike(Unit a, Unit b) {
    auto const is_short_time = [](Unit unit) { return unit == Unit::hours || unit == Unit::minutes; };
    return a == b || (is_period_of_days(a) && is_period_of_days(b)) || (is_short_time(a) && is_short_time(b));
}

std::string name_of_row(StandardRow const& row) {
    auto const scope = row.applies_to.empty() ? "" : fmt::format(" ({})", row.applies_to);
    return fmt::format("{}{} from {}", row.id, scope, date_words(row.in_force_from));
}

void check_value(StandardRow const& row, Problems& problems) {
    auto const name = name_of_row(row);
    if (row.value < 0) problems.push_back(name + ": the value cannot be less than 0");
    if (row.unit == Unit::percent && row.value > 100)
        problems.push_back(name + ": a percentage cannot be over 100");
    if (row.unit == Unit::yes_no && row.value > 1) problems.push_back(name + ": the value must be yes or no");
    bool const is_period = is_period_of_days(row.unit);
    if (is_period && row.value == 0) problems.push_back(name + ": a period must be at least 1");
    if (is_period && !row.counting)
        problems.push_back(name + ": say whether the day of the event is counted");
    if (!is_period && row.counting)
        problems.push_back(name + ": only periods of days say how they are counted");
}

void check_row(StandardRow const& row, Problems& problems) {
    auto const name = name_of_row(row);
    if (!holds(standard_ids::all, row.id)) problems.push_back(name + ": there is no such standard");
    if (!holds(standard_scopes::all, row.applies_to))
        problems.push_back(fmt::format("{}: a standard cannot apply to \"{}\"", name, row.applies_to));
    if (row.title.empty()) problems.push_back(name + ": give it a title");
    if (row.source.empty()) problems.push_back(name + ": say where the standard comes from");
    if (row.in_force_until && *row.in_force_until <= row.in_force_from)
        problems.push_back(name + ": it must end after it starts");
    check_value(row, problems);
}

using Key = std::pair<std::string, std::string>;  // id, applies_to

/// Rows of each id and scope by their start.
std::map<Key, std::vector<StandardRow const*>> by_key(std::vector<StandardRow> const& rows) {
    std::map<Key, std::vector<StandardRow const*>> groups;
    for (auto const& row : rows) groups[{row.id, row.applies_to}].push_back(&row);
    for (auto& [key, group] : groups)
        std::stable_sort(group.begin(), group.end(),
                         [](auto const* a, auto const* b) { return a->in_force_from < b->in_force_from; });
    return groups;
}

void check_overlaps(std::vector<StandardRow> const& rows, Problems& problems) {
    for (auto const& [key, group] : by_key(rows))
        for (std::size_t i = 1; i < group.size(); ++i) {
            auto const& before = *group[i - 1];
            if (!before.in_force_until || *before.in_force_until > group[i]->in_force_from)
                problems.push_back(
                    fmt::format("{} and {} overlap", name_of_row(before), name_of_row(*group[i])));
        }
}

void check_gaps(std::vector<StandardRow> const& rows, Problems& problems) {
    for (auto const& [key, group] : by_key(rows)) {
        for (std::size_t i = 1; i < group.size(); ++i) {
            auto const& before = *group[i - 1];
            if (before.in_force_until && *before.in_force_until < group[i]->in_force_from)
                problems.push_back(
                    fmt::format("nothing between {} and {}", name_of_row(before), name_of_row(*group[i])));
        }
        if (group.back()->in_force_until)
            problems.push_back(name_of_row(*group.back()) + ": it ends and nothing follows");
    }
}

/// A row measures what the other rows of its id measure.
void check_measures(std::vector<StandardRow> const& rows, std::vector<StandardRow> const& pattern,
                    Problems& problems) {
    std::map<std::string_view, Unit> units;
    for (auto const& row : pattern) units.try_emplace(row.id, row.unit);
    for (auto const& row : rows)
        if (auto const found = units.find(row.id);
            found != units.end() && !measure_alike(found->second, row.unit))
            problems.push_back(
                fmt::format("{}: it cannot be measured in {}", name_of_row(row), name_of(row.unit)));
}

}  // namespace

std::vector<std::string> problems_with(std::vector<StandardRow> const& proposed) {
    Problems problems;
    for (auto const& row : proposed) check_row(row, problems);
    check_overlaps(proposed, problems);
    check_measures(proposed, Standards::defaults().default_rows(), problems);
    return problems;
}

std::vector<std::string> problems_with_defaults() {
    auto const file = read_embedded_standards();
    auto problems = file.problems;
    for (auto const& row : file.rows) check_row(row, problems);
    check_overlaps(file.rows, problems);
    check_gaps(file.rows, problems);
    check_measures(file.rows, file.rows, problems);
    for (auto const id : standard_ids::all)
        if (std::none_of(file.rows.begin(), file.rows.end(), [&](auto const& row) { return row.id == id; }))
            problems.push_back(fmt::format("{} has no row", id));
    return problems;
}

}  // namespace doorstep::legal

#include "http/route.h"

#include <algorithm>
#include <array>

#include "base/assert.h"

namespace doorstep::http {
namespace {

/// Longer paths match nothing.
constexpr std::size_t segment_limit = 16;

bool is_parameter(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}
bool is_rest(std::string_view segment) { return is_parameter(segment) && segment.ends_with("...}"); }

/// "/a/b" has the segments "a" and "b"; "/" has none; "/a/" has "a" and "".
template <class Take>
bool for_each_segment(std::string_view path, Take take) {
    if (!path.starts_with('/')) return false;
    path.remove_prefix(1);
    if (path.empty()) return true;
    while (true) {
        auto const slash = path.find('/');
        if (!take(path.substr(0, slash))) return false;
        if (slash == std::string_view::npos) return true;
        path.remove_prefix(slash + 1);
    }
}

auto first_not_before(auto& literals, std::string_view segment) {
    return std::lower_bound(
        literals.begin(), literals.end(), segment,
        [](auto const& literal, std::string_view wanted) { return literal.first < wanted; });
}

}  // namespace

/// Depth first, best pattern first; goes back when a branch ends without the wanted method.
struct PathTable::Search {
    std::vector<Node> const& nodes;
    Method method;
    std::array<std::string_view, segment_limit> segments{};
    std::size_t segment_count = 0;
    std::array<std::string_view, segment_limit> values{};
    Match match{};

    bool take_rows(std::vector<Row> const& rows, std::size_t value_count) {
        for (auto const& row : rows) {
            match.path_exists = true;
            if (row.method != method) {
                match.allowed.push_back(row.method);
                continue;
            }
            match.value = row.value;
            for (std::size_t i = 0; i < value_count; ++i)
                match.parameters.add(row.parameter_names[i], std::string(values[i]));
            return true;
        }
        return false;
    }

    bool visit(std::size_t index, std::size_t depth, std::size_t value_count) {
        auto const& node = nodes[index];
        if (depth == segment_count) return take_rows(node.rows, value_count);
        auto const segment = segments[depth];
        auto const literal = first_not_before(node.literals, segment);
        if (literal != node.literals.end() && literal->first == segment &&
            visit(literal->second, depth + 1, value_count))
            return true;
        if (segment.empty()) return false;
        values[value_count] = segment;
        if (node.parameter && visit(*node.parameter, depth + 1, value_count + 1)) return true;
        if (node.rest_rows.empty()) return false;
        auto const last = segments[segment_count - 1];
        values[value_count] = {segment.data(),
                               static_cast<std::size_t>(last.data() + last.size() - segment.data())};
        return take_rows(node.rest_rows, value_count + 1);
    }
};

PathTable::PathTable() : nodes_(1) {}

std::size_t PathTable::child_for(std::size_t node, std::string_view segment) {
    auto const added = nodes_.size();
    if (is_parameter(segment)) {
        if (nodes_[node].parameter) return *nodes_[node].parameter;
        nodes_[node].parameter = added;
    } else {
        auto& literals = nodes_[node].literals;
        auto const found = first_not_before(literals, segment);
        if (found != literals.end() && found->first == segment) return found->second;
        literals.emplace(found, segment, added);
    }
    nodes_.emplace_back();
    return added;
}

void PathTable::add(Method method, std::string_view pattern, std::size_t value) {
    std::size_t node = 0;
    std::size_t segment_count = 0;
    bool ended_by_rest = false;
    std::vector<std::string> names;
    bool const well_formed = for_each_segment(pattern, [&](std::string_view segment) {
        if (ended_by_rest || segment.empty() || ++segment_count > segment_limit) return false;
        if (is_rest(segment)) {
            names.emplace_back(segment.substr(1, segment.size() - 5));
            ended_by_rest = true;
            return true;
        }
        if (is_parameter(segment)) names.emplace_back(segment.substr(1, segment.size() - 2));
        node = child_for(node, segment);
        return true;
    });
    DOORSTEP_ASSERT(well_formed, "not a route pattern: " + std::string(pattern));
    auto& rows = ended_by_rest ? nodes_[node].rest_rows : nodes_[node].rows;
    bool const taken =
        std::any_of(rows.begin(), rows.end(), [&](Row const& row) { return row.method == method; });
    DOORSTEP_ASSERT(!taken, "two routes for " + std::string(name_of(method)) + " " + std::string(pattern));
    rows.push_back(Row{method, value, std::move(names)});
}

PathTable::Match PathTable::find(Method method, std::string_view path) const {
    Search search{.nodes = nodes_, .method = method == Method::head ? Method::get : method};
    bool const well_formed = for_each_segment(path, [&](std::string_view segment) {
        if (search.segment_count == segment_limit) return false;
        search.segments[search.segment_count++] = segment;
        return true;
    });
    if (!well_formed) return {};
    search.visit(0, 0, 0);
    auto& allowed = search.match.allowed;
    if (search.match.value) {
        allowed.clear();
    } else {
        std::sort(allowed.begin(), allowed.end());
        allowed.erase(std::unique(allowed.begin(), allowed.end()), allowed.end());
    }
    return std::move(search.match);
}

}  // namespace doorstep::http

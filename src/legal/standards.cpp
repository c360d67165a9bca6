#include "legal/standards.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "base/assert.h"
#include "legal/calendar.h"
#include "legal/standard_file.h"

namespace doorstep::legal {
namespace {

using Rows = std::vector<StandardRow>;

/// The rows of one id. A landlord's own come before the shipped ones, so the first that fits is the right
/// one.
using Candidates = std::vector<StandardRow const*>;

void sort_rows(Rows& rows) {
    std::sort(rows.begin(), rows.end(), [](auto const& a, auto const& b) {
        return std::tie(a.id, a.applies_to, a.in_force_from) < std::tie(b.id, b.applies_to, b.in_force_from);
    });
}

Rows shipped_rows() {
    auto file = read_embedded_standards();
    DOORSTEP_ASSERT(file.problems.empty(), file.problems.front());
    sort_rows(file.rows);
    return std::move(file.rows);
}

void check_scope(std::string_view applies_to) {
    auto const& scopes = standard_scopes::all;
    DOORSTEP_ASSERT(std::find(scopes.begin(), scopes.end(), applies_to) != scopes.end(),
                    fmt::format("no standard applies to \"{}\"", applies_to));
}

}  // namespace

struct Standards::Data {
    Rows defaults;
    Rows overrides;
    std::unordered_map<std::string_view, Candidates> by_id;

    Data(Rows shipped, Rows own) : defaults(std::move(shipped)), overrides(std::move(own)) {
        sort_rows(overrides);
        for (auto const id : standard_ids::all) by_id[id];
        for (auto const* rows : {&overrides, &defaults})
            for (auto const& row : *rows) by_id.at(row.id).push_back(&row);
    }
};

Standards Standards::defaults() {
    static Standards const shipped(std::make_shared<Data const>(shipped_rows(), Rows()));
    return shipped;
}

Expected<Standards> Standards::with_overrides(std::vector<StandardRow> overrides) {
    if (auto const problems = problems_with(overrides); !problems.empty()) {
        Refusal refusal(RefusalKind::invalid, "standards-contradict", problems.front());
        for (auto const& problem : problems) std::move(refusal).with_problem("", problem);
        return refuse(std::move(refusal));
    }
    return Standards(std::make_shared<Data const>(defaults().default_rows(), std::move(overrides)));
}

StandardRow const* Standards::find(std::string_view id, Date date, std::string_view applies_to) const {
    auto const found = data_->by_id.find(id);
    DOORSTEP_ASSERT(found != data_->by_id.end(), fmt::format("\"{}\" is no standard", id));
    check_scope(applies_to);
    StandardRow const* general = nullptr;
    for (auto const* row : found->second) {
        if (!row->is_in_force(date)) continue;
        if (row->applies_to == applies_to) return row;
        if (row->applies_to.empty() && general == nullptr) general = row;
    }
    return general;
}

StandardRow const& Standards::require(std::string_view id, Date date, std::string_view applies_to) const {
    auto const* row = find(id, date, applies_to);
    DOORSTEP_ASSERT(row != nullptr, fmt::format("no {} was in force on {}", id, date.iso()));
    return *row;
}

std::optional<StandardRow> Standards::on(std::string_view id, Date event_date,
                                         std::string_view applies_to) const {
    auto const* row = find(id, event_date, applies_to);
    return row != nullptr ? std::optional(*row) : std::nullopt;
}

std::optional<Deadline> Standards::find_deadline(std::string_view id, Date event_date,
                                                 std::string_view applies_to, Division division) const {
    auto const* row = find(id, event_date, applies_to);
    if (row == nullptr) return std::nullopt;
    return Deadline{last_day(*row, event_date, division), row->id, row->value, row->unit, row->in_force_from};
}

Deadline Standards::deadline(std::string_view id, Date event_date, std::string_view applies_to,
                             Division division) const {
    auto found = find_deadline(id, event_date, applies_to, division);
    DOORSTEP_ASSERT(found, fmt::format("no {} was in force on {}", id, event_date.iso()));
    return *std::move(found);
}

int Standards::number(std::string_view id, Date on, std::string_view applies_to) const {
    return require(id, on, applies_to).value;
}

bool Standards::yes(std::string_view id, Date on, std::string_view applies_to) const {
    auto const& row = require(id, on, applies_to);
    DOORSTEP_ASSERT(row.unit == Unit::yes_no, fmt::format("{} is no question of yes or no", id));
    return row.value != 0;
}

std::vector<StandardRow> const& Standards::default_rows() const { return data_->defaults; }
std::vector<StandardRow> const& Standards::overrides() const { return data_->overrides; }

Date last_day(StandardRow const& row, Date event_date, Division division) {
    DOORSTEP_ASSERT(is_period_of_days(row.unit) && row.counting, row.id + " is no period of days");
    bool const counts_event_day = *row.counting == Counting::beginning_with;
    auto const one_less = counts_event_day ? -1 : 0;
    switch (row.unit) {
        case Unit::working_days:
            return working_days(division).add(event_date.plus_days(one_less), row.value);
        case Unit::weeks:
            return event_date.plus_days(7 * row.value + one_less);
        case Unit::months:
            return event_date.plus_months(row.value).plus_days(one_less);
        default:
            return event_date.plus_days(row.value + one_less);
    }
}

}  // namespace doorstep::legal

#include <fmt/format.h>

#include <algorithm>

#include "legal/law_data.h"

namespace doorstep::legal {
namespace {

/// Stands for every body that no other row of a power names.
constexpr std::string_view all_others = "*";

template <class Strings>
bool holds_text(Strings const& strings, std::string_view wanted) {
    return std::find(strings.begin(), strings.end(), wanted) != strings.end();
}

bool is_meant(WhoRow const& row, Date on, Nation nation) {
    return row.rule.is_in_force(on) && row.rule.extends_to(nation);
}

WhoRow const* row_for(Power const& power, std::string_view body, Date on, Nation nation) {
    WhoRow const* general = nullptr;
    for (auto const& row : power.rows) {
        if (!is_meant(row, on, nation)) continue;
        if (holds_text(row.bodies, body)) return &row;
        if (holds_text(row.bodies, all_others)) general = &row;
    }
    return general;
}

Power const* find_power(LawData const& data, std::string_view id) {
    for (auto const& power : data.powers)
        if (power.id == id || holds_text(power.aliases, id)) return &power;
    return nullptr;
}

/// When the power is not there at all on the day.
WhoAnswer no_such_power_then(Power const& power, Date on, Nation nation) {
    WhoAnswer answer;
    std::optional<Date> first;
    bool is_here = false;
    for (auto const& row : power.rows) {
        if (!row.rule.extends_to(nation)) continue;
        is_here = true;
        if (row.rule.in_force_from && (!first || *row.rule.in_force_from < *first))
            first = row.rule.in_force_from;
    }
    answer.rules.push_back(used(power.rows.front().rule));
    if (!is_here)
        answer.reason = fmt::format("{}: not a power in {}", power.title, words_of(nation));
    else if (first && on < *first)
        answer.reason = fmt::format("{}: the power began on {}", power.title, date_words(*first));
    else
        answer.reason = fmt::format("{}: not in force on {}", power.title, date_words(on));
    return answer;
}

}  // namespace

Expected<WhoAnswer> Law::who(std::string_view power_id, std::string_view body, Date on_day,
                             Nation nation) const {
    auto const* power = find_power(*data_, power_id);
    if (power == nullptr) return unknown_law_id("power", power_id);
    bool const is_body = std::any_of(data_->bodies.begin(), data_->bodies.end(),
                                     [&](auto const& one) { return one.code == body; });
    if (!is_body)
        return refuse(RefusalKind::invalid, "law-body-unknown", fmt::format("There is no body \"{}\"", body));
    auto const* row = row_for(*power, body, on_day, nation);
    if (row == nullptr) return no_such_power_then(*power, on_day, nation);

    WhoAnswer answer{row->may, row->reason, row->instead, {used(row->rule)}};
    if (row->opened_by.empty()) return answer;
    if (auto const* opened = on(row->opened_by, on_day, nation)) {
        answer.may = opened->number.value_or(0) != 0;
        if (answer.may) {
            answer.reason = fmt::format("{}: {}", power->title, opened->title);
            answer.instead.clear();
        }
        answer.rules.push_back(used(*opened));
    } else {
        for (auto const* pending : rows_of(row->opened_by)) answer.rules.push_back(used(*pending));
    }
    return answer;
}

Expected<std::vector<Requirement>> Law::must_come_first(std::string_view power_id, Date on_day,
                                                        std::vector<std::string> const& circumstances,
                                                        Nation nation) const {
    auto const* power = find_power(*data_, power_id);
    if (power == nullptr) return unknown_law_id("power", power_id);
    for (auto const& circumstance : circumstances) {
        auto const& known = data_->circumstances;
        if (std::none_of(known.begin(), known.end(),
                         [&](auto const& one) { return one.code == circumstance; }))
            return refuse(RefusalKind::invalid, "law-circumstance-unknown",
                          fmt::format("There is no circumstance \"{}\"", circumstance));
    }
    std::vector<Requirement> found;
    for (auto const& row : data_->requirements) {
        if (!holds_text(row.powers, power->id)) continue;
        if (!row.rule.is_in_force(on_day) || !row.rule.extends_to(nation)) continue;
        if (!row.when.empty() && !holds_text(circumstances, row.when)) continue;
        found.push_back({row.rule.id, power->id, row.title, row.when, row.is_duty, row.is_bar, row.rule.note,
                         used(row.rule)});
    }
    std::sort(found.begin(), found.end(), [](auto const& a, auto const& b) { return a.id < b.id; });
    return found;
}

Expected<std::vector<Consequence>> Law::becomes_possible(std::string_view event, LawMoment at, Nation nation,
                                                         Tenancy tenancy) const {
    auto const& known = data_->events;
    if (std::none_of(known.begin(), known.end(), [&](auto const& one) { return one.code == event; }))
        return unknown_law_id("event", event);
    std::vector<Consequence> found;
    for (auto const& row : data_->consequences) {
        if (row.event != event || !row.rule.is_in_force(at.day) || !row.rule.extends_to(nation)) continue;
        Consequence one{row.rule.id, row.event, row.title, row.opens, row.when, {}, used(row.rule)};
        if (!row.deadline.empty()) {
            auto counted = deadline(row.deadline, at, nation, tenancy);
            if (!counted && counted.error().code() == "law-not-in-force") continue;
            if (!counted) return refuse(counted.error());
            one.deadline = *std::move(counted);
        }
        found.push_back(std::move(one));
    }
    std::sort(found.begin(), found.end(), [](auto const& a, auto const& b) { return a.id < b.id; });
    return found;
}

}  // namespace doorstep::legal

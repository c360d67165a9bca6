#include "domain/contacts/intervals.h"

#include <algorithm>

namespace doorstep::domain::contacts {
namespace {

Interval started(IntervalKind kind, Date on, DueDay due) {
    return {.kind = kind,
            .started_on = on,
            .due_on = due.by,
            .ended_on = {},
            .kept = {},
            .standard = std::move(due.standard)};
}

}  // namespace

std::vector<Interval> intervals(Date raised_on, std::vector<Date> conversations,
                                std::optional<Date> stopped_on, ContactStandards const& standards) {
    std::sort(conversations.begin(), conversations.end());
    conversations.erase(std::unique(conversations.begin(), conversations.end()), conversations.end());

    // (1)
    std::vector<Interval> result{started(IntervalKind::first, raised_on, standards.first_contact(raised_on))};
    // (2)
    for (auto const day : conversations) {
        if (stopped_on && day > *stopped_on) break;
        auto& open = result.back();
        open.ended_on = std::max(day, raised_on);
        open.kept = day <= open.due_on;
        result.push_back(started(IntervalKind::update, *open.ended_on, standards.update(*open.ended_on)));
    }
    // (3)
    if (stopped_on) {
        auto& open = result.back();
        open.ended_on = std::max(*stopped_on, open.started_on);
        if (*stopped_on > open.due_on) open.kept = false;
    }
    return result;
}

std::optional<Date> next_contact_by(std::vector<Interval> const& intervals) {
    if (intervals.empty() || intervals.back().ended_on) return std::nullopt;
    return intervals.back().due_on;
}

KeptShare kept_share(std::vector<Interval> const& intervals, Date today) {
    KeptShare share;
    for (auto const& interval : intervals) {
        bool const late_and_open = !interval.ended_on && interval.due_on < today;
        if (!interval.kept && !late_and_open) continue;
        ++share.of;
        if (interval.kept.value_or(false)) ++share.kept;
    }
    return share;
}

}  // namespace doorstep::domain::contacts

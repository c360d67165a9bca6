#include "domain/orders/entry.h"

#include "base/text.h"
#include "domain/orders/problems.h"

namespace doorstep::domain::orders {
namespace {

bool is_for(EntryPermission const& permission, EntryQuestion const& question) {
    if (permission.name.empty()) return permission.role == question.role;
    return !question.name.empty() && text::fold(permission.name) == text::fold(question.name);
}

bool is_day(EntryPermission const& permission, Date day) {
    return (!permission.from_on || *permission.from_on <= day) &&
           (!permission.until_on || day <= *permission.until_on);
}

bool is_open(EntryPermission const& permission, Instant at) {
    auto const day = london_date(at);
    if (!permission.from_time || !permission.until_time) return is_day(permission, day);
    auto const time = london_time(at);
    if (*permission.from_time <= *permission.until_time)
        return is_day(permission, day) && *permission.from_time <= time && time < *permission.until_time;
    // Over midnight: the night belongs to the day it began.
    if (time >= *permission.from_time) return is_day(permission, day);
    return time < *permission.until_time && is_day(permission, day.plus_days(-1));
}

/// When the permission that is open at `at` closes again.
std::optional<Instant> closes(EntryPermission const& permission, Instant at) {
    std::optional<Instant> end;
    if (permission.until_on) end = london_midnight(permission.until_on->plus_days(1));
    if (permission.from_time && permission.until_time) {
        auto const day = london_date(at);
        bool const next_day =
            *permission.from_time > *permission.until_time && london_time(at) >= *permission.from_time;
        auto const closing = london_instant(next_day ? day.plus_days(1) : day, *permission.until_time);
        if (!end || closing < *end) end = closing;
    }
    return end;
}

std::optional<Instant> earlier(std::optional<Instant> a, std::optional<Instant> b) {
    if (!a) return b;
    if (!b) return a;
    return std::min(*a, *b);
}

}  // namespace

EntryFinding may_enter(LegalOrder const& order, std::vector<EntryPermission> const& list,
                       EntryQuestion const& question) {
    auto const stops = order.stops_at();
    if (question.at < order.from_at)
        return {EntryAnswer::may, EntryReason::not_yet, nullptr, {}, order.from_at};
    if (stops && question.at >= *stops) return {EntryAnswer::may, EntryReason::no_longer, nullptr, stops, {}};
    EntryPermission const* nearest = nullptr;
    for (auto const& permission : list) {
        if (!is_for(permission, question)) continue;
        if (is_open(permission, question.at))
            return {EntryAnswer::may,
                    EntryReason::on_the_list,
                    &permission,
                    {},
                    earlier(closes(permission, question.at), stops)};
        if (!nearest) nearest = &permission;
    }
    if (nearest) return {EntryAnswer::may_not, EntryReason::other_times, nearest, order.from_at, stops};
    return {EntryAnswer::may_not, order.scope == Scope::full ? EntryReason::full : EntryReason::not_listed,
            nullptr, order.from_at, stops};
}

Expected<Done> check_permission(EntryPermission const& permission, LegalOrder const& order) {
    ProblemList problems;
    if (permission.role.empty()) problems.add("role", "Select who may enter");
    problems.limit("name", permission.name);
    problems.limit("reason", permission.reason);
    if (permission.from_time && *permission.from_time == *permission.until_time)
        problems.add("until-time", "The times must differ");
    if (permission.from_on && *permission.from_on < order.made_on)
        problems.add("from-on", "Date must be the same as or after " + date_words(order.made_on) +
                                    ", when the order was made");
    if (permission.until_on) {
        if (order.until_on && *permission.until_on > *order.until_on)
            problems.add("until-on",
                         "It must end on or before " + date_words(*order.until_on) + ", when the order ends");
        else if (permission.from_on && *permission.until_on < *permission.from_on)
            problems.add("until-on", "It must end on or after " + date_words(*permission.from_on));
    }
    return problems.result("permission-wrong");
}

}  // namespace doorstep::domain::orders

#include <fmt/format.h>

#include <algorithm>

#include "legal/law_counting.h"
#include "legal/law_data.h"

namespace doorstep::legal {
namespace {

constexpr std::int64_t milliseconds_an_hour = 3'600'000;
constexpr std::int64_t milliseconds_a_minute = 60'000;
tl::unexpected<Refusal> bad(std::string_view code, std::string message) {
    return refuse(RefusalKind::invalid, code, std::move(message));
}

std::string_view name_in_text(Nation nation) { return words_of(nation); }

std::string list_of(std::vector<Nation> const& nations) {
    std::string list;
    for (auto const nation : nations)
        list +=
            (list.empty() ? "" : (nation == nations.back() ? " and " : ", ")) + std::string(words_of(nation));
    return list;
}

/// Why no row of a known id applies: the nation, the tenancies, the date.
tl::unexpected<Refusal> nothing_applies(std::vector<Provision const*> const& rows, Date day, Nation nation,
                                        Tenancy tenancy) {
    std::vector<Provision const*> there;
    for (auto const* row : rows)
        if (row->extends_to(nation)) there.push_back(row);
    if (there.empty())
        return bad("law-not-in-force",
                   fmt::format("{} does not apply in {}: it extends to {}", rows.front()->id,
                               name_in_text(nation), list_of(rows.front()->nations)));
    std::vector<Provision const*> here;
    for (auto const* row : there)
        if (row->applies_to(tenancy)) here.push_back(row);
    auto const& id = rows.front()->id;
    if (here.empty())
        return bad("law-not-in-force", fmt::format("{} is not for {} tenancies", id, name_of(tenancy)));
    auto const who = here.front()->tenancy ? fmt::format(" for {} tenancies", name_of(tenancy)) : "";
    std::optional<Date> first;
    for (auto const* row : here)
        if (!row->is_pending && row->in_force_from && (!first || *row->in_force_from < *first))
            first = row->in_force_from;
    if (!first)
        return bad("law-not-in-force",
                   fmt::format("{} is not yet in force{}: no start date is known", id, who));
    if (day < *first)
        return bad("law-not-in-force", fmt::format("{} was not in force{} on {}: it began on {}", id, who,
                                                   date_words(day), date_words(*first)));
    return bad("law-not-in-force",
               fmt::format("{} was no longer in force{} on {}", id, who, date_words(day)));
}

ProvisionUsed used(StandardRow const& row) {
    auto const value =
        row.unit == Unit::yes_no ? std::string(row.value != 0 ? "true" : "false") : std::to_string(row.value);
    std::string unit(row.unit == Unit::working_days ? words_of(row.unit) : name_of(row.unit));
    return {row.id,
            value,
            unit,
            row.source,
            enum_from_name<Evidence>(row.evidence).value_or(Evidence::product),
            row.evidence,
            row.in_force_from,
            false};
}

/// A period with its length, whichever table it stands in.
struct CountedPeriod {
    std::string id;
    std::int64_t milliseconds = 0;  ///< of hours; 0: it runs from a day
    std::optional<Date> last_day;
    std::vector<DayNotCounted> not_counted;
    PeriodUse use = PeriodUse::limit;
    ProvisionUsed rule;
};

tl::unexpected<Refusal> no_period(std::string_view id, std::string const& words) {
    return bad("law-no-period", fmt::format("{} is no period that runs from a date: {}", id, words));
}

Expected<CountedPeriod> period_of(Provision const& row, Date from, Nation nation) {
    CountedPeriod period{
        .id = row.id, .last_day = {}, .not_counted = row.not_counted, .use = row.use, .rule = used(row)};
    if (row.unit == ProvisionUnit::hours && row.number)
        period.milliseconds = *row.number * milliseconds_an_hour;
    else if (row.counting && row.number)
        period.last_day = last_day_of(row, from, nation);
    else
        return no_period(row.id, words_for(row));
    return period;
}

Expected<CountedPeriod> period_of(StandardRow const& row, Date from, Nation nation) {
    CountedPeriod period{.id = row.id, .last_day = {}, .not_counted = {}, .rule = used(row)};
    if (row.unit == Unit::hours || row.unit == Unit::minutes)
        period.milliseconds =
            row.value * (row.unit == Unit::hours ? milliseconds_an_hour : milliseconds_a_minute);
    else if (is_period_of_days(row.unit))
        period.last_day = last_day(row, from, division_of(nation));
    else
        return no_period(row.id, words_for(row.value, row.unit));
    return period;
}

Expected<CountedPeriod> standard_period(Standards const& standards, std::string_view id, Date from,
                                        Nation nation) {
    auto const row = standards.on(id, from);
    if (!row) {
        bool const is_narrow =
            std::none_of(standards.default_rows().begin(), standards.default_rows().end(),
                         [&](auto const& one) { return one.id == id && one.applies_to.empty(); });
        return bad("law-not-in-force",
                   is_narrow ? fmt::format("{} depends on the case: it has no value for all", id)
                             : fmt::format("{} was not in force on {}", id, date_words(from)));
    }
    auto const& nations = row->nations;
    if (!nations.empty() && std::find(nations.begin(), nations.end(), name_of(nation)) == nations.end())
        return bad("law-not-in-force", fmt::format("{} does not apply in {}", id, name_in_text(nation)));
    return period_of(*row, from, nation);
}

/// Nothing earlier to aim at: a waiting time cannot end sooner, and a promise may be older than the standard.
using Lead = std::optional<StandardRow>;

LawDeadline deadline_of_hours(CountedPeriod const& period, LawMoment from, Lead const& lead) {
    auto const last =
        LawMoment::at(after_milliseconds(*from.instant, period.milliseconds, period.not_counted));
    LawDeadline deadline{period.id, from, last, last, {period.rule}};
    if (!lead || period.use == PeriodUse::waiting) return deadline;
    auto const counted = period.milliseconds - period.milliseconds * lead->value / 100;
    deadline.target = LawMoment::at(after_milliseconds(*from.instant, counted, period.not_counted));
    deadline.rules.push_back(used(*lead));
    return deadline;
}

LawDeadline deadline_of_days(CountedPeriod const& period, LawMoment from, Lead const& lead, Nation nation) {
    auto const last = LawMoment::on(*period.last_day);
    LawDeadline deadline{period.id, LawMoment::on(from.day), last, last, {period.rule}};
    if (!lead || period.use == PeriodUse::waiting) return deadline;
    deadline.target = LawMoment::on(std::max(from.day, working_days_before(last.day, lead->value, nation)));
    deadline.rules.push_back(used(*lead));
    return deadline;
}

}  // namespace

Expected<LawDeadline> Law::deadline(std::string_view id, LawMoment from, Nation nation,
                                    Tenancy tenancy) const {
    if (!knows(id)) return unknown_law_id("provision", id);
    if (from.instant) from.day = london_date(*from.instant);
    if (auto problem = too_far_away(from.day)) return refuse(*std::move(problem));

    auto const& standards = data_->standards;
    Expected<CountedPeriod> period = tl::unexpected(Refusal(RefusalKind::invalid, "", ""));
    if (auto const rows = rows_of(id); rows.empty()) {
        period = standard_period(standards, id, from.day, nation);
    } else {
        auto const* row = on(id, from.day, nation, tenancy);
        if (row == nullptr) return nothing_applies(rows, from.day, nation, tenancy);
        period = period_of(*row, from.day, nation);
    }
    if (!period) return refuse(period.error());

    if (period->last_day)
        return deadline_of_days(*period, from, standards.on(standard_ids::target_before, from.day), nation);
    if (!from.instant)
        return bad("law-needs-a-time",
                   fmt::format("{} is counted in hours: give the time of day as well as the date", id));
    return deadline_of_hours(*period, from, standards.on(standard_ids::target_share, from.day));
}

}  // namespace doorstep::legal

#include "usecases/figures/asked.h"

#include <algorithm>

#include "legal/standard_ids.h"
#include "usecases/settings.h"

namespace doorstep::usecases::figures {
namespace {

/// How far back a list of periods goes.
constexpr int most_quarters = 16;

tl::unexpected<Refusal> refuse_query(std::string_view code, std::string message) {
    return refuse(RefusalKind::not_found, code, std::move(message));
}

/// Dates as the month, quarter or year that they are, when they are one.
ReportingPeriod named_period(ReportingPeriod const& dates) {
    using namespace doorstep::figures;
    if (dates.kind != PeriodKind::dates) return dates;
    auto const quarter = FinancialQuarter::containing(dates.days.from);
    for (auto const& known :
         {month_period(dates.days.from), quarter_period(quarter), year_period(quarter.year_start)})
        if (known.days == dates.days) return known;
    return dates;
}

std::vector<Offered> periods_offered(Date today, std::optional<Date> first_day,
                                     ReportingPeriod const& asked) {
    std::vector<Offered> offered;
    auto quarter = FinancialQuarter::containing(today);
    auto const first = FinancialQuarter::containing(first_day.value_or(today));
    std::vector<int> years;
    for (int n = 0; n < most_quarters && first <= quarter; ++n, quarter = quarter.previous()) {
        auto const period = doorstep::figures::quarter_period(quarter);
        offered.push_back({period.code, period.words + (period.is_over(today) ? "" : ", so far")});
        if (years.empty() || years.back() != quarter.year_start) years.push_back(quarter.year_start);
    }
    for (int const year : years) {
        auto const period = doorstep::figures::year_period(year);
        offered.push_back({period.code, period.words + (period.is_over(today) ? "" : ", so far")});
    }
    auto const this_quarter = FinancialQuarter::containing(today);
    auto const so_far = doorstep::figures::year_to_date_period(this_quarter);
    offered.push_back({so_far.code, "Year to date: from " + date_words(so_far.days.from)});
    auto const ended = this_quarter.previous().period();
    auto const rolling =
        *doorstep::figures::dates_period(ended.until.plus_months(-12), ended.until.plus_days(-1));
    offered.push_back({rolling.code, "12 months to " + date_words(rolling.last_day())});
    auto const has = [&](Offered const& one) { return one.code == asked.code; };
    if (std::none_of(offered.begin(), offered.end(), has)) offered.push_back({asked.code, asked.words});
    return offered;
}

std::vector<Offered> types_offered(Settings const& settings, Date today) {
    std::vector<Offered> types;
    for (auto const* entry : settings.list("categories").in_use(today))
        types.push_back({entry->code, entry->label});
    return types;
}

}  // namespace

std::vector<ReportingPeriod> Asked::compared() const {
    std::vector<ReportingPeriod> periods{period};
    if (before) periods.push_back(*before);
    periods.push_back(last_year);
    return periods;
}

Expected<Done> require_figures(Context const& context, std::optional<domain::figures::Dimension> by) {
    using domain::access::Action;
    if (by == domain::figures::Dimension::officer)
        if (auto allowed = context.require(Action::see_team); !allowed) return allowed;
    return context.require(Action::see_figures);
}

Expected<Asked> ask(Context& context, FiguresQuery const& query) {
    auto period = query.period.empty()
                      ? doorstep::figures::quarter_period(FinancialQuarter::containing(context.today))
                      : doorstep::figures::parse_period(query.period);
    if (!period)
        return refuse_query("no-such-period",
                            "A period is written 2026-27-Q1, 2026-27, 2026-27-Q2-YTD, 2026-06 or "
                            "2026-04-01..2026-04-30");
    period = named_period(*period);
    if (context.today < period->days.from)
        return refuse_query("period-not-begun", period->words + " has not begun");

    Asked asked{.period = *period,
                .before = doorstep::figures::previous_period(*period),
                .last_year = doorstep::figures::same_period_last_year(*period)};
    asked.is_over = period->is_over(context.today);
    auto const& settings = context.settings();
    for (auto& [id, name] : storage::figures::area_names(context.read())) asked.areas.push_back({id, name});
    asked.types = types_offered(settings, context.today);
    if (!query.area.empty()) {
        auto const found = std::find_if(asked.areas.begin(), asked.areas.end(),
                                        [&](Offered const& area) { return area.code == query.area; });
        if (found == asked.areas.end()) return refuse_query("no-such-area", "There is no such area");
        asked.narrowing.area = query.area;
        asked.area_name = found->label;
    }
    if (!query.type.empty()) {
        if (settings.list("categories").find(query.type, context.today) == nullptr)
            return refuse_query("no-such-type", "There is no such type of case");
        asked.narrowing.type = query.type;
        asked.type_name = settings.list("categories").label(query.type);
    }
    asked.first_day = storage::figures::first_day(context.read());
    asked.periods = periods_offered(context.today, asked.first_day, *period);
    asked.smallest = settings.standards().number(legal::standard_ids::small_number, context.today);
    return asked;
}

}  // namespace doorstep::usecases::figures

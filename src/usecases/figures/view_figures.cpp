#include "usecases/figures/view_figures.h"

#include <algorithm>

#include "figures/figure_words.h"
#include "legal/measures.h"
#include "storage/settings.h"
#include "usecases/figures/public_figures.h"

namespace doorstep::usecases::figures {

using domain::access::Action;

namespace {

/// Quarters of the years that the periods of a view lie in, which are over.
std::vector<ReportingPeriod> quarters_around(Asked const& asked, Date today) {
    std::vector<ReportingPeriod> quarters;
    for (auto const& period : asked.compared())
        for (auto& quarter : quarters_of_year(period)) {
            bool const is_there = std::any_of(quarters.begin(), quarters.end(),
                                              [&](auto const& one) { return one.code == quarter.code; });
            if (!is_there && quarter.is_over(today)) quarters.push_back(std::move(quarter));
        }
    return quarters;
}

FiguresView figures_of(Context& context, Asked asked, bool public_only) {
    FiguresView view{.asked = std::move(asked), .rows = {}, .reconciliation = {}, .problems = {}};
    auto const compared = view.asked.compared();
    auto periods = compared;
    PublicQuarters quarters;
    if (public_only) quarters.periods = quarters_around(view.asked, context.today);
    periods.insert(periods.end(), quarters.periods.begin(), quarters.periods.end());
    ComputedFigures const computed(context.read(), context.settings(), periods, context.today,
                                   view.asked.narrowing);
    auto const last_year = compared.size() - 1;
    for (auto const& measure : legal::measures()) {
        if (public_only && !measure.is_public) continue;
        // A rate is of all homes: a part of the cases has none.
        if (measure.way == domain::figures::Way::rate && view.asked.narrowing.any()) continue;
        FiguresRow row{.measure = &measure,
                       .now = computed.of(measure, 0),
                       .before = {},
                       .last_year = computed.of(measure, last_year)};
        row.before.is_collected = false;
        if (view.asked.before) row.before = computed.of(measure, 1);
        view.rows.push_back(std::move(row));
    }
    view.reconciliation = computed.reconciliation(0);
    if (!public_only) return view;
    for (std::size_t n = 0; n < quarters.periods.size(); ++n) {
        auto& of_quarter = quarters.figures.emplace_back();
        for (auto const& measure : legal::measures())
            if (measure.is_public) of_quarter[measure.id] = computed.of(measure, compared.size() + n);
    }
    hold_back_what_tells(view, quarters);
    return view;
}

/// The newest quarter that is over and in which something was already recorded.
std::optional<ReportingPeriod> newest_published(Context& context) {
    auto const first_day = storage::figures::first_day(context.read());
    auto const quarter = FinancialQuarter::containing(context.today).previous();
    auto const period = doorstep::figures::quarter_period(quarter);
    if (!first_day || period.days.until <= *first_day) return std::nullopt;
    return period;
}

}  // namespace

FiguresRow const* FiguresView::row(std::string_view measure) const {
    auto const found = std::find_if(rows.begin(), rows.end(),
                                    [&](FiguresRow const& one) { return one.measure->id == measure; });
    return found == rows.end() ? nullptr : &*found;
}

Expected<FiguresView> view_figures(Context& context, FiguresQuery const& query) {
    if (auto allowed = context.require(Action::see_figures); !allowed) return refuse(allowed.error());
    auto asked = ask(context, query);
    if (!asked) return refuse(asked.error());
    auto view = figures_of(context, std::move(*asked), false);
    if (view.reconciliation.difference() != 0)
        view.problems = storage::figures::spell_problems(
            context.read(), storage::case_scope(context.viewer, Action::see_case));
    return view;
}

Expected<FiguresView> view_performance(Context& context, std::string const& period) {
    if (!domain::access::may(context.viewer, Action::see_performance) &&
        storage::settings::site_value(context.read(), "publishes_performance") != "yes")
        return refuse(RefusalKind::not_found, "not-published", "No figures have been published yet");
    FiguresQuery query{.period = period};
    if (period.empty()) {
        auto const newest = newest_published(context);
        if (!newest)
            return refuse(RefusalKind::not_found, "not-published", "No figures have been published yet");
        query.period = newest->code;
    }
    auto asked = ask(context, query);
    if (!asked) return refuse(asked.error());
    using doorstep::figures::PeriodKind;
    bool const is_whole = asked->period.kind == PeriodKind::quarter || asked->period.kind == PeriodKind::year;
    if (!is_whole || !asked->is_over || !asked->first_day || asked->period.days.until <= *asked->first_day)
        return refuse(RefusalKind::not_found, "not-published", "These figures have not been published");
    return figures_of(context, std::move(*asked), true);
}

}  // namespace doorstep::usecases::figures

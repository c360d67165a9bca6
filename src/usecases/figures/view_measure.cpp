#include "usecases/figures/view_measure.h"

#include <algorithm>

#include "figures/figure_words.h"
#include "legal/measures.h"
#include "legal/standards.h"
#include "usecases/settings.h"

namespace doorstep::usecases::figures {

namespace {

/// This quarter, the quarters of the previous year and the same quarter of the year before (M-138).
constexpr int course_length = 9;

/// Enough months to tell a change from chance, and two of each to compare.
constexpr int months_shown = 24;

/// The months up to the end of the period, or to this one, oldest first; none for a month, whose course they
/// are.
std::vector<ReportingPeriod> months_up_to(ReportingPeriod const& period, Date today) {
    if (period.kind == doorstep::figures::PeriodKind::month) return {};
    return doorstep::figures::periods_up_to(
        doorstep::figures::month_period(std::min(period.last_day(), today)), months_shown);
}

/// This period and the same days of the four years before.
std::vector<ReportingPeriod> same_in_earlier_years(ReportingPeriod const& period) {
    constexpr std::size_t years = 5;
    std::vector<ReportingPeriod> found{period};
    while (found.size() < years) found.push_back(doorstep::figures::same_period_last_year(found.back()));
    return found;
}

/// Figures of periods that may stand in the list more than once, counted once each.
class Course {
  public:
    Course(std::vector<ReportingPeriod> wanted) : periods_(std::move(wanted)) {}
    std::size_t place(ReportingPeriod const& period) {
        for (std::size_t n = 0; n < periods_.size(); ++n)
            if (periods_[n].code == period.code) return n;
        periods_.push_back(period);
        return periods_.size() - 1;
    }
    std::vector<ReportingPeriod> const& periods() const { return periods_; }

  private:
    std::vector<ReportingPeriod> periods_;
};

std::optional<std::int64_t> count_of_part(Figure const& figure, std::string const& code) {
    if (!figure.is_collected) return std::nullopt;
    for (auto const& part : figure.parts)
        if (part.code == code) return part.count;
    return 0;
}

std::vector<PartRow> part_rows(Settings const& settings, MeasureView const& view) {
    std::vector<std::string> codes;
    auto const take = [&](Figure const& figure) {
        for (auto const& part : figure.parts)
            if (std::find(codes.begin(), codes.end(), part.code) == codes.end()) codes.push_back(part.code);
    };
    take(view.now);
    if (view.before) take(*view.before);
    take(view.last_year);
    std::vector<PartRow> rows;
    for (auto const& code : codes)
        rows.push_back({.code = code,
                        .label = part_label(settings, *view.measure, code),
                        .now = count_of_part(view.now, code).value_or(0),
                        .before = view.before ? count_of_part(*view.before, code) : std::nullopt,
                        .last_year = count_of_part(view.last_year, code)});
    return rows;
}

/// From the last months that all have a number; a month that is not over says nothing yet.
std::optional<OrdinaryRange> ordinary_range(Measure const& measure, MeasureView const& view) {
    // A rate since April grows by itself.
    if (measure.way == domain::figures::Way::rate) return std::nullopt;
    std::vector<double> values;
    std::size_t first = 0;
    for (std::size_t n = 0; n < view.months.size() && view.months[n].is_over; ++n) {
        auto const number = doorstep::figures::plain_number(
            measure, view.months[n].figure, doorstep::figures::Readers::staff, view.asked.smallest);
        if (number) {
            values.push_back(*number);
        } else {
            values.clear();
            first = n + 1;
        }
    }
    auto range = doorstep::figures::xmr(values);
    if (!range) return std::nullopt;
    for (auto& flag : range->flags) flag.index += first;
    return OrdinaryRange{*std::move(range), first, values.size()};
}

std::vector<doorstep::figures::ByWording> wordings_used(MeasureFigures const& figures, std::size_t period) {
    auto all = figures.by_wording(period);
    std::erase_if(all, [](auto const& one) { return one.figure.base == 0; });
    if (all.size() < 2) all.clear();
    return all;
}

}  // namespace

Expected<MeasureView> view_measure(Context& context, std::string_view measure, FiguresQuery const& query,
                                   std::optional<Dimension> by) {
    if (auto allowed = require_figures(context, by); !allowed) return refuse(allowed.error());
    auto const* found = legal::find_measure(measure);
    if (found == nullptr) return refuse(RefusalKind::not_found, "no-such-measure", "There is no such figure");
    auto asked = ask(context, query);
    if (!asked) return refuse(asked.error());
    auto& tx = context.read();
    auto const& settings = context.settings();

    MeasureView view{.asked = std::move(*asked), .measure = found};
    auto const& period = view.asked.period;
    auto const course = doorstep::figures::periods_up_to(period, course_length);
    auto const months = months_up_to(period, context.today);
    Course places(course);
    for (auto const& month : months) places.place(month);
    auto const last_year = places.place(view.asked.last_year);
    auto const now = places.place(period);
    auto const earlier = same_in_earlier_years(period);
    for (auto const& one : earlier) places.place(one);
    std::optional<std::size_t> before;
    if (view.asked.before) before = places.place(*view.asked.before);

    MeasureFigures const figures(tx, settings, *found, places.periods(), context.today, view.asked.first_day,
                                 view.asked.narrowing);
    auto const with_figure = [&](MeasureFigures const& of, ReportingPeriod const& one) {
        return PeriodFigure{one, of.of(places.place(one)), one.is_over(context.today)};
    };
    view.now = figures.of(now);
    if (!view.measure->ambition.empty())
        if (auto const row = context.settings().standards().on(
                view.measure->ambition, std::min(view.asked.period.last_day(), context.today)))
            view.ambition = row->value;
    if (before) view.before = figures.of(*before);
    view.last_year = figures.of(last_year);
    for (auto const& one : course) view.course.push_back(with_figure(figures, one));
    for (auto const& one : earlier) view.earlier_years.push_back(with_figure(figures, one));
    for (auto const& one : months) {
        auto month = with_figure(figures, one);
        if (month.figure.is_collected || !view.months.empty()) view.months.push_back(std::move(month));
    }
    view.ordinary = ordinary_range(*found, view);
    view.parts = part_rows(settings, view);
    view.by_wording = wordings_used(figures, now);
    view.collected_from = figures.collected_from();
    if (!found->beside.empty()) {
        view.beside = legal::find_measure(found->beside);
        MeasureFigures const other(tx, settings, *view.beside, places.periods(), context.today,
                                   view.asked.first_day, view.asked.narrowing);
        for (auto const& one : course) view.beside_course.push_back(with_figure(other, one));
    }
    view.may_see_officers = domain::access::may(context.viewer, domain::access::Action::see_team);
    view.by = by;
    if (by) view.groups = figures_by(tx, settings, *found, *by, period, context.today, view.asked.narrowing);
    return view;
}

}  // namespace doorstep::usecases::figures

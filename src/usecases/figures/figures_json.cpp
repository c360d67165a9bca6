#include <boost/json.hpp>

#include "figures/figure_words.h"
#include "usecases/figures/view_figures.h"
#include "usecases/settings.h"

namespace doorstep::usecases::figures {
namespace {

boost::json::object json_of(ReportingPeriod const& period) {
    return {{"code", period.code},
            {"words", period.words},
            {"first_day", period.days.from.iso()},
            {"last_day", period.last_day().iso()}};
}

boost::json::object json_of(Measure const& measure, Figure const& figure, int smallest) {
    constexpr auto readers = doorstep::figures::Readers::staff;
    boost::json::object object{{"collected", figure.is_collected},
                               {"value", nullptr},
                               {"words", doorstep::figures::cell_words(measure, figure, readers, smallest)}};
    if (auto const number = doorstep::figures::plain_number(measure, figure, readers, smallest)) {
        object["value"] = *number;
        object["counted"] = figure.counted;
        if (figure.base > 0) object["base"] = figure.base;
    }
    if (figure.parts.empty() || !figure.is_collected) return object;
    boost::json::object parts;
    for (auto const& part : figure.parts) parts[part.code] = part.count;
    object["parts"] = std::move(parts);
    return object;
}

}  // namespace

std::string figures_json(FiguresView const& view, Settings const&) {
    boost::json::object whole{{"period", json_of(view.asked.period)}, {"is_over", view.asked.is_over}};
    if (view.asked.before) whole["before"] = json_of(*view.asked.before);
    whole["last_year"] = json_of(view.asked.last_year);
    auto const& r = view.reconciliation;
    whole["reconciliation"] = {{"open_at_start", r.open_at_start}, {"opened", r.opened},
                               {"reopened", r.reopened},           {"closed", r.closed},
                               {"open_at_end", r.open_at_end},     {"difference", r.difference()}};
    boost::json::array figures;
    auto const smallest = view.asked.smallest;
    for (auto const& row : view.rows) {
        boost::json::object one{{"measure", row.measure->id},
                                {"title", row.measure->title},
                                {"definition", row.measure->definition},
                                {"cohort", row.measure->cohort},
                                {"now", json_of(*row.measure, row.now, smallest)}};
        if (view.asked.before) one["before"] = json_of(*row.measure, row.before, smallest);
        one["last_year"] = json_of(*row.measure, row.last_year, smallest);
        figures.push_back(std::move(one));
    }
    whole["figures"] = std::move(figures);
    return boost::json::serialize(whole);
}

}  // namespace doorstep::usecases::figures

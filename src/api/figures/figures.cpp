#include "api/figures/figures.h"

#include "figures/figure_words.h"
#include "usecases/figures/view_figures.h"

namespace doorstep::api::figures {
namespace {

using domain::access::Action;
using doorstep::figures::Figure;
using doorstep::figures::Readers;
using doorstep::figures::Reconciliation;
using doorstep::figures::ReportingPeriod;
using http::Access;
using http::Method;
using usecases::figures::FiguresView;
using usecases::figures::Measure;

/// A figure as staff read it: a share of too few is held back, as on the page.
struct ShownFigure {
    Measure const* measure = nullptr;
    Figure figure;
    int smallest = 0;
};

Resource<doorstep::figures::Part> const& part_resource() {
    using P = doorstep::figures::Part;
    static Resource<P> const resource{"FigurePart",
                                      {
                                          member<P>("code", "Its code", [](P const& p) { return p.code; }),
                                          member<P>("count", "How many", [](P const& p) { return p.count; }),
                                      }};
    return resource;
}

Resource<ShownFigure> const& figure_resource() {
    using F = ShownFigure;
    static Resource<F> const resource{
        "Figure",
        {
            member<F>("collected", "False before anybody collected it: that is not nought",
                      [](F const& f) { return f.figure.is_collected; }),
            member<F>(
                "value", "Percent, count, days or rate; null when not collected, of nothing or of too few",
                [](F const& f) {
                    return doorstep::figures::plain_number(*f.measure, f.figure, Readers::staff, f.smallest);
                }),
            member<F>("counted", "How many; null when not collected",
                      [](F const& f) {
                          return f.figure.is_collected ? std::optional(f.figure.counted) : std::nullopt;
                      }),
            member<F>("base", "Out of how many; null for a count",
                      [](F const& f) {
                          return f.figure.is_collected && f.figure.base > 0 ? std::optional(f.figure.base)
                                                                            : std::nullopt;
                      }),
            member<F>("words", "As people read it: never a share without its base",
                      [](F const& f) {
                          return doorstep::figures::cell_words(*f.measure, f.figure, Readers::staff,
                                                               f.smallest);
                      }),
            list_member<F>("parts", "By case type, result and the like; empty where it has none",
                           part_resource(), [](F const& f) { return f.figure.parts; }),
        }};
    return resource;
}

struct ShownRow {
    Measure const* measure = nullptr;
    std::optional<ShownFigure> now;
    std::optional<ShownFigure> before;
    std::optional<ShownFigure> last_year;
};

Resource<ShownRow> const& row_resource() {
    using R = ShownRow;
    static Resource<R> const resource{
        "FiguresRow",
        {
            member<R>("measure", "Its id", [](R const& r) { return r.measure->id; }),
            member<R>("title", "In words", [](R const& r) { return r.measure->title; }),
            member<R>("group", "Heading it stands under", [](R const& r) { return r.measure->group; }),
            member<R>("kind", "What kind of number it is", [](R const& r) { return r.measure->way; }),
            member<R>("definition", "What is counted", [](R const& r) { return r.measure->definition; }),
            optional_member<R>("now", "Of the period asked for", figure_resource(),
                               [](R const& r) { return r.now; }),
            optional_member<R>("before", "Of the period before; null where there is none", figure_resource(),
                               [](R const& r) { return r.before; }),
            optional_member<R>("last-year", "Of the same days a year earlier", figure_resource(),
                               [](R const& r) { return r.last_year; }),
        }};
    return resource;
}

Resource<ReportingPeriod> const& period_resource() {
    using P = ReportingPeriod;
    static Resource<P> const resource{
        "Period",
        {
            member<P>("code", "As `period` takes it", [](P const& p) { return p.code; }),
            member<P>("words", "In words", [](P const& p) { return p.words; }),
            member<P>("first-day", "London", [](P const& p) { return p.days.from; }),
            member<P>("last-day", "London", [](P const& p) { return p.last_day(); }),
        }};
    return resource;
}

Resource<Reconciliation> const& reconciliation_resource() {
    using R = Reconciliation;
    static Resource<R> const resource{
        "Reconciliation",
        {
            member<R>("open-at-start", "Before the first day", [](R const& r) { return r.open_at_start; }),
            member<R>("opened", "In the period", [](R const& r) { return r.opened; }),
            member<R>("reopened", "In the period", [](R const& r) { return r.reopened; }),
            member<R>("closed", "In the period", [](R const& r) { return r.closed; }),
            member<R>("open-at-end", "After the last day", [](R const& r) { return r.open_at_end; }),
            member<R>("difference", "By how many the records do not add up: 0 when they do",
                      [](R const& r) { return r.difference(); }),
        }};
    return resource;
}

struct ShownFigures {
    FiguresView const& view;
    std::vector<ShownRow> rows;
};

Resource<ShownFigures> const& figures_resource() {
    using F = ShownFigures;
    static Resource<F> const resource{
        "Figures",
        {
            optional_member<F>("period", "Asked for", period_resource(),
                               [](F const& f) { return std::optional(f.view.asked.period); }),
            member<F>("is-over", "Its last day has passed", [](F const& f) { return f.view.asked.is_over; }),
            optional_member<F>("before", "The one just before; null where there is none", period_resource(),
                               [](F const& f) { return f.view.asked.before; }),
            optional_member<F>("last-year", "The same days a year earlier", period_resource(),
                               [](F const& f) { return std::optional(f.view.asked.last_year); }),
            member<F>("area", "Name of the area asked for; empty for all",
                      [](F const& f) { return f.view.asked.area_name; }),
            member<F>("type", "Name of the case type asked for; empty for all",
                      [](F const& f) { return f.view.asked.type_name; }),
            optional_member<F>("reconciliation", "Opened, closed and open, checked against each other",
                               reconciliation_resource(),
                               [](F const& f) { return std::optional(f.view.reconciliation); }),
            list_member<F>("rows", "Every measure", row_resource(), [](F const& f) { return f.rows; }),
        }};
    return resource;
}

http::Response get_figures(Call& call) {
    auto const& query = call.request.query;
    auto const view =
        usecases::figures::view_figures(call.context, {.period = std::string(query.value("period")),
                                                       .area = std::string(query.value("area")),
                                                       .type = std::string(query.value("type"))});
    if (!view) return call.refused(view.error());
    ShownFigures shown{.view = *view, .rows = {}};
    auto const smallest = view->asked.smallest;
    for (auto const& row : view->rows) {
        ShownRow made{.measure = row.measure, .now = {}, .before = {}, .last_year = {}};
        made.now = ShownFigure{row.measure, row.now, smallest};
        if (view->asked.before) made.before = ShownFigure{row.measure, row.before, smallest};
        made.last_year = ShownFigure{row.measure, row.last_year, smallest};
        shown.rows.push_back(std::move(made));
    }
    return call.found(figures_resource(), shown);
}

}  // namespace

void add_endpoints(Endpoints& endpoints) {
    endpoints.push_back(
        {.method = Method::get,
         .pattern = "/api/v1/figures",
         .access = Access::to(Action::see_figures),
         .operation = "getFigures",
         .summary = "Every measure of a period, beside the period before and the same a year earlier",
         .handler = get_figures,
         .answer = one(figures_resource(), "The figures"),
         .query = {{.name = "period",
                    .description = "2026-27-Q1, 2026-27-Q1-YTD, 2026-27, 2026-06 or "
                                   "2026-04-01..2026-04-30; the quarter that today lies in when not given"},
                   {.name = "area", .description = "Id of an area"},
                   {.name = "type", .description = "Code of a case type"}}});
}

}  // namespace doorstep::api::figures

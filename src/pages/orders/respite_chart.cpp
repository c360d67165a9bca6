#include "pages/orders/respite_chart.h"

#include "base/text.h"
#include "figures/chart.h"
#include "govuk/chart_with_table.h"
#include "html/elements.h"

namespace doorstep::pages::orders {
namespace {

using domain::orders::each_week;
using domain::orders::RespiteCount;

std::string finding_words(int before, int during) {
    if (before == 0 && during == 0)
        return "Neighbours reported nothing in the time before, and nothing while the home has been closed.";
    auto const reports = [](int count) { return text::count_of(count, "report", "reports"); };
    return "Neighbours made " + reports(before) + " in as much time before, and " + reports(during) +
           " while the home has been closed.";
}

}  // namespace

Html respite_chart(usecases::orders::OrderView const& view) {
    if (!view.respite) return {};
    auto const& times = view.respite->times;
    auto const& counts = view.respite->counts;
    struct Line {
        std::string name;
        domain::orders::RespiteTimes::Time time;
        RespiteCount const& count;
    };
    std::vector<Line> lines{{"Before", times.before, counts[0]}, {"During", times.during, counts[1]}};
    if (times.after) lines.push_back({times.is_over ? "After" : "After, so far", *times.after, counts[2]});

    figures::BarChart chart;
    chart.series = {{"Reports", {}}, {"Our visits", {}}, {"Survey comments", {}}};
    govuk::Table table;
    table.caption = "Reports, visits and comments around the closure";
    table.caption_classes = "govuk-visually-hidden";
    table.first_cell_is_header = true;
    table.stacks = true;
    table.head = {{.text = "Time"},
                  {.text = "Days"},
                  {.text = "Reports"},
                  {.text = "Our visits"},
                  {.text = "Survey comments"},
                  {.text = "Reports a week"}};
    for (auto const& line : lines) {
        int const days = line.time.days();
        chart.labels.push_back(line.name);
        chart.series[0].values.push_back({each_week(line.count.reports, days)});
        chart.series[1].values.push_back({each_week(line.count.visits, days)});
        chart.series[2].values.push_back({each_week(line.count.comments, days)});
        table.rows.push_back({{.text = line.name + ": " + date_words(line.time.from) + " to " +
                                       date_words(line.time.until.plus_days(-1))},
                              {.text = std::to_string(days)},
                              {.text = std::to_string(line.count.reports)},
                              {.text = std::to_string(line.count.visits)},
                              {.text = std::to_string(line.count.comments)},
                              {.text = figures::value_words(each_week(line.count.reports, days),
                                                            figures::ValueFormat::decimal)}});
    }
    chart.frame = {.id = "respite",
                   .title = "Each week, before, during and after",
                   .description = finding_words(counts[0].reports, counts[1].reports),
                   .format = figures::ValueFormat::decimal};
    return govuk::chart_with_table(
        {.title = "Did it help the neighbours?",
         .finding = chart.frame.description,
         .chart_svg = figures::bar_chart(chart),
         .table = std::move(table),
         .how_counted = html::p("Reports about any home of the block, or of the postcode where the home "
                                "stands in no block, by the "
                                "day they came; our visits on cases there; comments in surveys of those "
                                "cases. As long before as "
                                "the closure has lasted, and as long after. What is small in number shows "
                                "little: ask people too.")});
}

}  // namespace doorstep::pages::orders

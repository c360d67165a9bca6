#pragma once

#include <string>

#include "govuk/table.h"
#include "html/html.h"

namespace doorstep::govuk {

/// A chart with the same figures as a table below it: the chart adds to the table and never replaces it.
struct ChartWithTable {
    std::string title;
    int heading_level = 2;
    /// One sentence with what it shows, before the chart.
    std::string finding;
    /// Markup from figures/chart.h, which escapes what it is given; nothing else may come here.
    std::string chart_svg;
    Table table;
    /// "How this is counted": the definition, the base and what is left out.
    Html how_counted;
};

Html chart_with_table(ChartWithTable const& options);
void append(Html& out, ChartWithTable const& options);

}  // namespace doorstep::govuk

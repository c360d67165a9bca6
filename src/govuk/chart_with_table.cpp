#include "govuk/chart_with_table.h"

#include "govuk/details.h"
#include "govuk/parts.h"
#include "govuk/table_wrap.h"

namespace doorstep::govuk {

void append(Html& out, ChartWithTable const& options) {
    out << "<div class=\"ds-chart-with-table\"><h"_html << options.heading_level
        << " class=\"govuk-heading-m\">"_html << options.title << "</h"_html << options.heading_level
        << ">"_html;
    if (!options.finding.empty()) out << "<p class=\"govuk-body\">"_html << options.finding << "</p>"_html;
    out << "<div class=\"ds-chart\">"_html << Html::trusted(options.chart_svg) << "</div>"_html;
    append(out, TableWrap{.table = options.table, .label = options.title});
    if (!options.how_counted.empty())
        append(out, Details{.summary_text = "How this is counted", .html = options.how_counted});
    out << "</div>"_html;
}

Html chart_with_table(ChartWithTable const& options) {
    return built(options, 1024 + options.chart_svg.size() + 512 * options.table.rows.size());
}

}  // namespace doorstep::govuk

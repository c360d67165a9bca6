#include "govuk/zone_drawer.h"

#include <cmath>

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, ZoneDrawer const& options) {
    out << "<div data-module=\"ds-zone-draw\" hidden data-for=\""_html << options.field_id
        << "\" data-west=\""_html << std::to_string(std::llround(options.west)) << "\" data-north=\""_html
        << std::to_string(std::llround(options.north)) << "\" data-metres=\""_html
        << std::to_string(std::llround(options.metres)) << "\" data-side=\""_html
        << std::to_string(options.side)
        << "\"><h2 class=\"govuk-heading-m\">Draw the zone</h2>"
           "<p class=\"govuk-body\">Press each corner in turn. They are written below, where they can be "
           "typed and put right.</p><div class=\"ds-chart\">"_html
        << Html::trusted(options.plan_svg)
        << "</div><button type=\"button\" class=\"govuk-button govuk-button--secondary\" "
           "data-module=\"govuk-button\">Take back the last corner</button>"
           "<p class=\"govuk-body\" aria-live=\"polite\"></p></div>"_html;
}

Html zone_drawer(ZoneDrawer const& options) { return built(options, 1024 + options.plan_svg.size()); }

}  // namespace doorstep::govuk

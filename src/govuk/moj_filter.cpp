#include "govuk/moj_filter.h"

#include "govuk/button.h"
#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_selected(Html& out, MojSelectedFilters const& selected) {
    out << "<div class=\"moj-filter__selected\"><div class=\"moj-filter__selected-heading\">"
           "<div class=\"moj-filter__heading-title\"><h2 class=\"govuk-heading-m\">"_html;
    write_content(out, selected.heading.text, selected.heading.html);
    out << "</h2></div><div class=\"moj-filter__heading-action\"><p>"
           "<a class=\"govuk-link govuk-link--no-visited-state\" href=\""_html
        << selected.clear_link.href << "\">"_html << selected.clear_link.text << "</a></p></div></div>"_html;
    for (auto const& category : selected.categories) {
        out << "<h3 class=\"govuk-heading-s govuk-!-margin-bottom-0\">"_html;
        write_content(out, category.heading.text, category.heading.html);
        out << "</h3><ul class=\"moj-filter-tags\">"_html;
        for (auto const& item : category.items)
            out << "<li><a class=\"moj-filter__tag\" href=\""_html << item.href
                << "\"><span class=\"govuk-visually-hidden\">Remove this filter</span> "_html << item.text
                << "</a></li>"_html;
        out << "</ul>"_html;
    }
    out << "</div>"_html;
}

}  // namespace

void append(Html& out, MojFilter const& options) {
    out << "<div class=\"moj-filter\" data-module=\"moj-filter\""_html;
    write_attributes(out, options.attributes);
    out << "><div class=\"moj-filter__header\"><div class=\"moj-filter__header-title\">"
           "<h2 class=\"govuk-heading-m\">"_html;
    write_content(out, options.heading.text, options.heading.html);
    out << "</h2></div><div class=\"moj-filter__header-action\"></div></div>"
           "<div class=\"moj-filter__content\">"_html;
    if (!options.selected_filters.categories.empty()) append_selected(out, options.selected_filters);
    out << "<div class=\"moj-filter__options\">"_html;
    append(out, Button{.text = options.submit.text, .attributes = options.submit.attributes});
    out << options.options_html << "</div></div></div>"_html;
}

Html moj_filter(MojFilter const& options) {
    return built(options, 1024 + options.options_html.markup().size());
}

Html filter_layout(FilterLayout const& options) {
    Html out;
    out.reserve(1536 + options.filter.options_html.markup().size() + options.content.markup().size());
    out << "<div class=\"moj-filter-layout\"><div class=\"moj-filter-layout__filter\">"
           "<form method=\"get\" action=\""_html
        << options.action << "\" novalidate>"_html;
    append(out, options.filter);
    out << "</form></div><div class=\"moj-filter-layout__content\">"_html << options.content
        << "</div></div>"_html;
    return out;
}

}  // namespace doorstep::govuk

#include "govuk/tabs.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

std::string panel_id(Tabs const& tabs, TabsItem const& item, int number) {
    return item.id.empty() ? tabs.id_prefix + "-" + std::to_string(number) : item.id;
}

void append_tab(Html& out, Tabs const& tabs, TabsItem const& item, int number) {
    out << "<li class=\"govuk-tabs__list-item"_html;
    if (number == 1) out << " govuk-tabs__list-item--selected"_html;
    out << "\"><a class=\"govuk-tabs__tab\" href=\"#"_html << panel_id(tabs, item, number) << "\""_html;
    write_attributes(out, item.attributes);
    out << ">"_html << item.label << "</a></li>"_html;
}

void append_panel(Html& out, Tabs const& tabs, TabsItem const& item, int number) {
    out << "<div class=\"govuk-tabs__panel"_html;
    if (number > 1) out << " govuk-tabs__panel--hidden"_html;
    out << "\" id=\""_html << panel_id(tabs, item, number) << "\""_html;
    write_attributes(out, item.panel.attributes);
    out << ">"_html;
    if (!item.panel.html.empty())
        out << item.panel.html;
    else if (!item.panel.text.empty())
        out << "<p class=\"govuk-body\">"_html << item.panel.text << "</p>"_html;
    out << "</div>"_html;
}

}  // namespace

void append(Html& out, Tabs const& options) {
    out << "<div"_html;
    write_attribute(out, " id=\""_html, options.id);
    out << " class=\"govuk-tabs"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << " data-module=\"govuk-tabs\"><h2 class=\"govuk-tabs__title\">"_html << options.title
        << "</h2>"_html;
    if (!options.items.empty()) {
        out << "<ul class=\"govuk-tabs__list\">"_html;
        int number = 0;
        for (auto const& item : options.items) append_tab(out, options, item, ++number);
        out << "</ul>"_html;
        number = 0;
        for (auto const& item : options.items) append_panel(out, options, item, ++number);
    }
    out << "</div>"_html;
}

Html tabs(Tabs const& options) {
    std::size_t size = 256;
    for (auto const& item : options.items) size += 256 + item.panel.html.markup().size();
    return built(options, size);
}

}  // namespace doorstep::govuk

#include "govuk/accordion.h"

#include "govuk/parts.h"
#include "govuk/plural_texts.h"

namespace doorstep::govuk {

namespace {

void append_item(Html& out, Accordion const& accordion, AccordionItem const& item, int number) {
    out << "<div class=\"govuk-accordion__section"_html;
    if (item.expanded) out << " govuk-accordion__section--expanded"_html;
    out << "\"><div class=\"govuk-accordion__section-header\"><h"_html << accordion.heading_level
        << " class=\"govuk-accordion__section-heading\"><span class=\"govuk-accordion__section-button\" id=\""_html
        << accordion.id << "-heading-"_html << number << "\">"_html;
    write_content(out, item.heading.text, item.heading.html);
    out << "</span></h"_html << accordion.heading_level << ">"_html;
    if (!item.summary.empty()) {
        out << "<div class=\"govuk-accordion__section-summary govuk-body\" id=\""_html << accordion.id
            << "-summary-"_html << number << "\">"_html;
        write_content(out, item.summary.text, item.summary.html);
        out << "</div>"_html;
    }
    out << "</div><div id=\""_html << accordion.id << "-content-"_html << number
        << "\" class=\"govuk-accordion__section-content\">"_html;
    if (!item.content.html.empty())
        out << item.content.html;
    else if (!item.content.text.empty())
        out << "<p class=\"govuk-body\">"_html << item.content.text << "</p>"_html;
    out << "</div></div>"_html;
}

}  // namespace

void append(Html& out, Accordion const& options) {
    Attributes words;
    add_text_attribute(words, "hide-all-sections", options.hide_all_sections_text);
    add_text_attribute(words, "hide-section", options.hide_section_text);
    add_text_attribute(words, "hide-section-aria-label", options.hide_section_aria_label_text);
    add_text_attribute(words, "show-all-sections", options.show_all_sections_text);
    add_text_attribute(words, "show-section", options.show_section_text);
    add_text_attribute(words, "show-section-aria-label", options.show_section_aria_label_text);
    out << "<div class=\"govuk-accordion"_html;
    write_classes(out, options.classes);
    out << "\" data-module=\"govuk-accordion\" id=\""_html << options.id << "\""_html;
    write_attributes(out, words);
    write_boolean(out, " data-remember-expanded=\""_html, options.remember_expanded);
    write_attributes(out, options.attributes);
    out << ">"_html;
    int number = 0;
    for (auto const& item : options.items) append_item(out, options, item, ++number);
    out << "</div>"_html;
}

Html accordion(Accordion const& options) { return built(options, 256 + 640 * options.items.size()); }

}  // namespace doorstep::govuk

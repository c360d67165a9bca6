#include "govuk/error_summary.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_item(Html& out, ErrorSummaryItem const& item) {
    out << "<li>"_html;
    if (item.href.empty()) {
        write_content(out, item.text, item.html);
    } else {
        out << "<a href=\""_html << item.href << "\""_html;
        write_attributes(out, item.attributes);
        out << ">"_html;
        write_content(out, item.text, item.html);
        out << "</a>"_html;
    }
    out << "</li>"_html;
}

}  // namespace

void append(Html& out, ErrorSummary const& options) {
    out << "<div class=\"govuk-error-summary"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_boolean(out, " data-disable-auto-focus=\""_html, options.disable_auto_focus);
    write_attributes(out, options.attributes);
    // The alert is a child of what takes the focus: on one element screen readers lose part of it.
    out << " data-module=\"govuk-error-summary\"><div role=\"alert\"><h2 class=\"govuk-error-summary__title\">"_html;
    write_content(out, options.title_text, options.title_html);
    out << "</h2><div class=\"govuk-error-summary__body\">"_html;
    if (!options.description_text.empty() || !options.description_html.empty()) {
        out << "<p>"_html;
        write_content(out, options.description_text, options.description_html);
        out << "</p>"_html;
    }
    if (!options.error_list.empty()) {
        out << "<ul class=\"govuk-list govuk-error-summary__list\">"_html;
        for (auto const& item : options.error_list) append_item(out, item);
        out << "</ul>"_html;
    }
    out << "</div></div></div>"_html;
}

Html error_summary(ErrorSummary const& options) {
    return built(options, 320 + 128 * options.error_list.size());
}

}  // namespace doorstep::govuk

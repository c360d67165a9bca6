#include "govuk/device_drafts.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void head_cell(Html& out, std::string_view words) {
    out << "<th scope=\"col\" class=\"govuk-table__header\">"_html << words << "</th>"_html;
}

/// A button of a row; the script puts the beginning of the draft after its words, for screen readers.
void row_button(Html& out, std::string_view words, Html const& marker) {
    out << "<button type=\"button\" class=\"govuk-button govuk-button--secondary govuk-!-margin-bottom-2\" "_html
        << marker << ">"_html << words
        << " <span class=\"govuk-visually-hidden\" data-row-what></span></button> "_html;
}

void table(Html& out, DeviceDrafts const& options) {
    out << "<div class=\"ds-table-wrap\" role=\"region\" tabindex=\"0\" data-drafts-table hidden aria-label=\""_html
        << options.caption
        << "\"><table class=\"govuk-table ds-table--stacks\"><caption class=\"govuk-table__caption "
           "govuk-table__caption--m\">"_html
        << options.caption
        << "</caption><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">"_html;
    head_cell(out, options.draft_heading);
    head_cell(out, options.saved_heading);
    head_cell(out, options.size_heading);
    out << "<th scope=\"col\" class=\"govuk-table__header\"><span class=\"govuk-visually-hidden\">"_html
        << options.acts_heading
        << "</span></th></tr></thead><tbody class=\"govuk-table__body\"></tbody></table></div>"_html;
    out << "<template data-drafts-row><tr class=\"govuk-table__row\"><th scope=\"row\" "
           "class=\"govuk-table__header\" data-row-what></th><td class=\"govuk-table__cell\" data-label=\""_html
        << options.saved_heading
        << "\" data-row-saved></td><td class=\"govuk-table__cell\" data-label=\""_html << options.size_heading
        << "\" data-row-size></td><td class=\"govuk-table__cell\">"_html;
    if (!options.send_text.empty()) row_button(out, options.send_text, "data-row-send"_html);
    row_button(out, options.delete_text, "data-row-delete"_html);
    out << "</td></tr></template>"_html;
}

}  // namespace

void append(Html& out, DeviceDrafts const& options) {
    out << "<noscript>"_html << options.without_scripts
        << "</noscript><div data-drafts hidden><div data-drafts-off hidden>"_html << options.off
        << "</div><div data-drafts-on hidden><div class=\"govuk-inset-text\" data-drafts-saved "
           "tabindex=\"-1\" hidden>"_html
        << options.saved_text << "</div><h2 class=\"govuk-heading-m\">"_html << options.form_title
        << "</h2><form data-drafts-write novalidate>"_html << options.form
        << "</form><p class=\"govuk-body\" data-drafts-none hidden>"_html << options.none_text << "</p>"_html;
    table(out, options);
    out << options.after << "</div></div>"_html;
}

Html device_drafts(DeviceDrafts const& options) { return built(options, 4096); }

void append(Html& out, DeviceNote const& options) {
    out << "<div data-drafts-note><div data-drafts-off hidden>"_html << options.off
        << "</div><div data-drafts-on hidden>"_html << options.on << "</div>"_html << options.form
        << "</div>"_html;
}

Html device_note(DeviceNote const& options) { return built(options, 4096); }

}  // namespace doorstep::govuk

#include "govuk/button.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void write_common_attributes(Html& out, Button const& options) {
    out << " class=\"govuk-button"_html;
    write_classes(out, options.classes);
    if (options.is_start_button) out << " govuk-button--start"_html;
    out << "\" data-module=\"govuk-button\""_html;
    write_attributes(out, options.attributes);
    write_attribute(out, " id=\""_html, options.id);
    out << ">"_html;
}

void write_inside(Html& out, Button const& options) {
    // A start button lays its children out in a row, which would drop the spaces between elements.
    bool const is_wrapped = options.is_start_button && !options.html.empty();
    if (is_wrapped) out << "<span>"_html;
    write_content(out, options.text, options.html);
    if (is_wrapped) out << "</span>"_html;
    if (!options.is_start_button) return;
    out << " <svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" "
           "height=\"19\" "
           "viewBox=\"0 0 33 40\" aria-hidden=\"true\" focusable=\"false\">"
           "<path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>"_html;
}

}  // namespace

void append(Html& out, Button const& options) {
    if (!options.href.empty()) {
        out << "<a href=\""_html << options.href << "\" role=\"button\" draggable=\"false\""_html;
        write_common_attributes(out, options);
        write_inside(out, options);
        out << "</a>"_html;
        return;
    }
    out << "<button type=\""_html << options.type << "\""_html;
    write_attribute(out, " value=\""_html, options.value);
    write_attribute(out, " name=\""_html, options.name);
    if (options.disabled) out << " disabled aria-disabled=\"true\""_html;
    write_boolean(out, " data-prevent-double-click=\""_html, options.prevent_double_click);
    write_common_attributes(out, options);
    write_inside(out, options);
    out << "</button>"_html;
}

Html button(Button const& options) { return built(options, 256); }

}  // namespace doorstep::govuk

#include "html/form_elements.h"

namespace doorstep::html {

Html hidden_input(std::string_view name, std::string_view value) {
    Html html = "<input type=\"hidden\""_html;
    html << attributes({{"name", std::string(name)}, {"value", std::string(value)}}) << ">"_html;
    return html;
}

Html form(FormElement const& form, Html const& content) {
    Html html = "<form novalidate"_html;
    html << attributes(
        {{"method", form.method == FormMethod::get ? "get" : "post"}, {"action", form.action}});
    if (form.sends_files) html << " enctype=\"multipart/form-data\""_html;
    if (!form.css_class.empty()) html << attributes({{"class", form.css_class}});
    html << ">"_html << content << "</form>"_html;
    return html;
}

Html button_group(Html const& content) {
    Html html = "<div class=\"govuk-button-group\">"_html;
    html << content << "</div>"_html;
    return html;
}

}  // namespace doorstep::html

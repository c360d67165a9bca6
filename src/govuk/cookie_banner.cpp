#include "govuk/cookie_banner.h"

#include "govuk/button.h"
#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_action(Html& out, CookieBannerAction const& action) {
    if (action.href.empty() || action.type == "button") {
        append(out, Button{
                        .text = action.text,
                        .name = action.name,
                        .type = action.type.empty() ? "button" : action.type,
                        .value = action.value,
                        .href = action.href,
                        .classes = action.classes,
                        .attributes = action.attributes,
                    });
        return;
    }
    out << "<a class=\"govuk-link"_html;
    write_classes(out, action.classes);
    out << "\" href=\""_html << action.href << "\""_html;
    write_attributes(out, action.attributes);
    out << ">"_html << action.text << "</a>"_html;
}

void append_message(Html& out, CookieBannerMessage const& message) {
    out << "<div class=\"govuk-cookie-banner__message"_html;
    write_classes(out, message.classes);
    out << " govuk-width-container\""_html;
    write_attribute(out, " role=\""_html, message.role);
    write_attributes(out, message.attributes);
    if (message.hidden) out << " hidden"_html;
    out << "><div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">"_html;
    if (!message.heading_text.empty() || !message.heading_html.empty()) {
        out << "<h2 class=\"govuk-cookie-banner__heading govuk-heading-m\">"_html;
        write_content(out, message.heading_text, message.heading_html);
        out << "</h2>"_html;
    }
    out << "<div class=\"govuk-cookie-banner__content\">"_html;
    if (!message.html.empty())
        out << message.html;
    else if (!message.text.empty())
        out << "<p class=\"govuk-body\">"_html << message.text << "</p>"_html;
    out << "</div></div></div>"_html;
    if (!message.actions.empty()) {
        out << "<div class=\"govuk-button-group\">"_html;
        for (auto const& action : message.actions) append_action(out, action);
        out << "</div>"_html;
    }
    out << "</div>"_html;
}

}  // namespace

void append(Html& out, CookieBanner const& options) {
    out << "<div class=\"govuk-cookie-banner"_html;
    write_classes(out, options.classes);
    out << "\" data-nosnippet role=\"region\" aria-label=\""_html << options.aria_label << "\""_html;
    if (options.hidden) out << " hidden"_html;
    write_attributes(out, options.attributes);
    out << ">"_html;
    for (auto const& message : options.messages) append_message(out, message);
    out << "</div>"_html;
}

Html cookie_banner(CookieBanner const& options) {
    return built(options, 256 + 768 * options.messages.size());
}

}  // namespace doorstep::govuk

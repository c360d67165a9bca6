#include "govuk/notification_banner.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void write_title(Html& out, NotificationBanner const& options, bool is_success) {
    if (!options.title_html.empty())
        out << options.title_html;
    else if (!options.title_text.empty())
        out << options.title_text;
    else if (is_success)
        out << "Success"_html;
    else
        out << "Important"_html;
}

void write_role(Html& out, NotificationBanner const& options, bool is_success) {
    if (!options.role.empty())
        out << options.role;
    else if (is_success)
        out << "alert"_html;
    else
        out << "region"_html;
}

}  // namespace

void append(Html& out, NotificationBanner const& options) {
    bool const is_success = options.type == "success";
    out << "<div class=\"govuk-notification-banner"_html;
    if (is_success) out << " govuk-notification-banner--success"_html;
    write_classes(out, options.classes);
    out << "\" role=\""_html;
    write_role(out, options, is_success);
    out << "\" aria-labelledby=\""_html << options.title_id
        << "\" data-module=\"govuk-notification-banner\""_html;
    write_boolean(out, " data-disable-auto-focus=\""_html, options.disable_auto_focus);
    write_attributes(out, options.attributes);
    out << "><div class=\"govuk-notification-banner__header\"><h"_html << options.title_heading_level
        << " class=\"govuk-notification-banner__title\" id=\""_html << options.title_id << "\">"_html;
    write_title(out, options, is_success);
    out << "</h"_html << options.title_heading_level
        << "></div><div class=\"govuk-notification-banner__content\">"_html;
    if (!options.html.empty())
        out << options.html;
    else if (!options.text.empty())
        out << "<p class=\"govuk-notification-banner__heading\">"_html << options.text << "</p>"_html;
    out << "</div></div>"_html;
}

Html notification_banner(NotificationBanner const& options) { return built(options, 512); }

}  // namespace doorstep::govuk

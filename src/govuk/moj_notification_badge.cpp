#include "govuk/moj_notification_badge.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, MojNotificationBadge const& options) {
    if (options.count <= 0) return;
    bool const is_many = options.count >= 99;
    out << "<span class=\"moj-notification-badge"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << "><span aria-hidden=\"true\">"_html;
    if (is_many)
        out << "99+"_html;
    else
        out << options.count;
    out << "</span><span class=\"govuk-visually-hidden\">("_html;
    if (is_many)
        out << "99 or more"_html;
    else
        out << options.count;
    if (!options.visually_hidden_text.empty()) out << " "_html << options.visually_hidden_text;
    out << ")</span></span>"_html;
}

Html moj_notification_badge(MojNotificationBadge const& options) { return built(options, 160); }

}  // namespace doorstep::govuk

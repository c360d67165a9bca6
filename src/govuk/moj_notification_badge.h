#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// MoJ Notification badge: how much waits behind a link. Nothing is written for 0 or less; from 99 on "99+".
struct MojNotificationBadge {
    int count = 0;
    /// What is counted, for people who listen: "unread messages".
    std::string visually_hidden_text;
    std::string classes;
    Attributes attributes;
};

Html moj_notification_badge(MojNotificationBadge const& options);
void append(Html& out, MojNotificationBadge const& options);

}  // namespace doorstep::govuk

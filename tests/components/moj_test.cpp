#include <gtest/gtest.h>

#include "components/fixtures.h"
#include "components/shared_parts.h"
#include "govuk/moj_alert.h"
#include "govuk/moj_badge.h"
#include "govuk/moj_button_menu.h"
#include "govuk/moj_date_picker.h"
#include "govuk/moj_filter.h"
#include "govuk/moj_messages.h"
#include "govuk/moj_notification_badge.h"
#include "govuk/moj_page_header_actions.h"
#include "govuk/moj_side_navigation.h"
#include "govuk/moj_sub_navigation.h"
#include "govuk/moj_timeline.h"

// The Ministry's package ships templates and no fixtures. Those of ours were rendered once from its templates
// with the options that stand beside them.
namespace doorstep::components_tests {

static void read_into(Options const& options, govuk::MojButtonMenuToggle& toggle) {
    options.read("text", toggle.text).read("classes", toggle.classes);
}

static void read_into(Options const& options, govuk::MojFilterTag& tag) {
    options.read("href", tag.href).read("text", tag.text);
}

static void read_into(Options const& options, govuk::MojFilterCategory& category) {
    options.read("heading", category.heading).read("items", category.items);
}

static void read_into(Options const& options, govuk::MojFilterClearLink& link) {
    options.read("href", link.href).read("text", link.text);
}

static void read_into(Options const& options, govuk::MojSelectedFilters& selected) {
    options.read("heading", selected.heading)
        .read("clearLink", selected.clear_link)
        .read("categories", selected.categories);
}

static void read_into(Options const& options, govuk::MojFilterSubmit& submit) {
    options.read("text", submit.text).read("attributes", submit.attributes);
}

static void read_into(Options const& options, govuk::MojPageHeading& heading) {
    options.read("text", heading.text)
        .read("html", heading.html)
        .read("level", heading.level)
        .read("classes", heading.classes);
}

static void read_into(Options const& options, govuk::MojSubNavigationItem& item) {
    options.read("text", item.text)
        .read("html", item.html)
        .read("href", item.href)
        .read("active", item.active)
        .read("classes", item.classes)
        .read("attributes", item.attributes);
}

static void read_into(Options const& options, govuk::MojSideNavigationItem& item) {
    options.read("text", item.text)
        .read("html", item.html)
        .read("href", item.href)
        .read("active", item.active)
        .read("attributes", item.attributes);
}

static void read_into(Options const& options, govuk::MojSideNavigationHeading& heading) {
    options.read("text", heading.text)
        .read("html", heading.html)
        .read("headingLevel", heading.heading_level)
        .read("classes", heading.classes)
        .read("attributes", heading.attributes);
}

static void read_into(Options const& options, govuk::MojSideNavigationSection& section) {
    options.read("heading", section.heading).read("items", section.items);
}

static void read_into(Options const& options, govuk::MojTimelineMoment& moment) {
    options.read("timestamp", moment.timestamp).read("words", moment.words);
}

static void read_into(Options const& options, govuk::MojTimelineItem& item) {
    options.read("label", item.label)
        .read("byline", item.byline)
        .read("datetime", item.datetime)
        .read("text", item.text)
        .read("html", item.html)
        .read("classes", item.classes)
        .read("attributes", item.attributes);
}

static void read_into(Options const& options, govuk::MojMessagesItem& item) {
    std::string type;
    options.read("type", type)
        .read("id", item.id)
        .read("text", item.text)
        .read("html", item.html)
        .read("sender", item.sender)
        .read("date", item.date)
        .read("dateWords", item.date_words)
        .read("timestamp", item.timestamp)
        .read("timeWords", item.time_words);
    item.type = type == "sent" ? govuk::MojMessageType::sent : govuk::MojMessageType::received;
}

namespace {

TEST(MojAlert, is_the_ministrys) {
    expect_moj_fixtures("alert", [](Options const& options) {
        govuk::MojAlert alert;
        options.read("variant", alert.variant)
            .read("title", alert.title)
            .read("text", alert.text)
            .read("html", alert.html)
            .read("showTitleAsHeading", alert.show_title_as_heading)
            .read("headingTag", alert.heading_tag)
            .read("role", alert.role)
            .read("classes", alert.classes)
            .read("attributes", alert.attributes);
        return govuk::moj_alert(alert);
    });
}

TEST(MojBadge, is_the_ministrys) {
    expect_moj_fixtures("badge", [](Options const& options) {
        govuk::MojBadge badge;
        options.read("text", badge.text)
            .read("html", badge.html)
            .read("classes", badge.classes)
            .read("attributes", badge.attributes);
        return govuk::moj_badge(badge);
    });
}

TEST(MojButtonMenu, is_the_ministrys) {
    expect_moj_fixtures("button-menu", [](Options const& options) {
        govuk::MojButtonMenu menu;
        options.read("button", menu.button)
            .read("alignMenu", menu.align_menu)
            .read("items", menu.items)
            .read("classes", menu.classes)
            .read("attributes", menu.attributes);
        return govuk::moj_button_menu(menu);
    });
}

TEST(MojDatePicker, is_the_ministrys) {
    expect_moj_fixtures("date-picker", [](Options const& options) {
        govuk::MojDatePicker picker;
        options.read("id", picker.id)
            .read("name", picker.name)
            .read("value", picker.value)
            .read("label", picker.label)
            .read("hint", picker.hint)
            .read("errorMessage", picker.error_message)
            .read("formGroup", picker.form_group)
            .read("minDate", picker.min_date)
            .read("maxDate", picker.max_date)
            .read("excludedDates", picker.excluded_dates)
            .read("excludedDays", picker.excluded_days)
            .read("leadingZeros", picker.leading_zeros)
            .read("weekStartDay", picker.week_start_day)
            .read("classes", picker.classes)
            .read("attributes", picker.attributes);
        return govuk::moj_date_picker(picker);
    });
}

TEST(MojFilter, is_the_ministrys) {
    expect_moj_fixtures("filter", [](Options const& options) {
        govuk::MojFilter filter;
        options.read("heading", filter.heading)
            .read("selectedFilters", filter.selected_filters)
            .read("submit", filter.submit)
            .read("optionsHtml", filter.options_html)
            .read("attributes", filter.attributes);
        return govuk::moj_filter(filter);
    });
}

TEST(MojMessages, are_the_ministrys) {
    expect_moj_fixtures("messages", [](Options const& options) {
        govuk::MojMessages messages;
        options.read("id", messages.id)
            .read("label", messages.label)
            .read("items", messages.items)
            .read("classes", messages.classes)
            .read("attributes", messages.attributes);
        return govuk::moj_messages(messages);
    });
}

TEST(MojNotificationBadge, is_the_ministrys) {
    expect_moj_fixtures("notification-badge", [](Options const& options) {
        govuk::MojNotificationBadge badge;
        std::string count;
        options.read("text", count)
            .read("visuallyHiddenText", badge.visually_hidden_text)
            .read("classes", badge.classes)
            .read("attributes", badge.attributes);
        badge.count = std::stoi(count);
        return govuk::moj_notification_badge(badge);
    });
}

TEST(MojPageHeaderActions, are_the_ministrys) {
    expect_moj_fixtures("page-header-actions", [](Options const& options) {
        govuk::MojPageHeaderActions header;
        options.read("heading", header.heading)
            .read("items", header.items)
            .read("classes", header.classes)
            .read("attributes", header.attributes);
        return govuk::moj_page_header_actions(header);
    });
}

TEST(MojSubNavigation, is_the_ministrys) {
    expect_moj_fixtures("sub-navigation", [](Options const& options) {
        govuk::MojSubNavigation navigation;
        options.read("label", navigation.label)
            .read("items", navigation.items)
            .read("classes", navigation.classes)
            .read("attributes", navigation.attributes);
        return govuk::moj_sub_navigation(navigation);
    });
}

TEST(MojSideNavigation, is_the_ministrys) {
    expect_moj_fixtures("side-navigation", [](Options const& options) {
        govuk::MojSideNavigation navigation;
        options.read("label", navigation.label)
            .read("sections", navigation.sections)
            .read("items", navigation.items)
            .read("classes", navigation.classes)
            .read("attributes", navigation.attributes);
        return govuk::moj_side_navigation(navigation);
    });
}

TEST(MojTimeline, is_the_ministrys) {
    expect_moj_fixtures("timeline", [](Options const& options) {
        govuk::MojTimeline timeline;
        options.read("items", timeline.items)
            .read("headingLevel", timeline.heading_level)
            .read("classes", timeline.classes)
            .read("attributes", timeline.attributes);
        return govuk::moj_timeline(timeline);
    });
}

}  // namespace
}  // namespace doorstep::components_tests

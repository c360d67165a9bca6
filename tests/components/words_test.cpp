#include <gtest/gtest.h>

#include "components/fixtures.h"
#include "components/shared_parts.h"
#include "govuk/details.h"
#include "govuk/feedback.h"
#include "govuk/inset_text.h"
#include "govuk/notification_banner.h"
#include "govuk/panel.h"
#include "govuk/phase_banner.h"
#include "govuk/warning_text.h"

namespace doorstep::components_tests {

static void read_into(Options const& options, govuk::PanelAction& action) {
    options.read("text", action.text)
        .read("type", action.type)
        .read("href", action.href)
        .read("classes", action.classes)
        .read("attributes", action.attributes);
}

static void read_into(Options const& options, govuk::PanelActions& actions) {
    options.read("items", actions.items)
        .read("classes", actions.classes)
        .read("attributes", actions.attributes);
}

namespace {

TEST(Tag, is_the_official_one) {
    expect_official_fixtures("tag", [](Options const& options) {
        govuk::Tag tag;
        read_into(options, tag);
        return govuk::tag(tag);
    });
}

TEST(InsetText, is_the_official_one) {
    expect_official_fixtures("inset-text", [](Options const& options) {
        govuk::InsetText inset;
        options.read("text", inset.text)
            .read("html", inset.html)
            .read("id", inset.id)
            .read("classes", inset.classes)
            .read("attributes", inset.attributes);
        return govuk::inset_text(inset);
    });
}

TEST(WarningText, is_the_official_one) {
    expect_official_fixtures("warning-text", [](Options const& options) {
        govuk::WarningText warning;
        options.read("text", warning.text)
            .read("html", warning.html)
            .read("iconFallbackText", warning.icon_fallback_text)
            .read("classes", warning.classes)
            .read("attributes", warning.attributes);
        return govuk::warning_text(warning);
    });
}

TEST(Details, are_the_official_ones) {
    expect_official_fixtures("details", [](Options const& options) {
        govuk::Details details;
        options.read("summaryText", details.summary_text)
            .read("summaryHtml", details.summary_html)
            .read("text", details.text)
            .read("html", details.html)
            .read("id", details.id)
            .read("open", details.open)
            .read("classes", details.classes)
            .read("attributes", details.attributes);
        return govuk::details(details);
    });
}

TEST(NotificationBanner, is_the_official_one) {
    expect_official_fixtures("notification-banner", [](Options const& options) {
        govuk::NotificationBanner banner;
        options.read("text", banner.text)
            .read("html", banner.html)
            .read("titleText", banner.title_text)
            .read("titleHtml", banner.title_html)
            .read("titleHeadingLevel", banner.title_heading_level)
            .read("type", banner.type)
            .read("role", banner.role)
            .read("titleId", banner.title_id)
            .read("disableAutoFocus", banner.disable_auto_focus)
            .read("classes", banner.classes)
            .read("attributes", banner.attributes);
        return govuk::notification_banner(banner);
    });
}

TEST(Panel, is_the_official_one) {
    expect_official_fixtures("panel", [](Options const& options) {
        govuk::Panel panel;
        options.read("titleText", panel.title_text)
            .read("titleHtml", panel.title_html)
            .read("headingLevel", panel.heading_level)
            .read("text", panel.text)
            .read("html", panel.html)
            .read("actions", panel.actions)
            .read("classes", panel.classes)
            .read("attributes", panel.attributes);
        return govuk::panel(panel);
    });
}

TEST(PhaseBanner, is_the_official_one) {
    expect_official_fixtures("phase-banner", [](Options const& options) {
        govuk::PhaseBanner banner;
        options.read("text", banner.text)
            .read("html", banner.html)
            .read("tag", banner.tag)
            .read("classes", banner.classes)
            .read("attributes", banner.attributes);
        return govuk::phase_banner(banner);
    });
}

TEST(Feedback, is_the_official_one) {
    expect_official_fixtures("feedback", [](Options const& options) {
        govuk::Feedback feedback;
        options.read("titleText", feedback.title_text)
            .read("titleHtml", feedback.title_html)
            .read("headingLevel", feedback.heading_level)
            .read("text", feedback.text)
            .read("html", feedback.html)
            .read("classes", feedback.classes)
            .read("attributes", feedback.attributes);
        return govuk::feedback(feedback);
    });
}

}  // namespace
}  // namespace doorstep::components_tests

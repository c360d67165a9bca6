#include <gtest/gtest.h>

#include "components/fixtures.h"
#include "govuk/back_link.h"
#include "govuk/breadcrumbs.h"
#include "govuk/exit_this_page.h"
#include "govuk/generic_header.h"
#include "govuk/language_navigation.h"
#include "govuk/pagination.h"
#include "govuk/service_navigation.h"
#include "govuk/skip_link.h"

namespace doorstep::components_tests {

static void read_into(Options const& options, govuk::BreadcrumbsItem& item) {
    options.read("text", item.text)
        .read("html", item.html)
        .read("href", item.href)
        .read("attributes", item.attributes);
}

static void read_into(Options const& options, govuk::LanguageNavigationItem& item) {
    options.read("text", item.text)
        .read("html", item.html)
        .read("href", item.href)
        .read("current", item.current)
        .read("lang", item.lang)
        .read("hrefLang", item.href_lang)
        .read("dir", item.dir)
        .read("languageDescriptionText", item.language_description_text)
        .read("classes", item.classes)
        .read("attributes", item.attributes);
}

static void read_into(Options const& options, govuk::PaginationItem& item) {
    options.read("number", item.number)
        .read("href", item.href)
        .read("current", item.current)
        .read("ellipsis", item.ellipsis)
        .read("visuallyHiddenText", item.visually_hidden_text)
        .read("attributes", item.attributes);
}

static void read_into(Options const& options, govuk::PaginationLink& link) {
    options.read("text", link.text)
        .read("html", link.html)
        .read("labelText", link.label_text)
        .read("href", link.href)
        .read("attributes", link.attributes);
}

static void read_into(Options const& options, govuk::ServiceNavigationItem& item) {
    options.read("text", item.text)
        .read("html", item.html)
        .read("href", item.href)
        .read("current", item.current)
        .read("active", item.active)
        .read("attributes", item.attributes);
}

static void read_into(Options const& options, govuk::ServiceNavigationSlots& slots) {
    options.read("start", slots.start)
        .read("navigationStart", slots.navigation_start)
        .read("navigationEnd", slots.navigation_end);
    if (options.is_text("end")) {
        options.read("end", slots.end);
    } else if (auto const end = options.object("end")) {
        std::string align;
        end->read("html", slots.end).read("align", align);
        slots.end_is_inline = align == "inline";
    }
}

namespace {

TEST(BackLink, is_the_official_one) {
    expect_official_fixtures("back-link", [](Options const& options) {
        govuk::BackLink link;
        options.read("text", link.text)
            .read("html", link.html)
            .read("href", link.href)
            .read("classes", link.classes)
            .read("attributes", link.attributes);
        return govuk::back_link(link);
    });
}

TEST(Breadcrumbs, are_the_official_ones) {
    expect_official_fixtures("breadcrumbs", [](Options const& options) {
        govuk::Breadcrumbs breadcrumbs;
        options.read("items", breadcrumbs.items)
            .read("classes", breadcrumbs.classes)
            .read("collapseOnMobile", breadcrumbs.collapse_on_mobile)
            .read("attributes", breadcrumbs.attributes)
            .read("labelText", breadcrumbs.label_text);
        return govuk::breadcrumbs(breadcrumbs);
    });
}

TEST(ExitThisPage, is_the_official_one) {
    expect_official_fixtures("exit-this-page", [](Options const& options) {
        govuk::ExitThisPage exit;
        options.read("text", exit.text)
            .read("html", exit.html)
            .read("redirectUrl", exit.redirect_url)
            .read("id", exit.id)
            .read("classes", exit.classes)
            .read("attributes", exit.attributes)
            .read("activatedText", exit.activated_text)
            .read("timedOutText", exit.timed_out_text)
            .read("pressTwoMoreTimesText", exit.press_two_more_times_text)
            .read("pressOneMoreTimeText", exit.press_one_more_time_text);
        return govuk::exit_this_page(exit);
    });
}

TEST(GenericHeader, is_the_official_one) {
    expect_official_fixtures("generic-header", [](Options const& options) {
        govuk::GenericHeader header;
        options.read("logoText", header.logo_text)
            .read("logoHtml", header.logo_html)
            .read("url", header.url)
            .read("containerClasses", header.container_classes)
            .read("classes", header.classes)
            .read("attributes", header.attributes);
        return govuk::generic_header(header);
    });
}

TEST(LanguageNavigation, is_the_official_one) {
    expect_official_fixtures("language-navigation", [](Options const& options) {
        govuk::LanguageNavigation navigation;
        options.read("items", navigation.items)
            .read("ariaLabel", navigation.aria_label)
            .read("classes", navigation.classes)
            .read("attributes", navigation.attributes);
        return govuk::language_navigation(navigation);
    });
}

TEST(Pagination, is_the_official_one) {
    expect_official_fixtures("pagination", [](Options const& options) {
        govuk::Pagination pagination;
        options.read("items", pagination.items)
            .read("previous", pagination.previous)
            .read("next", pagination.next)
            .read("landmarkLabel", pagination.landmark_label)
            .read("classes", pagination.classes)
            .read("attributes", pagination.attributes);
        return govuk::pagination(pagination);
    });
}

TEST(ServiceNavigation, is_the_official_one) {
    expect_official_fixtures("service-navigation", [](Options const& options) {
        govuk::ServiceNavigation navigation;
        options.read("serviceName", navigation.service_name)
            .read("serviceUrl", navigation.service_url)
            .read("navigation", navigation.navigation)
            .read("slots", navigation.slots)
            .read("ariaLabel", navigation.aria_label)
            .read("menuButtonText", navigation.menu_button_text)
            .read("menuButtonLabel", navigation.menu_button_label)
            .read("navigationLabel", navigation.navigation_label)
            .read("navigationId", navigation.navigation_id)
            .read("navigationClasses", navigation.navigation_classes)
            .read("collapseNavigationOnMobile", navigation.collapse_navigation_on_mobile)
            .read("classes", navigation.classes)
            .read("attributes", navigation.attributes);
        return govuk::service_navigation(navigation);
    });
}

TEST(SkipLink, is_the_official_one) {
    expect_official_fixtures("skip-link", [](Options const& options) {
        govuk::SkipLink link;
        options.read("text", link.text)
            .read("html", link.html)
            .read("href", link.href)
            .read("classes", link.classes)
            .read("attributes", link.attributes);
        return govuk::skip_link(link);
    });
}

}  // namespace
}  // namespace doorstep::components_tests

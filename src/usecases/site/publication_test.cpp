#include "usecases/site/publication.h"

#include <gtest/gtest.h>

#include "legal/measures.h"
#include "support/site/test_site.h"
#include "usecases/figures/view_figures.h"
#include "usecases/settings.h"

namespace doorstep::usecases::site {
namespace {

using domain::access::Role;

class PublicationTest : public ::testing::Test {
  protected:
    test::TestSite site;
    domain::accounts::Account admin = site.account(Role::administrator, "Priya Nair");

    Expected<Done> publish(bool is_public) {
        auto context = site.as(admin);
        return publish_performance(context, is_public);
    }
    Publication view() {
        auto context = site.as(admin);
        return *view_publication(context);
    }
    std::string refusal_for_the_public() {
        auto context = site.as_public();
        auto const seen = figures::view_performance(context, "");
        return seen ? "" : std::string(seen.error().code());
    }
};

TEST_F(PublicationTest, shows_the_performance_page_to_everyone_only_after_somebody_switched_it_on) {
    site.open_case({.raised_on = site.today().plus_days(-200)});
    EXPECT_FALSE(view().performance);
    EXPECT_FALSE(view().changed_at);
    EXPECT_EQ(refusal_for_the_public(), "not-published");
    ASSERT_TRUE(publish(true));
    EXPECT_EQ(refusal_for_the_public(), "");
    EXPECT_TRUE(view().performance);
    EXPECT_EQ(view().changed_by, "Priya Nair");
    EXPECT_EQ(view().changed_at, site.clock.now());
    ASSERT_TRUE(publish(false));
    EXPECT_EQ(refusal_for_the_public(), "not-published");
    EXPECT_EQ(site.events_of("settings-site"), (std::vector<std::string>{"site-changed", "site-changed"}));
}

TEST_F(PublicationTest, leaves_no_trace_of_a_switch_that_changes_nothing) {
    ASSERT_TRUE(publish(false));
    EXPECT_TRUE(site.events_of("settings-site").empty());
}

TEST_F(PublicationTest, says_from_when_a_measure_was_collected) {
    auto const measure = legal::measures().front().id;
    auto const set = [&](std::string id, std::optional<Date> from) {
        auto context = site.as(admin);
        return set_collected_from(context, {.measure = std::move(id), .from = from});
    };
    auto const day = site.today().plus_days(-30);
    ASSERT_TRUE(set(measure, day));
    EXPECT_EQ(view().measures.front().from, day);
    EXPECT_EQ(site.settings().current()->site().collected_from.at(measure), day);
    ASSERT_TRUE(set(measure, std::nullopt));
    EXPECT_FALSE(view().measures.front().from);
    EXPECT_EQ(set("no-such-measure", day).error().code(), "measure-unknown");
    EXPECT_EQ(set(measure, site.today().plus_days(1)).error().code(), "date-in-future");
}

TEST_F(PublicationTest, is_for_administrators) {
    auto context = site.as(site.account(Role::asb_manager));
    EXPECT_FALSE(view_publication(context));
    EXPECT_FALSE(publish_performance(context, true));
    EXPECT_FALSE(set_collected_from(context, {.measure = legal::measures().front().id, .from = {}}));
}

}  // namespace
}  // namespace doorstep::usecases::site

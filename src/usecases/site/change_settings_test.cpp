#include <gtest/gtest.h>

#include "legal/law.h"
#include "storage/settings.h"
#include "support/site/test_site.h"
#include "usecases/lists/change_list.h"
#include "usecases/settings.h"
#include "usecases/site/change_site.h"
#include "usecases/wording/publish_wording.h"

namespace doorstep::usecases {
namespace {

using domain::access::Role;

class ChangeSettings : public ::testing::Test {
  protected:
    test::TestSite site;
    domain::accounts::Account admin = site.account(Role::administrator);

    Expected<Done> change_entry(std::string code, std::string label, int from, std::optional<int> until = {},
                                std::string like = "") {
        auto context = site.as(admin);
        lists::ChangeEntry input{.list = "categories",
                                 .code = std::move(code),
                                 .like = std::move(like),
                                 .label = std::move(label),
                                 .label_welsh = "",
                                 .in_use_from = site.today().plus_days(from),
                                 .in_use_until = {}};
        if (until) input.in_use_until = site.today().plus_days(*until);
        return lists::change_entry(context, input);
    }
    std::string label_on(std::string_view code, int day) {
        auto const* entry =
            site.settings().current()->list("categories").find(code, site.today().plus_days(day));
        return entry && entry->is_in_use(site.today().plus_days(day)) ? entry->label : "not in use";
    }
    Expected<Done> publish(std::string language, std::string body, int from = 0) {
        auto context = site.as(admin);
        return wording::publish_wording(context, {.code = "action-plan",
                                                  .language = std::move(language),
                                                  .subject = "Your plan",
                                                  .body = std::move(body),
                                                  .in_use_from = site.today().plus_days(from)});
    }
    site::SiteDetails look() {
        auto context = site.as(admin);
        return *site::view_site(context);
    }
};

TEST_F(ChangeSettings, what_the_landlord_is_in_law_decides_which_powers_are_its_own) {
    auto const may_seek_injunction = [&] {
        auto const& settings = *site.settings().current();
        return settings.law().who("injunction", settings.site().body, site.today())->may;
    };
    EXPECT_TRUE(may_seek_injunction());
    auto details = look();
    details.body = "registered-provider-for-profit";
    auto context = site.as(admin);
    ASSERT_TRUE(site::change_site(context, details));
    EXPECT_FALSE(may_seek_injunction());
    details.body = "resident";
    auto const refused = site::change_site(context, details);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems().at(0).field, "body");
}

TEST_F(ChangeSettings, an_entry_has_the_words_of_each_day_through_several_versions) {
    ASSERT_TRUE(change_entry("noise", "Noise at home", 10));
    ASSERT_TRUE(change_entry("noise", "Noise and music", 20));
    EXPECT_EQ(label_on("noise", 9), "Noise");
    EXPECT_EQ(label_on("noise", 10), "Noise at home");
    EXPECT_EQ(label_on("noise", 19), "Noise at home");
    EXPECT_EQ(label_on("noise", 20), "Noise and music");
    EXPECT_EQ(site.events_of("settings-lists"), (std::vector<std::string>{"list-changed", "list-changed"}));
}

TEST_F(ChangeSettings, an_entry_that_retires_is_still_known) {
    ASSERT_TRUE(change_entry("noise", "Noise", 0, 5));
    EXPECT_EQ(label_on("noise", 4), "Noise");
    EXPECT_EQ(label_on("noise", 5), "not in use");
    EXPECT_EQ(site.settings().current()->list("categories").label("noise"), "Noise");
}

TEST_F(ChangeSettings, a_new_entry_is_handled_like_the_one_it_is_like) {
    ASSERT_TRUE(change_entry("", "Drones flown over gardens", 0, {}, "noise"));
    auto const settings = site.settings().current();
    auto const* entry = settings->list("categories").find("drones-flown-over-gardens", site.today());
    ASSERT_NE(entry, nullptr);
    EXPECT_EQ(entry->detail("harm_group"), "nuisance");
    EXPECT_EQ(change_entry("", "Drones flown over gardens", 0, {}, "noise").error().code(), "entry-there");
    EXPECT_EQ(change_entry("", "Something", 0, {}, "nothing").error().code(), "pattern-unknown");
}

TEST_F(ChangeSettings, an_entry_is_never_changed_for_days_that_have_been) {
    EXPECT_EQ(change_entry("noise", "Noise", -1).error().code(), "entry-past");
    EXPECT_EQ(change_entry("noise", "Noise", 5, 5).error().code(), "entry-backwards");
    EXPECT_EQ(change_entry("nothing", "Nothing", 0).error().kind(), RefusalKind::not_found);
}

TEST_F(ChangeSettings, words_are_published_from_a_day_in_one_language) {
    ASSERT_TRUE(publish("en", "Dear {{name}}, this is our plan. {{steps}}", 3));
    auto const settings = site.settings().current();
    EXPECT_EQ(settings->wording("action-plan", "en", site.today().plus_days(2)).version, 0);
    EXPECT_EQ(settings->wording("action-plan", "en", site.today().plus_days(3)).version, 1);
    EXPECT_EQ(settings->wording("action-plan", "cy", site.today().plus_days(3)).version, 0);
}

TEST_F(ChangeSettings, words_with_an_unknown_field_or_an_open_brace_are_refused) {
    auto const unknown = publish("en", "Dear {{nmae}}");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().problems().front().message, "There is no field {{nmae}} in this letter");
    EXPECT_FALSE(publish("en", "Dear {{name"));
    EXPECT_TRUE(publish("en", "Dear {{name}}, from {{landlord}}, {{team}}, {{contact}}"));
    EXPECT_EQ(publish("en", "Dear {{name}}, from {{landlord}}, {{team}}, {{contact}}").error().code(),
              "wording-same");
    EXPECT_EQ(publish("fr", "Bonjour").error().kind(), RefusalKind::not_found);
    EXPECT_EQ(publish("en", "Dear {{name}}", -1).error().code(), "wording-past");
}

TEST_F(ChangeSettings, a_colour_that_white_words_cannot_be_read_on_is_refused) {
    auto input = look();
    input.landlord_name = "Elmfield Homes";
    input.brand_colour = "#ffcc00";
    auto context = site.as(admin);
    auto const refused = site::change_site(context, input);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "contrast-low");
    EXPECT_EQ(refused.error().kind(), RefusalKind::unlawful);
    input.brand_colour = "teal";
    EXPECT_EQ(site::change_site(context, input).error().code(), "colour-wrong");
    input.brand_colour = "#123456";
    ASSERT_TRUE(site::change_site(context, input));
    EXPECT_EQ(site.settings().current()->site().landlord_name, "Elmfield Homes");
    EXPECT_EQ(site.settings().current()->site().brand_colour, "#123456");
}

TEST_F(ChangeSettings, the_way_out_goes_to_a_safe_page) {
    auto input = look();
    input.exit_page = "javascript:alert(1)";
    auto context = site.as(admin);
    EXPECT_EQ(site::change_site(context, input).error().code(), "exit-page-wrong");
}

TEST_F(ChangeSettings, is_for_those_who_may) {
    auto const officer = site.account(Role::asb_officer);
    auto context = site.as(officer);
    EXPECT_EQ(site::view_site(context).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(lists::all_lists(context).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(wording::list_wordings(context).error().kind(), RefusalKind::forbidden);
}

}  // namespace
}  // namespace doorstep::usecases

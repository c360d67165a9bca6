#include "usecases/find/saved_views.h"

#include <gtest/gtest.h>

#include "support/site/test_site.h"

namespace doorstep::usecases::find {
namespace {

using domain::access::Role;

class SavedViewsTest : public ::testing::Test {
  protected:
    test::TestSite site;
    domain::accounts::Account dana = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account huw = site.account(Role::asb_officer, "Huw Pritchard");

    Expected<Done> save(domain::accounts::Account const& who, std::string name, std::string query) {
        auto context = site.as(who);
        return save_view(context, name, query);
    }
    std::vector<SavedView> views(domain::accounts::Account const& who) {
        auto context = site.as(who);
        return my_saved_views(context);
    }
};

TEST_F(SavedViewsTest, are_kept_by_name_for_one_person) {
    ASSERT_TRUE(save(dana, "Mine, high risk", "owner=me&risk=high"));
    ASSERT_TRUE(save(dana, "Late", "clock=any"));
    ASSERT_TRUE(save(dana, "Late", "clock=contact"));
    ASSERT_EQ(views(dana).size(), 2U);
    EXPECT_EQ(views(dana).front().name, "Late");
    EXPECT_EQ(views(dana).front().query, "clock=contact");
    EXPECT_TRUE(views(huw).empty());
    auto context = site.as(huw);
    EXPECT_EQ(remove_view(context, views(dana).front().id).error().code(), "view-unknown");
    auto own = site.as(dana);
    EXPECT_TRUE(remove_view(own, views(dana).front().id));
    EXPECT_EQ(views(dana).size(), 1U);
}

TEST_F(SavedViewsTest, refuse_no_name_a_long_one_and_too_many) {
    EXPECT_EQ(save(dana, " ", "owner=me").error().code(), "name-missing");
    EXPECT_EQ(save(dana, std::string(61, 'a'), "owner=me").error().code(), "name-too-long");
    for (std::size_t n = 0; n < most_saved_views; ++n)
        ASSERT_TRUE(save(dana, "View " + std::to_string(n), "owner=me"));
    EXPECT_EQ(save(dana, "One more", "owner=me").error().code(), "views-full");
    EXPECT_TRUE(save(dana, "View 3", "owner=nobody")) << "one of the same name is replaced";
}

}  // namespace
}  // namespace doorstep::usecases::find

#include <gtest/gtest.h>

#include "support/site/closed_case.h"
#include "support/web/test_browser.h"

/// Links with a secret of their own (/s/...): whoever guesses, alters or keeps one finds nothing.
namespace doorstep::test {
namespace {

using domain::access::Role;

class SecretLinks : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    TestBrowser theirs{web};
    TestBrowser stranger{web};

    void SetUp() override { theirs.sign_in(officer); }

    static std::string link_in(http::Response const& page, std::string const& begins) {
        auto const from = page.body.find(begins);
        EXPECT_NE(from, std::string::npos);
        constexpr std::size_t token_length = 43;
        return from == std::string::npos ? "" : page.body.substr(from, begins.size() + token_length);
    }
    std::string calendar_link() {
        theirs.get("/your-account/calendar");
        http::Pairs make;
        make.set("act", "make");
        return link_in(theirs.post("/your-account/calendar", make), "/s/calendar/");
    }
    std::string survey_link() {
        auto const closed = closed_case(site);
        TestBrowser caller(web);
        caller.sign_in(site.account(Role::business_support));
        auto const survey = "/surveys/" + std::string(closed.survey.id.text());
        caller.get(survey + "/call");
        return link_in(caller.post(survey + "/link"), "/s/survey/");
    }
    static std::string altered(std::string link) {
        auto& sign = link[link.size() - 20];
        sign = sign == 'A' ? 'B' : 'A';
        return link;
    }
};

TEST_F(SecretLinks, open_for_the_whole_secret_only) {
    for (auto const& link : {calendar_link(), survey_link()}) {
        ASSERT_EQ(stranger.get(link).status, 200) << "the link itself";
        auto const kind = link.substr(0, link.rfind('/') + 1);
        auto const expected = stranger.get(kind + "nothing").status;
        EXPECT_TRUE(expected == 404 || expected == 410);
        for (auto const& wrong : {altered(link), link.substr(0, link.size() - 1), link + "A", kind + "%00",
                                  kind + std::string(5000, 'x'), kind + "' OR 1=1 --"})
            EXPECT_EQ(stranger.get(wrong).status, expected) << wrong.substr(0, 60);
    }
}

TEST_F(SecretLinks, of_one_kind_open_nothing_of_another) {
    auto const calendar = calendar_link();
    auto const survey = survey_link();
    auto const secret_of = [](std::string const& link) { return link.substr(link.rfind('/') + 1); };
    EXPECT_NE(stranger.get("/s/survey/" + secret_of(calendar)).status, 200);
    EXPECT_NE(stranger.get("/s/calendar/" + secret_of(survey)).status, 200);
}

TEST_F(SecretLinks, are_kept_as_hashes) {
    static storage::sql::Query const kept{
        "test.links.kept",
        "SELECT token_hash FROM calendar_link UNION ALL SELECT secret_hash FROM survey_link"};
    auto const links = {calendar_link(), survey_link()};
    auto const hashes =
        site.database().read([&](storage::sql::Read& tx) { return tx.values<std::string>(kept); });
    ASSERT_EQ(hashes.size(), 2U);
    for (auto const& link : links)
        for (auto const& hash : hashes)
            EXPECT_EQ(hash.find(link.substr(link.rfind('/') + 1)), std::string::npos);
}

TEST_F(SecretLinks, end_with_the_account_they_belong_to) {
    auto const link = calendar_link();
    site.database().run_script("UPDATE account SET state = 'disabled' WHERE id = '" +
                               std::string(officer.id.text()) + "'");
    EXPECT_EQ(stranger.get(link).status, 404);
}

TEST_F(SecretLinks, can_be_tried_so_often_from_one_address_and_no_more) {
    web::SiteOptions options;
    options.links_per_minute = 5;
    TestWeb limited(site, options);
    TestBrowser guesser(limited);
    for (int n = 0; n < 5; ++n) EXPECT_EQ(guesser.get("/s/calendar/guess" + std::to_string(n)).status, 404);
    EXPECT_EQ(guesser.get("/s/calendar/guess").status, 429);
    EXPECT_EQ(guesser.get("/s/survey/guess").status, 429);
    guesser.move_to("198.51.100.9");
    EXPECT_EQ(guesser.get("/s/calendar/guess").status, 404);
}

}  // namespace
}  // namespace doorstep::test

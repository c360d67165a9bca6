#include <gtest/gtest.h>

#include "support/web/test_browser.h"
#include "usecases/papers/view_paper.h"

namespace doorstep::test {
namespace {

using domain::access::Role;

class CaseStudies : public ::testing::Test {
  protected:
    TestSite site;  // Wednesday 10 June 2026
    TestWeb web{site};
    TestBrowser writer{web};
    TestBrowser head{web};
    TestSite::MadeCase made = site.open_case({.owner = site.account(Role::asb_officer).id});

    void SetUp() override {
        writer.sign_in(site.account(Role::asb_manager));
        head.sign_in(site.account(Role::head_of_housing));
    }
    http::Response post(TestBrowser& who, std::string const& address,
                        std::vector<std::pair<std::string, std::string>> fields,
                        std::string const& from = "") {
        who.get(from.empty() ? address : from);
        http::Pairs pairs;
        for (auto& [name, value] : fields) pairs.add(name, value);
        return who.post(address, pairs);
    }
    std::string draft() {
        auto const done =
            post(writer, "/case-studies/new", {{"case", made.file.reference}, {"period", "2026-27-Q1"}});
        EXPECT_EQ(done.status, 303) << text_of(done);
        return location_of(done);
    }
};

TEST_F(CaseStudies, are_drafted_checked_signed_off_by_another_and_told_in_the_paper) {
    auto const story = draft();
    auto const page = text_of(writer.get(story));
    EXPECT_NE(page.find("In June 2026 somebody told us about noise"), std::string::npos) << page;
    EXPECT_EQ(page.find("Ana Silva"), std::string::npos);
    EXPECT_NE(page.find("neighbours may recognise it"), std::string::npos);
    ASSERT_EQ(post(writer, story, {{"title", "Noise at night"}, {"words", "Ms Silva slept again."}}).status,
              303);
    EXPECT_NE(text_of(writer.get(story)).find("point to somebody"), std::string::npos);
    EXPECT_EQ(post(writer, story + "/sign-off", {}, story).status, 422) << "nobody signs off their own words";
    EXPECT_EQ(post(head, story + "/sign-off", {}, story).status, 422) << "it names somebody";
    ASSERT_EQ(post(writer, story, {{"title", "Noise at night"}, {"words", "She slept again."}}).status, 303);
    ASSERT_EQ(post(head, story + "/sign-off", {}, story).status, 303);
    auto context = site.as_system();
    auto const paper = usecases::papers::view_paper_of(context, "2026-27-Q1").value();
    EXPECT_EQ(paper.section("stories")->words, "Noise at night\n\nShe slept again.");
}

TEST_F(CaseStudies, are_told_once_a_quarter_of_cases_that_are_open_to_the_writer) {
    draft();
    EXPECT_EQ(
        post(writer, "/case-studies/new", {{"case", made.file.reference}, {"period", "2026-27-Q1"}}).status,
        422);
    auto const hidden = site.open_case({.restricted = true});
    EXPECT_EQ(
        post(writer, "/case-studies/new", {{"case", hidden.file.reference}, {"period", "2026-27-Q1"}}).status,
        422);
}

}  // namespace
}  // namespace doorstep::test

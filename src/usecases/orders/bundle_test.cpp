#include "usecases/orders/bundle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/site/test_site.h"
#include "usecases/incidents/add_incident.h"
#include "usecases/people/add_person.h"

namespace doorstep::usecases::orders {
namespace {

using domain::access::Role;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

class BundleTest : public ::testing::Test {
  protected:
    test::TestSite site;
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id});

    void SetUp() override {
        people::AddPerson witness;
        witness.reference = made.file.reference;
        witness.part = domain::people::Part::witness;
        witness.side = domain::people::Side::reporting;
        witness.name = "Ivo Marsh";
        witness.telephone = "07700 900123";
        witness.address_text = "Flat 12, Acre Court";
        witness.anonymous = true;
        auto context = site.as(officer);
        auto const added = people::add_person(context, witness);
        ASSERT_TRUE(added) << added.error().message();
    }
    void happened(std::string description) {
        auto context = site.as(officer);
        incidents::AddIncident incident;
        incident.reference = made.file.reference;
        incident.happened_on = site.today().plus_days(-2);
        incident.description = std::move(description);
        ASSERT_TRUE(incidents::add_incident(context, incident));
    }
    BundleView bundle() {
        auto context = site.as(officer);
        auto view = view_bundle(context, made.file.reference);
        EXPECT_TRUE(view) << view.error().message();
        return std::move(*view);
    }
};

TEST_F(BundleTest, takes_out_who_is_never_named_and_lists_it) {
    happened("Ivo Marsh rang from 07700 900123: shouting on the stairs until two");
    auto const view = bundle();
    ASSERT_EQ(view.schedule.size(), 1U);
    auto const& words = view.schedule[0].words;
    EXPECT_THAT(words, Not(HasSubstr("Marsh")));
    EXPECT_THAT(words, Not(HasSubstr("900123")));
    EXPECT_THAT(words, HasSubstr("left out"));
    EXPECT_THAT(view.left_out, Contains(HasSubstr("Incident 1")));
}

TEST_F(BundleTest, leaves_the_words_of_an_incident_that_names_nobody) {
    happened("Shouting on the stairs until two");
    auto const view = bundle();
    EXPECT_EQ(view.schedule.at(0).words, "Shouting on the stairs until two");
    EXPECT_THAT(view.left_out, Not(Contains(HasSubstr("Incident 1"))));
    EXPECT_TRUE(view.to_check.empty()) << view.to_check.front();
}

TEST_F(BundleTest, leaves_out_all_words_where_taking_some_out_is_not_enough) {
    happened("Mr Marsh of flat twelve Acre Court saw it all");
    auto const words = bundle().schedule.at(0).words;
    EXPECT_THAT(words, Not(HasSubstr("Marsh")));
    EXPECT_THAT(words, Not(HasSubstr("twelve")));
}

TEST_F(BundleTest, becomes_a_document_without_them) {
    happened("Ivo Marsh saw it");
    auto const report = bundle_report(bundle(), *site.settings().current(), site.clock.now());
    auto const page = documents::report_page(report, documents::Pictures::inside);
    EXPECT_THAT(page, Not(HasSubstr("Marsh")));
    EXPECT_THAT(page, HasSubstr("Witness A"));
    EXPECT_THAT(page, HasSubstr("Schedule of incidents"));
}

TEST_F(BundleTest, leaves_only_with_a_reason_where_something_may_give_somebody_away) {
    happened("A man called Ivo was there");
    ASSERT_FALSE(bundle().to_check.empty());
    auto context = site.as(officer);
    MakeBundle input{
        .reference = made.file.reference, .format = papers::PaperFormat::pdf, .check_reason = " "};
    auto const refused = make_bundle(context, input);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "outbound-caution");
    input.format = papers::PaperFormat::xlsx;
    EXPECT_EQ(make_bundle(context, input).error().code(), "no-such-format");
}

TEST_F(BundleTest, finds_the_address_of_somebody_who_gives_evidence) {
    happened("He came to Flat 12 at night");
    EXPECT_THAT(bundle().schedule.at(0).words, Not(HasSubstr("Flat 12")));
}

}  // namespace
}  // namespace doorstep::usecases::orders

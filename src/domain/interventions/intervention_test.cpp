#include "domain/interventions/intervention.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace doorstep::domain::interventions {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date june(int day) { return *Date::of(2026, 6, day); }
CasePersonId person() { return *CasePersonId::parse("0197a0f0-0000-7000-8000-000000000001"); }

CatalogueEntry const warning{.code = "written-warning", .kind = Kind::warning, .track = Track::enforcement};
CatalogueEntry const referral{
    .code = "referral-mental-health", .kind = Kind::referral, .track = Track::support, .answer_days = 14};
CatalogueEntry const advice{.code = "advice", .kind = Kind::plain, .track = Track::support};

Intervention step() {
    Intervention made;
    made.used_on = june(5);
    made.recipient = person();
    made.content = "Keep the music down after 11pm";
    return made;
}
Intervention whole_warning() {
    auto made = step();
    made.consequence = "We will ask the court for an injunction";
    made.given_how = contacts::Method::letter;
    made.aim = "It goes on every night";
    made.tried = "Two visits and mediation";
    made.vulnerabilities = "None known";
    return made;
}
Intervention whole_referral() {
    auto made = step();
    made.referred_to = "Northgate community mental health team";
    made.consent = Consent::given;
    made.respond_by = june(19);
    return made;
}
std::vector<std::string> wrong(Intervention const& made, CatalogueEntry const& entry) {
    std::vector<std::string> fields;
    if (auto const checked = check_intervention(made, entry, june(1), june(10)); !checked)
        for (auto const& problem : checked.error().problems()) fields.push_back(problem.field);
    return fields;
}

TEST(CheckIntervention, takes_a_whole_step_of_each_kind) {
    EXPECT_THAT(wrong(step(), advice), IsEmpty());
    EXPECT_THAT(wrong(whole_warning(), warning), IsEmpty());
    EXPECT_THAT(wrong(whole_referral(), referral), IsEmpty());
}

TEST(CheckIntervention, asks_everything_a_warning_has_to_say) {
    Intervention empty;
    empty.used_on = june(5);
    EXPECT_THAT(wrong(empty, warning), ElementsAre("recipient", "content", "consequence", "given-how", "aim",
                                                   "tried", "vulnerabilities"));
}

TEST(CheckIntervention, asks_everything_a_referral_has_to_say) {
    Intervention empty;
    empty.used_on = june(5);
    EXPECT_THAT(wrong(empty, referral), ElementsAre("recipient", "referred-to", "content", "consent"));
}

TEST(CheckIntervention, asks_why_details_are_shared_without_agreement) {
    auto made = whole_referral();
    made.consent = Consent::refused;
    EXPECT_THAT(wrong(made, referral), ElementsAre("basis"));
    made.basis = "Risk of serious harm to a child";
    EXPECT_THAT(wrong(made, referral), IsEmpty());
}

TEST(CheckIntervention, keeps_its_day_between_the_report_and_today) {
    auto made = step();
    made.used_on = june(11);
    EXPECT_THAT(wrong(made, advice), ElementsAre("used-on"));
    made.used_on = *Date::of(2026, 5, 31);
    EXPECT_THAT(wrong(made, advice), ElementsAre("used-on"));
    made.used_on = june(1);
    EXPECT_THAT(wrong(made, advice), IsEmpty());
    made.used_on = june(10);
    EXPECT_THAT(wrong(made, advice), IsEmpty());
}

TEST(CheckIntervention, is_answered_after_it_was_made) {
    auto made = whole_referral();
    made.respond_by = june(4);
    EXPECT_THAT(wrong(made, referral), ElementsAre("respond-by"));
}

TEST(CheckOutcome, fits_the_kind_of_step) {
    EXPECT_TRUE(check_outcome(step(), Kind::referral, Outcome::accepted, june(8), "", june(10)));
    EXPECT_FALSE(check_outcome(step(), Kind::warning, Outcome::accepted, june(8), "", june(10)));
    EXPECT_TRUE(check_outcome(step(), Kind::warning, Outcome::worse, june(8), "", june(10)));
}

TEST(CheckOutcome, comes_once_and_not_before_the_step) {
    EXPECT_FALSE(check_outcome(step(), Kind::plain, Outcome::helped, june(4), "", june(10)));
    EXPECT_FALSE(check_outcome(step(), Kind::plain, Outcome::helped, june(11), "", june(10)));
    auto made = step();
    made.outcome = Outcome::helped;
    EXPECT_EQ(check_outcome(made, Kind::plain, Outcome::worse, june(8), "", june(10)).error().code(),
              "outcome-known");
}

}  // namespace
}  // namespace doorstep::domain::interventions

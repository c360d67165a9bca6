#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/interventions/record_intervention.h"
#include "usecases/interventions/record_outcome.h"
#include "usecases/interventions/view_interventions.h"

namespace doorstep::usecases::interventions {
namespace {

using domain::access::Role;
using domain::interventions::Consent;
using domain::interventions::Outcome;
using domain::interventions::Track;
using ::testing::Contains;
using ::testing::ElementsAre;

class InterventionsTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = Date::of(2026, 6, 1)});

    RecordIntervention warning() {
        RecordIntervention input;
        input.reference = made.file.reference;
        input.step.code = "written-warning";
        input.step.used_on = site.today();
        input.step.recipient = made.alleged_perpetrator->id;
        input.step.content = "Keep the music down after 11pm";
        input.step.consequence = "We will ask the court for an injunction";
        input.step.given_how = domain::contacts::Method::letter;
        input.step.aim = "It goes on every night";
        input.step.tried = "Two visits and mediation";
        input.step.vulnerabilities = "None known";
        return input;
    }
    RecordIntervention referral() {
        RecordIntervention input;
        input.reference = made.file.reference;
        input.step.code = "referral-victim-support";
        input.step.used_on = site.today();
        input.step.recipient = made.complainants.front().id;
        input.step.content = "Wants somebody to talk to";
        input.step.referred_to = "Northgate victim support";
        input.step.consent = Consent::given;
        return input;
    }
    Expected<InterventionRecorded> record(RecordIntervention const& input) {
        auto context = site.as(officer);
        return record_intervention(context, input);
    }
    Expected<Done> end(InterventionId id, Outcome outcome, std::int64_t version = 1) {
        auto context = site.as(officer);
        return record_outcome(context, {.reference = made.file.reference,
                                        .id = id,
                                        .version = version,
                                        .outcome = outcome,
                                        .outcome_on = site.today(),
                                        .note = "They rang back"});
    }
    std::vector<domain::work::WorkItem> to_chase() {
        std::vector<domain::work::WorkItem> found;
        for (auto& item : site.database().read(
                 [&](storage::sql::Read& tx) { return storage::work_items::open_of_case(tx, made.file.id); }))
            if (item.kind == domain::work::Kind::referral_answer) found.push_back(item);
        return found;
    }
    InterventionsView view() {
        auto context = site.as(officer);
        return *view_interventions(context, made.file.reference, 1);
    }
};

TEST_F(InterventionsTest, keep_a_warning_with_its_words_and_its_reasons) {
    auto const recorded = record(warning());
    ASSERT_TRUE(recorded) << recorded.error().message();
    auto const line = view().steps.at(0);
    EXPECT_EQ(line.label, "Written warning");
    EXPECT_EQ(line.named.step.content, "Keep the music down after 11pm");
    EXPECT_EQ(line.named.step.vulnerabilities, "None known");
    EXPECT_EQ(line.named.step.track, Track::enforcement);
    EXPECT_EQ(line.named.used_by_name, "Dana Okafor");
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("intervention-recorded"));
    EXPECT_TRUE(to_chase().empty());
}

TEST_F(InterventionsTest, are_refused_without_what_their_kind_asks_for) {
    auto input = warning();
    input.step.recipient.reset();
    input.step.tried = "";
    auto const refused = record(input);
    ASSERT_FALSE(refused);
    std::vector<std::string> fields;
    for (auto const& problem : refused.error().problems()) fields.push_back(problem.field);
    EXPECT_THAT(fields, ElementsAre("recipient", "tried"));
    EXPECT_TRUE(view().steps.empty());
}

TEST_F(InterventionsTest, chase_a_referral_until_it_is_answered) {
    auto const recorded = record(referral());
    ASSERT_TRUE(recorded) << recorded.error().message();
    EXPECT_EQ(recorded->respond_by, *Date::of(2026, 6, 17));
    ASSERT_EQ(to_chase().size(), 1U);
    EXPECT_EQ(to_chase().front().due_on, *Date::of(2026, 6, 17));
    EXPECT_EQ(to_chase().front().account, officer.id);

    ASSERT_TRUE(end(recorded->id, Outcome::accepted));
    EXPECT_TRUE(to_chase().empty());
    EXPECT_EQ(view().steps.front().named.step.outcome, Outcome::accepted);
    EXPECT_THAT(site.events_of(made.file.id.text()), Contains("intervention-outcome"));
    EXPECT_EQ(end(recorded->id, Outcome::declined).error().code(), "outcome-known");
}

TEST_F(InterventionsTest, take_no_outcome_that_does_not_fit_or_is_of_an_older_version) {
    auto const recorded = record(referral());
    EXPECT_EQ(end(recorded->id, Outcome::worse).error().code(), "outcome-wrong");
    EXPECT_EQ(end(recorded->id, Outcome::accepted, 7).error().code(), "changed-meanwhile");
}

TEST_F(InterventionsTest, take_no_legal_step_and_none_that_was_not_in_use) {
    auto input = warning();
    input.step.code = "injunction";
    EXPECT_EQ(record(input).error().code(), "step-legal");
    EXPECT_EQ(record(input).error().kind(), RefusalKind::unlawful);
    input.step.code = "nonsense";
    EXPECT_EQ(record(input).error().code(), "step-unknown");
    auto early = referral();
    early.step.code = "referral-public-protection";
    early.step.used_on = *Date::of(2020, 1, 1);
    EXPECT_EQ(record(early).error().code(), "step-not-in-use");
    auto context = site.as(officer);
    auto const catalogue = view_catalogue(context, made.file.reference);
    ASSERT_TRUE(catalogue);
    for (auto const& entry : catalogue->entries) EXPECT_FALSE(entry.entry.legal) << entry.label;
}

TEST_F(InterventionsTest, are_for_people_of_this_case) {
    auto const other = site.open_case({.owner = officer.id});
    auto input = warning();
    input.step.recipient = other.alleged_perpetrator->id;
    EXPECT_EQ(record(input).error().code(), "person-unknown");
}

TEST_F(InterventionsTest, are_of_their_own_case) {
    auto const recorded = record(referral());
    auto const other = site.open_case({.owner = officer.id});
    auto context = site.as(officer);
    EXPECT_EQ(view_intervention(context, other.file.reference, recorded->id).error().code(),
              "step-not-found");
    auto outcome = RecordOutcome{.reference = other.file.reference,
                                 .id = recorded->id,
                                 .version = 1,
                                 .outcome = Outcome::accepted,
                                 .outcome_on = site.today(),
                                 .note = ""};
    EXPECT_EQ(record_outcome(context, outcome).error().code(), "step-not-found");
}

TEST_F(InterventionsTest, are_refused_to_those_who_may_not_work_on_the_case) {
    auto const support = site.account(Role::business_support);
    auto context = site.as(support);
    EXPECT_FALSE(record_intervention(context, warning()));
    EXPECT_FALSE(view_interventions(context, made.file.reference, 1));
    EXPECT_FALSE(view_intervention_form(context, made.file.reference, "advice"));
}

TEST_F(InterventionsTest, offer_the_people_complained_about_first_for_a_warning) {
    auto context = site.as(officer);
    auto const form = view_intervention_form(context, made.file.reference, "written-warning");
    ASSERT_TRUE(form);
    EXPECT_TRUE(form->asks_for_fairness);
    EXPECT_EQ(form->people.front().id, made.alleged_perpetrator->id);
    auto const support = view_intervention_form(context, made.file.reference, "mediation");
    EXPECT_EQ(support->people.front().id, made.complainants.front().id);
    EXPECT_EQ(view_intervention_form(context, made.file.reference, "closure-order").error().code(),
              "step-legal");
}

}  // namespace
}  // namespace doorstep::usecases::interventions

#include <gtest/gtest.h>

#include "storage/people.h"
#include "support/site/test_site.h"
#include "usecases/find/case_words.h"
#include "usecases/find/list_cases.h"
#include "usecases/find/search.h"
#include "usecases/incidents/add_incident.h"
#include "usecases/incidents/edit_incident.h"
#include "usecases/notes/add_note.h"
#include "usecases/settings.h"

namespace doorstep::usecases::find {
namespace {

using domain::access::Role;

class FindTest : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    domain::accounts::Account manager = site.account(Role::asb_manager);
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = Date::of(2026, 6, 1)});
    test::TestSite::MadeCase hidden = site.open_case({.restricted = true});

    void SetUp() override {
        for (auto const* one : {&made, &hidden}) {
            auto context = site.as_system();
            auto const& settings = context.settings();
            context.write_without_event([&](storage::sql::Write& tx) {
                keep_case_words(tx, settings, one->file);
                return true;
            });
        }
    }
    Expected<Found> look_for(std::string_view words, domain::accounts::Account const& by) {
        auto context = site.as(by);
        return search(context, words);
    }
    void add_person(std::string name) {
        site.database().write([&](storage::sql::Write& tx) {
            domain::people::Person person;
            person.id = PersonId(site.ids.next());
            person.name = std::move(name);
            storage::people::insert(tx, person, site.clock.now());
            domain::people::CasePerson part;
            part.id = CasePersonId(site.ids.next());
            part.case_file = made.file.id;
            part.person = person.id;
            part.joined_on = site.today();
            storage::people::insert(tx, part);
        });
    }
    Expected<CaseListView> list(CaseQuery const& query, domain::accounts::Account const& by) {
        auto context = site.as(by);
        return list_cases(context, query);
    }
};

TEST_F(FindTest, goes_straight_to_a_reference_however_it_is_written) {
    EXPECT_EQ(look_for("asb 26 10001", officer)->case_reference, "ASB-26-10001");
    EXPECT_EQ(look_for("ASB-26-10001", officer)->case_reference, "ASB-26-10001");
}

TEST_F(FindTest, finds_a_person_whose_name_is_misspelt_or_reversed_with_their_cases) {
    for (auto const* words : {"Anna Sylva", "silva ana", "Ana Silvva"}) {
        auto const found = look_for(words, officer);
        ASSERT_TRUE(found);
        ASSERT_EQ(found->people.size(), 1U) << words;
        EXPECT_EQ(found->people.front().name, "Ana Silva 1");
        ASSERT_EQ(found->people.front().parts.size(), 1U);
        EXPECT_EQ(found->people.front().parts.front().reference, made.file.reference);
    }
}

TEST_F(FindTest, puts_whoever_is_written_as_typed_first_and_says_how_many_there_are) {
    for (auto const* name : {"Zoe Silva", "Zoë Silva"}) add_person(name);
    EXPECT_EQ(look_for("zoë silva", officer)->people.front().name, "Zoë Silva");
    EXPECT_EQ(look_for("Zoe Silva", officer)->people.front().name, "Zoe Silva");
    for (int n = 0; n < 30; ++n) add_person("Zoe Silva");
    auto const found = look_for("Zoë Silva", officer);
    EXPECT_EQ(found->people.size(), 20U);
    EXPECT_EQ(found->people.front().name, "Zoë Silva");
    EXPECT_EQ(found->people_found, 32);
    EXPECT_FALSE(found->more_people_than_counted);
}

TEST_F(FindTest, finds_cases_by_words_and_people_by_telephone) {
    auto const found = look_for("acre music", officer);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->cases.size(), 1U);
    EXPECT_EQ(found->cases.front().reference, made.file.reference);
    EXPECT_EQ(look_for("07700 900 123", officer)->people.size(), 2U);
}

TEST_F(FindTest, finds_what_was_said_before_and_after_the_job_took_it_up) {
    auto context = site.as(officer);
    ASSERT_TRUE(notes::add_note(context, {made.file.reference, "A trombone at dawn"}));
    auto const finds = [&](char const* words) { return look_for(words, officer)->cases.size() == 1; };
    EXPECT_TRUE(finds("acre trombone"));
    auto job = site.as_system();
    EXPECT_EQ(take_up_words(job), "1 case");
    EXPECT_TRUE(finds("acre trombone"));
    auto again = site.as_system();
    EXPECT_EQ(take_up_words(again), "0 cases") << "nothing is left beside the index";
}

TEST_F(FindTest, finds_an_incident_until_it_is_struck_out) {
    auto context = site.as(officer);
    auto const id = incidents::add_incident(context, {.reference = made.file.reference,
                                                      .happened_on = site.today(),
                                                      .happened_time = {},
                                                      .category = "noise",
                                                      .place_text = "Bin store",
                                                      .description = "A trombone at dawn",
                                                      .source = domain::incidents::Source::complainant,
                                                      .person = {}});
    ASSERT_TRUE(id);
    EXPECT_EQ(look_for("trombone bin", officer)->cases.size(), 1U);
    auto striking = site.as(officer);
    ASSERT_TRUE(incidents::strike_incident(
        striking, {.reference = made.file.reference, .id = *id, .version = 1, .reason = "Mistaken"}));
    EXPECT_TRUE(look_for("trombone", officer)->cases.empty());
}

TEST_F(FindTest, never_hints_at_a_restricted_case) {
    EXPECT_TRUE(look_for(hidden.file.reference, officer)->nothing());
    EXPECT_TRUE(look_for(hidden.file.reference, manager)->nothing());
    EXPECT_EQ(list({}, officer)->total, 1);
    EXPECT_EQ(list({}, officer)->restricted_from_you, 0);
    EXPECT_EQ(list({}, manager)->restricted_from_you, 1);
}

TEST_F(FindTest, shows_a_housing_officer_only_cases_of_their_own) {
    auto const housing_officer = site.account(Role::housing_officer);
    EXPECT_EQ(list({}, housing_officer)->total, 0);
    EXPECT_TRUE(look_for("Ana Silva", housing_officer)->people.empty());
    site.open_case({.housing_officer = housing_officer.id});
    EXPECT_EQ(list({}, housing_officer)->total, 1);
    EXPECT_EQ(look_for("Ana Silva", housing_officer)->people.size(), 1U);
}

TEST_F(FindTest, narrows_the_list_by_what_the_address_says_and_leaves_out_what_it_does_not_know) {
    EXPECT_EQ(list({.owner = "me"}, officer)->total, 1);
    EXPECT_EQ(list({.owner = "nobody"}, officer)->total, 0);
    EXPECT_EQ(list({.clock = "contact"}, officer)->total, 1);
    EXPECT_EQ(list({.stage = "closed"}, officer)->total, 0);
    auto const nonsense = list({.risk = "enormous", .sort = "colour", .page = 99}, officer);
    EXPECT_EQ(nonsense->total, 1);
    EXPECT_EQ(nonsense->page, 1);
    EXPECT_TRUE(nonsense->is_unfiltered());
}

TEST_F(FindTest, refuses_those_who_do_not_work_on_cases) {
    EXPECT_EQ(list({}, site.account(Role::board_member)).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(look_for("noise", site.account(Role::partner)).error().kind(), RefusalKind::forbidden);
}

TEST_F(FindTest, finds_nothing_for_nothing) {
    EXPECT_TRUE(look_for("  ", officer)->nothing());
    EXPECT_TRUE(look_for("' OR 1=1 --", officer)->nothing());
    EXPECT_TRUE(look_for("\"* NEAR(", officer)->nothing());
}

}  // namespace
}  // namespace doorstep::usecases::find

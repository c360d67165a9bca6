#include "domain/people/check_person.h"

#include <gtest/gtest.h>

namespace doorstep::domain::people {
namespace {

PersonFacts const facts{.today = *Date::of(2026, 6, 10)};

PersonWritten written(Part part) {
    PersonWritten person;
    person.part = part;
    person.name = "Ana Silva";
    return person;
}

std::string fields(Expected<Side> const& refused) {
    std::string names;
    for (auto const& problem : refused.error().problems()) names += problem.field + " ";
    return names;
}

}  // namespace

TEST(CheckPerson, puts_each_part_on_its_side) {
    EXPECT_EQ(check_person(written(Part::complainant), facts).value(), Side::reporting);
    EXPECT_EQ(check_person(written(Part::witness), facts).value(), Side::reporting);
    EXPECT_EQ(check_person(written(Part::alleged_perpetrator), facts).value(), Side::complained_about);
    EXPECT_EQ(check_person(written(Part::respondent), facts).value(), Side::complained_about);
}

TEST(CheckPerson, asks_whose_side_a_supporter_or_professional_is_on) {
    auto person = written(Part::supporter);
    EXPECT_EQ(fields(check_person(person, facts)), "side ");
    person.side = Side::neutral;
    EXPECT_EQ(check_person(person, facts).value(), Side::neutral);
}

TEST(CheckPerson, does_not_let_a_witness_be_put_on_the_other_side) {
    auto person = written(Part::witness);
    person.side = Side::complained_about;
    EXPECT_EQ(check_person(person, facts).value(), Side::reporting);
}

TEST(CheckPerson, takes_an_unknown_person_with_a_description) {
    auto person = written(Part::alleged_perpetrator);
    person.name.clear();
    person.is_unknown = true;
    EXPECT_EQ(fields(check_person(person, facts)), "description ");
    person.description = "A man with a red coat, seen twice on the roof";
    EXPECT_TRUE(check_person(person, facts));
}

TEST(CheckPerson, refuses_an_unknown_complainant) {
    auto person = written(Part::complainant);
    person.is_unknown = true;
    person.description = "Somebody rang";
    EXPECT_EQ(fields(check_person(person, facts)), "known ");
}

TEST(CheckPerson, finds_every_problem_at_once) {
    auto person = written(Part::complainant);
    person.name = "  ";
    person.date_of_birth = facts.today.plus_days(1);
    person.raised_on = facts.today.plus_days(1);
    EXPECT_EQ(fields(check_person(person, facts)), "name date-of-birth raised-on ");
}

TEST(CheckSafeContact, needs_a_way_and_what_it_is_reached_by) {
    SafeContact safe;
    EXPECT_EQ(check_safe_contact(safe, facts.today).error().problems().front().field, "ways");
    safe.text_allowed = true;
    EXPECT_EQ(check_safe_contact(safe, facts.today).error().problems().front().field, "telephone");
    safe.telephone = "07700 900123";
    EXPECT_TRUE(check_safe_contact(safe, facts.today));
    safe.email_allowed = true;
    EXPECT_EQ(check_safe_contact(safe, facts.today).error().problems().front().field, "email");
}

TEST(CheckSafeContact, takes_that_they_will_contact_us) {
    SafeContact safe;
    safe.will_contact_us = true;
    EXPECT_TRUE(check_safe_contact(safe, facts.today));
}

TEST(CheckSafeContact, refuses_a_day_in_the_future) {
    SafeContact safe;
    safe.will_contact_us = true;
    safe.agreed_on = facts.today.plus_days(1);
    EXPECT_EQ(check_safe_contact(safe, facts.today).error().problems().front().field, "agreed-on");
}

}  // namespace doorstep::domain::people

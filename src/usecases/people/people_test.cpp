#include <gtest/gtest.h>

#include "legal/standard_ids.h"
#include "storage/markers.h"
#include "storage/people.h"
#include "storage/rights_notices.h"
#include "storage/work_items.h"
#include "support/site/test_site.h"
#include "usecases/people/add_person.h"
#include "usecases/people/change_person.h"
#include "usecases/people/change_safe_contact.h"
#include "usecases/people/markers.h"
#include "usecases/people/officers_told.h"
#include "usecases/people/tell_rights.h"
#include "usecases/people/view_people.h"

namespace doorstep::usecases::people {
namespace {

using domain::access::Role;
using domain::people::Part;
using domain::people::Side;

class PeopleOfCase : public ::testing::Test {
  protected:
    test::TestSite site;  // Wednesday 10 June 2026
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id, .raised_on = Date::of(2026, 6, 8)});
    std::string const reference = made.file.reference;
    CasePersonId const ana = made.complainants.front().id;

    AddPerson newcomer() const {
        AddPerson input;
        input.reference = reference;
        input.name = "Zoë Marsh";
        input.telephone = "07700 900456";
        return input;
    }
    Context by(domain::accounts::Account const& account) { return site.as(account); }
    Expected<PersonAdded> add(AddPerson const& input) {
        auto context = by(officer);
        return add_person(context, input);
    }
    PeopleView people(std::string const& of = {}) {
        auto context = by(officer);
        return view_people(context, of.empty() ? reference : of).value();
    }
    PersonView person(CasePersonId id) {
        auto context = by(officer);
        return view_person(context, reference, id.text(), Purpose::look).value().people.front();
    }
    ChangePerson change(CasePersonId id) {
        auto const stored = person(id);
        ChangePerson input;
        input.reference = reference;
        input.id = id;
        input.part_version = stored.part.version;
        if (stored.person) {
            input.person_version = stored.person->version;
            input.name = stored.person->name;
        }
        input.description = stored.part.description;
        return input;
    }
    bool has_event(std::string const& kind, CaseFileId file) {
        auto const kinds = site.events_of(file.text());
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    }
    std::vector<domain::work::WorkItem> open_items(domain::work::Kind kind) {
        auto items = site.database().read(
            [&](auto& tx) { return storage::work_items::open_of_case(tx, made.file.id); });
        std::erase_if(items, [&](auto const& item) { return item.kind != kind; });
        return items;
    }
};

TEST_F(PeopleOfCase, a_new_complainant_has_a_clock_of_their_own) {
    auto const before = person(ana).part.first_contact_by;
    auto const added = add(newcomer());
    ASSERT_TRUE(added);
    EXPECT_EQ(added->first_contact_by, Date::of(2026, 6, 17));  // 5 working days after 10 June
    EXPECT_EQ(person(ana).part.first_contact_by, before);
    EXPECT_TRUE(has_event("person-added", made.file.id));
}

TEST_F(PeopleOfCase, a_complainant_who_raised_it_earlier_is_due_earlier) {
    auto input = newcomer();
    input.raised_on = Date::of(2026, 6, 1);
    EXPECT_EQ(add(input)->first_contact_by, Date::of(2026, 6, 8));
    EXPECT_EQ(site.stored(made.file.id).next_contact_by, Date::of(2026, 6, 8));
}

TEST_F(PeopleOfCase, an_unknown_person_complained_about_is_valid_when_described) {
    AddPerson input;
    input.reference = reference;
    input.part = Part::alleged_perpetrator;
    input.is_unknown = true;
    input.description = "A visitor with a white van";
    auto const added = add(input);
    ASSERT_TRUE(added);
    EXPECT_FALSE(added->first_contact_by);
    EXPECT_EQ(person(added->id).name, "A visitor with a white van");
    EXPECT_EQ(person(added->id).part.side, Side::complained_about);
    input.description.clear();
    EXPECT_EQ(add(input).error().problems().front().field, "description");
}

TEST_F(PeopleOfCase, an_unknown_person_becomes_known_by_a_name) {
    AddPerson input;
    input.reference = reference;
    input.part = Part::alleged_perpetrator;
    input.is_unknown = true;
    input.description = "A visitor with a white van";
    auto const id = add(input)->id;
    auto named = change(id);
    named.name = "Rhys Doe";
    named.description = "Drives a white van";
    auto context = by(officer);
    ASSERT_TRUE(change_person(context, named));
    EXPECT_EQ(person(id).name, "Rhys Doe");
    EXPECT_EQ(person(id).part.description, "Drives a white van") << "what was typed besides the name";
}

TEST_F(PeopleOfCase, a_supporter_needs_a_side) {
    auto input = newcomer();
    input.part = Part::supporter;
    EXPECT_EQ(add(input).error().problems().front().field, "side");
    input.side = Side::complained_about;
    EXPECT_EQ(person(add(input)->id).part.side, Side::complained_about);
}

TEST_F(PeopleOfCase, somebody_known_is_offered_and_not_added_twice) {
    auto const first = add(newcomer());
    auto again = newcomer();
    again.name = "Zoe Marsh";
    auto context = by(officer);
    auto const known = likely_same(context, again);
    ASSERT_EQ(known.size(), 1U);
    EXPECT_TRUE(known.front().same_number);
    again.same_as = known.front().person.id;
    EXPECT_EQ(add(again).error().code(), "already-on-case");
    EXPECT_TRUE(first);
}

TEST_F(PeopleOfCase, nobody_is_offered_from_a_case_the_viewer_may_not_see) {
    auto const hidden = site.open_case({.restricted = true});
    auto const id = hidden.complainants.front().person;
    auto const known =
        site.database().read([&](auto& tx) { return storage::people::find_people(tx, {*id}); });
    AddPerson input = newcomer();
    input.name = known.front().name;
    input.telephone.clear();
    auto context = by(officer);
    for (auto const& one : likely_same(context, input)) EXPECT_NE(one.person.id, *id);
    input.same_as = id;
    EXPECT_EQ(add(input).error().code(), "person-unknown");
}

TEST_F(PeopleOfCase, counter_allegations_show_only_where_the_viewer_may_see_the_other_case) {
    auto const seen = site.open_case();
    auto const hidden = site.open_case({.restricted = true});
    for (auto const* other : {&seen, &hidden}) {
        domain::people::CasePerson part;
        part.id = CasePersonId(site.ids.next());
        part.case_file = other->file.id;
        part.person = made.complainants.front().person;
        part.part = Part::alleged_perpetrator;
        part.side = Side::complained_about;
        part.joined_on = site.today();
        site.database().write([&](auto& tx) { storage::people::insert(tx, part); });
    }
    auto const view = person(ana);
    ASSERT_EQ(view.other_sides.size(), 1U);
    EXPECT_EQ(view.other_sides.front().reference, seen.file.reference);
}

TEST_F(PeopleOfCase, a_change_is_refused_when_someone_else_changed_it_first) {
    auto const mine = change(ana);
    auto theirs = change(ana);
    theirs.vulnerabilities = "Uses a wheelchair";
    auto context = by(officer);
    ASSERT_TRUE(change_person(context, theirs));
    EXPECT_EQ(change_person(context, mine).error().code(), "changed-meanwhile");
    EXPECT_EQ(person(ana).part.vulnerabilities, "Uses a wheelchair");
}

TEST_F(PeopleOfCase, whoever_leaves_stops_their_clock_and_keeps_their_record) {
    auto context = by(officer);
    ASSERT_TRUE(leave_case(
        context, {.reference = reference, .id = ana, .left_on = site.today(), .reason = "Moved away"}));
    EXPECT_TRUE(person(ana).part.left_on);
    EXPECT_FALSE(site.stored(made.file.id).next_contact_by);
    EXPECT_TRUE(open_items(domain::work::Kind::first_contact).empty());
    EXPECT_EQ(leave_case(context, {.reference = reference, .id = ana, .left_on = site.today(), .reason = ""})
                  .error()
                  .code(),
              "left-already");
}

TEST_F(PeopleOfCase, leaving_is_refused_in_the_future_and_before_joining) {
    auto context = by(officer);
    LeaveCase leaving{.reference = reference, .id = ana, .left_on = site.today().plus_days(1), .reason = "x"};
    EXPECT_EQ(leave_case(context, leaving).error().code(), "date-in-future");
    leaving.left_on = *Date::of(2026, 6, 1);
    EXPECT_EQ(leave_case(context, leaving).error().code(), "date-before-joined");
}

TEST_F(PeopleOfCase, safe_contact_is_a_new_record_each_time) {
    auto context = by(officer);
    ChangeSafeContact input{
        .reference = reference, .id = ana, .version = person(ana).part.version, .safe_contact = {}};
    input.safe_contact.text_allowed = true;
    input.safe_contact.agreed_on = site.today();
    EXPECT_EQ(change_safe_contact(context, input).error().problems().front().field, "telephone");
    input.safe_contact.telephone = "07700 900123";
    ASSERT_TRUE(change_safe_contact(context, input));
    auto const first = person(ana).part.safe_contact_id;
    EXPECT_EQ(change_safe_contact(context, input).error().code(), "changed-meanwhile");
    input.version = person(ana).part.version;
    input.safe_contact.letter_allowed = true;
    ASSERT_TRUE(change_safe_contact(context, input));
    EXPECT_NE(person(ana).part.safe_contact_id, first);
    EXPECT_TRUE(person(ana).safe_contact->letter_allowed);
}

TEST_F(PeopleOfCase, safe_contact_without_any_way_is_refused) {
    auto context = by(officer);
    ChangeSafeContact input{
        .reference = reference, .id = ana, .version = person(ana).part.version, .safe_contact = {}};
    input.safe_contact.agreed_on = site.today();
    EXPECT_EQ(change_safe_contact(context, input).error().problems().front().field, "ways");
}

TEST_F(PeopleOfCase, telling_a_complainant_who_deals_with_the_case_is_due_and_then_stamped) {
    auto const added = add(newcomer());
    auto const due = open_items(domain::work::Kind::tell_officers);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due.front().due_on, Date::of(2026, 6, 12));
    auto context = by(officer);
    ASSERT_TRUE(
        tell_officers(context, {.reference = reference, .person = added->id, .told_on = site.today()}));
    EXPECT_TRUE(open_items(domain::work::Kind::tell_officers).empty());
    EXPECT_TRUE(person(added->id).is_told);
}

TEST_F(PeopleOfCase, a_new_owner_has_to_be_told_again) {
    auto context = by(officer);
    ASSERT_TRUE(tell_officers(context, {.reference = reference, .person = ana, .told_on = site.today()}));
    auto file = site.stored(made.file.id);
    file.owner = site.account(Role::asb_officer).id;
    EXPECT_FALSE(is_told(file, person(ana).part));
}

TEST_F(PeopleOfCase, telling_is_refused_for_others_than_complainants_and_on_impossible_days) {
    auto context = by(officer);
    TellOfficers told{
        .reference = reference, .person = made.alleged_perpetrator->id, .told_on = site.today()};
    EXPECT_EQ(tell_officers(context, told).error().code(), "not-a-complainant");
    told.person = ana;
    told.told_on = site.today().plus_days(1);
    EXPECT_EQ(tell_officers(context, told).error().code(), "date-in-future");
    told.told_on = *Date::of(2026, 6, 1);
    EXPECT_EQ(tell_officers(context, told).error().code(), "date-before-joined");
    auto const nobodys = site.open_case();
    told = {.reference = nobodys.file.reference,
            .person = nobodys.complainants.front().id,
            .told_on = site.today()};
    EXPECT_EQ(tell_officers(context, told).error().code(), "no-owner");
}

TEST_F(PeopleOfCase, rights_told_keep_the_version_of_the_words_and_the_numbers_given) {
    auto context = by(officer);
    ASSERT_TRUE(tell_rights(context, {.reference = reference,
                                      .person = ana,
                                      .told_on = site.today(),
                                      .numbers = {"police"},
                                      .crime_reference = "43260012345"}));
    auto const rights = person(ana).rights;
    ASSERT_EQ(rights.size(), 1U);
    EXPECT_EQ(rights.front().wording, "victims-code");
    EXPECT_EQ(rights.front().told_by_name, "Dana Okafor");
    EXPECT_EQ(rights.front().numbers.front().telephone, "101");
    EXPECT_EQ(rights.front().crime_reference, "43260012345");
}

TEST_F(PeopleOfCase, rights_are_told_to_the_reporting_side_only_and_with_numbers_of_the_list) {
    auto context = by(officer);
    TellRights told{.reference = reference, .person = made.alleged_perpetrator->id, .told_on = site.today()};
    EXPECT_EQ(tell_rights(context, told).error().code(), "not-reporting");
    told.person = ana;
    told.numbers = {"no-such-number"};
    EXPECT_EQ(tell_rights(context, told).error().code(), "number-unknown");
    told.numbers.clear();
    told.told_on = site.today().plus_days(1);
    EXPECT_EQ(tell_rights(context, told).error().code(), "date-in-future");
}

TEST_F(PeopleOfCase, a_warning_marker_stands_until_its_day_and_can_be_ended) {
    auto context = by(officer);
    AddMarker input{.reference = reference,
                    .person = made.alleged_perpetrator->id,
                    .warning = "Threatened a repairs operative",
                    .precaution = "Visit in pairs",
                    .until = *Date::of(2026, 12, 1)};
    auto const marker = add_marker(context, input);
    ASSERT_TRUE(marker);
    EXPECT_EQ(person(input.person).markers.size(), 1U);
    EndMarker ending{.reference = reference, .person = input.person, .marker = *marker, .reason = ""};
    EXPECT_EQ(end_marker(context, ending).error().code(), "reason-missing");
    ending.reason = "No trouble for a year";
    ending.person = ana;
    EXPECT_EQ(end_marker(context, ending).error().code(), "marker-unknown");
    ending.person = input.person;
    ASSERT_TRUE(end_marker(context, ending));
    EXPECT_TRUE(person(input.person).markers.empty());
    EXPECT_EQ(end_marker(context, ending).error().code(), "ended-already");
    input.until = *Date::of(2027, 6, 11);
    EXPECT_EQ(add_marker(context, input).error().code(), "until-too-late");
}

TEST_F(PeopleOfCase, a_marker_is_not_shown_once_its_last_day_is_over) {
    auto context = by(officer);
    ASSERT_TRUE(add_marker(context, {.reference = reference,
                                     .person = ana,
                                     .warning = "A dog that bites",
                                     .precaution = "Ring first",
                                     .until = *Date::of(2026, 6, 20)}));
    site.set_today(*Date::of(2026, 6, 21));
    EXPECT_TRUE(person(ana).markers.empty());
}

TEST_F(PeopleOfCase, people_of_a_restricted_case_and_of_a_closed_one_are_refused) {
    auto const hidden = site.open_case({.restricted = true});
    auto context = by(officer);
    EXPECT_EQ(view_people(context, hidden.file.reference).error().kind(), RefusalKind::not_found);
    auto input = newcomer();
    input.reference = hidden.file.reference;
    EXPECT_EQ(add(input).error().kind(), RefusalKind::not_found);
    auto helper = by(site.account(Role::business_support));
    EXPECT_EQ(view_people(helper, reference).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(add_person(helper, newcomer()).error().kind(), RefusalKind::forbidden);
    auto partner = by(site.account(Role::partner));
    EXPECT_FALSE(view_people(partner, reference));
}

TEST_F(PeopleOfCase, showing_an_address_is_logged) {
    auto changed = change(ana);
    changed.address_text = "4 Acre Court";
    auto context = by(officer);
    ASSERT_TRUE(change_person(context, changed));
    auto again = by(officer);
    EXPECT_EQ(show_address(again, reference, ana.text()).value(), "4 Acre Court");
}

}  // namespace
}  // namespace doorstep::usecases::people

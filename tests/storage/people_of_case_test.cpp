#include "storage/people_matches.h"

#include "storage/markers.h"
#include "storage/on_a_case.h"
#include "storage/rights_notices.h"

namespace doorstep::test {
namespace {

using storage::people::likely_same;
using storage::people::on_other_sides;

class PeopleOfCaseStore : public OnACase {
  protected:
    storage::CaseScope scope(domain::access::Role role) {
        domain::access::Viewer viewer;
        viewer.account = officer.id;
        viewer.roles = {role};
        return storage::case_scope(viewer, domain::access::Action::see_case);
    }
    /// Ana on the other side of a second case.
    domain::cases::CaseFile other_case(bool restricted) {
        domain::cases::CaseFile other;
        other.id = CaseFileId(ids.next());
        other.reference = restricted ? "ASB-26-00003" : "ASB-26-00002";
        other.opened_on = other.raised_on = june(2);
        other.restricted = restricted;
        domain::people::CasePerson part;
        part.id = CasePersonId(ids.next());
        part.case_file = other.id;
        part.person = ana.person;
        part.part = domain::people::Part::alleged_perpetrator;
        part.side = domain::people::Side::complained_about;
        part.joined_on = june(2);
        write([&](storage::sql::Write& tx) {
            storage::cases::insert(tx, other);
            storage::people::insert(tx, part);
        });
        return other;
    }
};

TEST_P(PeopleOfCaseStore, finds_a_person_who_stands_on_the_other_side_elsewhere) {
    other_case(false);
    auto const found = read([&](storage::sql::Read& tx) {
        return on_other_sides(tx, file.id, scope(domain::access::Role::asb_officer));
    });
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().person, ana.id);
    EXPECT_EQ(found.front().reference, "ASB-26-00002");
    EXPECT_EQ(found.front().side, domain::people::Side::complained_about);
}

TEST_P(PeopleOfCaseStore, says_nothing_of_a_restricted_case) {
    other_case(true);
    auto const found = read([&](storage::sql::Read& tx) {
        return on_other_sides(tx, file.id, scope(domain::access::Role::asb_officer));
    });
    EXPECT_TRUE(found.empty());
}

TEST_P(PeopleOfCaseStore, finds_the_same_person_by_number_and_by_a_name_that_sounds_alike) {
    write([&](storage::sql::Write& tx) {
        auto people = storage::people::find_people(tx, {*ben.person});
        people.front().telephone = "07700 900999";
        storage::people::update(tx, people.front());
    });
    domain::people::Person wanted;
    wanted.name = "Somebody Else";
    wanted.telephone = "+44 7700 900999";
    auto const by_number = read([&](storage::sql::Read& tx) {
        return likely_same(tx, wanted, scope(domain::access::Role::asb_officer), 5);
    });
    ASSERT_EQ(by_number.size(), 1U);
    EXPECT_EQ(by_number.front().person.name, "Ben Carter");
    EXPECT_TRUE(by_number.front().same_number);
    wanted = {};
    wanted.name = "Anna Sylva";
    auto const by_sound = read([&](storage::sql::Read& tx) {
        return likely_same(tx, wanted, scope(domain::access::Role::asb_officer), 5);
    });
    ASSERT_FALSE(by_sound.empty());
    EXPECT_EQ(by_sound.front().person.name, "Ana Silva");
}

TEST_P(PeopleOfCaseStore, keeps_a_rights_notice_with_its_numbers) {
    storage::rights_notices::RightsNotice notice;
    notice.id = std::string(ids.next().text());
    notice.case_file = file.id;
    notice.person = ana.id;
    notice.wording = "victims-code";
    notice.wording_version = 3;
    notice.numbers = {{"Police \"101\"", "101"}, {"Victim Support", "0808 16 89 111"}};
    notice.told_how = domain::contacts::Method::letter;
    notice.told_on = june(9);
    notice.told_by = officer.id;
    write([&](storage::sql::Write& tx) { storage::rights_notices::insert(tx, notice); });
    auto const kept =
        read([&](storage::sql::Read& tx) { return storage::rights_notices::of_case(tx, file.id); });
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept.front().numbers, notice.numbers);
    EXPECT_EQ(kept.front().wording_version, 3);
    EXPECT_EQ(kept.front().told_how, domain::contacts::Method::letter);
    EXPECT_EQ(kept.front().told_by_name, "Dana Okafor");
}

TEST_P(PeopleOfCaseStore, ends_a_warning_marker_once) {
    domain::people::WarningMarker marker;
    marker.id = domain::people::MarkerId(ids.next());
    marker.case_file = file.id;
    marker.person = ben.id;
    marker.warning = "A dog that bites";
    marker.precaution = "Ring first";
    marker.from_on = june(10);
    marker.until_on = june(20);
    marker.made_by = officer.id;
    write([&](storage::sql::Write& tx) { storage::markers::insert(tx, marker, clock.now()); });
    auto stored = read([&](storage::sql::Read& tx) { return storage::markers::of_case(tx, file.id); });
    ASSERT_EQ(stored.size(), 1U);
    EXPECT_TRUE(stored.front().is_in_force(june(10)));
    EXPECT_EQ(stored.front().precaution, "Ring first");
    auto const end = [&] {
        return write([&](storage::sql::Write& tx) {
            return storage::markers::end(tx, marker.id, june(11), "Dog is gone");
        });
    };
    EXPECT_TRUE(end());
    EXPECT_FALSE(end());
    stored = read([&](storage::sql::Read& tx) { return storage::markers::of_case(tx, file.id); });
    EXPECT_EQ(stored.front().ended_on, june(11));
    EXPECT_EQ(stored.front().end_reason, "Dog is gone");
}

DOORSTEP_ON_BOTH_DATABASES(PeopleOfCaseStore);

}  // namespace
}  // namespace doorstep::test

#include "storage/person_search.h"

#include "base/text.h"
#include "storage/on_a_case.h"

namespace doorstep::storage::person_search {
namespace {

/// Ana Silva and Ben Carter reported; a third person is on no case.
class PersonSearch : public test::OnACase {
  protected:
    void SetUp() override {
        OnACase::SetUp();
        if (IsSkipped()) return;
        write([&](sql::Write& tx) {
            domain::people::Person stranger;
            stranger.id = PersonId(ids.next());
            stranger.name = "Ana Silver";
            stranger.telephone = "07700 900456";
            stranger.email = "Ana@elm.example";
            people::insert(tx, stranger, clock.now());
        });
    }
    CaseScope scope(bool sees_all = true) {
        return {.sees_everything = false, .sees_all = sees_all, .viewer = std::string(manager.id.text())};
    }
    PersonId with_everything(sql::Write& tx) {
        domain::people::Person person;
        person.id = PersonId(ids.next());
        person.name = "Cy Wood";
        person.telephone = "07700 900777";
        person.email = "Cy@elm.example";
        people::insert(tx, person, clock.now());
        return person.id;
    }
    static std::string names(std::vector<Candidate> const& found) {
        std::string all;
        for (auto const& one : found) all += one.name + ";";
        return all;
    }
};

TEST_P(PersonSearch, finds_a_name_by_how_it_sounds_whatever_the_order_and_only_on_cases_in_scope) {
    read([&](sql::Read& tx) {
        EXPECT_EQ(names(who_sound_like(tx, scope(), text::phonetic_keys("Sylva Anna"), 10)), "Ana Silva;");
        EXPECT_EQ(names(who_sound_like(tx, scope(false), text::phonetic_keys("Ana Silva"), 10)), "");
    });
}

TEST_P(PersonSearch, finds_a_name_by_the_letters_it_shares) {
    read([&](sql::Read& tx) {
        auto const windows = text::trigrams("Bne Carter");
        EXPECT_EQ(names(who_share(tx, scope(), windows, 3, 10)), "Ben Carter;");
        EXPECT_EQ(names(who_share(tx, scope(), {}, 1, 10)), "");
    });
}

TEST_P(PersonSearch, finds_by_telephone_and_e_mail_but_nobody_who_is_on_no_case) {
    read([&](sql::Read& tx) {
        EXPECT_EQ(names(with_telephone(tx, scope(), "07700900456", 10)), "");
        EXPECT_EQ(names(with_email(tx, scope(), "ana@elm.example", 10)), "");
    });
    write([&](sql::Write& tx) {
        domain::people::CasePerson part;
        part.id = CasePersonId(ids.next());
        part.case_file = file.id;
        part.person = with_everything(tx);
        part.joined_on = june(2);
        people::insert(tx, part);
    });
    read([&](sql::Read& tx) {
        EXPECT_EQ(names(with_telephone(tx, scope(), "07700900777", 10)), "Cy Wood;");
        EXPECT_EQ(names(with_telephone(tx, scope(), "077009", 10)), "Cy Wood;");
        EXPECT_EQ(names(with_telephone(tx, scope(), "0770", 10)), "");
        EXPECT_EQ(names(with_email(tx, scope(), text::fold("cy@elm.example"), 10)), "Cy Wood;");
    });
}

TEST_P(PersonSearch, tells_the_parts_that_people_have_in_cases_in_scope) {
    read([&](sql::Read& tx) {
        auto const parts = parts_in_cases(tx, scope(), {*ana.person, *ben.person});
        ASSERT_EQ(parts.size(), 2U);
        EXPECT_EQ(parts.front().reference, "ASB-26-00001");
        EXPECT_EQ(parts.front().part, domain::people::Part::complainant);
        EXPECT_TRUE(parts_in_cases(tx, scope(false), {*ana.person}).empty());
        EXPECT_TRUE(parts_in_cases(tx, scope(), {}).empty());
    });
}

DOORSTEP_ON_BOTH_DATABASES(PersonSearch);

}  // namespace
}  // namespace doorstep::storage::person_search

#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "naughty_strings.h"
#include "storage/people.h"
#include "support/site/test_site.h"
#include "usecases/cases/edit_case.h"
#include "usecases/contacts/record_contact.h"
#include "usecases/find/search.h"
#include "usecases/incidents/add_incident.h"
#include "usecases/people/add_person.h"

/// Whatever was typed is found again by the words in it.
namespace doorstep::test {
namespace {

using domain::access::Role;

/// A string that somebody could look for: it has letters or digits of some script.
bool has_words(std::string const& one) { return !text::fold(one).empty(); }

class NaughtySearch : public ::testing::Test {
  protected:
    void SetUp() override {
        if (naughty_strings().empty()) GTEST_SKIP() << "The list of naughty strings is not here";
    }
    usecases::find::Found look_for(std::string_view words) {
        auto context = site.as(officer);
        auto found = usecases::find::search(context, words);
        EXPECT_TRUE(found) << words;
        return found ? std::move(*found) : usecases::find::Found{};
    }
    bool finds(std::string_view words, CaseFileId id) {
        auto const found = look_for(words);
        return std::any_of(found.cases.begin(), found.cases.end(),
                           [&](auto const& one) { return one.id == id; });
    }
    /// A case that says so and nothing else that could be found by it.
    TestSite::MadeCase open_case() { return site.open_case({.owner = officer.id}); }

    TestSite site;
    domain::accounts::Account officer = site.account(Role::asb_officer, "Dana Okafor");
};

TEST_F(NaughtySearch, finds_a_case_by_each_string_in_its_place_incidents_and_contacts) {
    auto made = open_case();
    auto const& reference = made.file.reference;
    int version = 0;
    std::vector<std::string> searched;
    for (auto const& one : naughty_strings()) {
        if (!has_words(one) || text::length(one) > 190) continue;
        bool const is_line = !breaks_a_line(one);
        auto context = site.as(officer);
        switch (++version % 3) {
            case 0:
                ASSERT_TRUE(usecases::incidents::add_incident(context, {.reference = reference,
                                                                        .happened_on = site.today(),
                                                                        .happened_time = {},
                                                                        .category = "noise",
                                                                        .place_text = "",
                                                                        .description = one,
                                                                        .source = {},
                                                                        .person = {}}));
                break;
            case 1:
                ASSERT_TRUE(usecases::contacts::record_contact(
                    context, {.reference = reference,
                              .person = made.complainants.front().id,
                              .made_on = site.today(),
                              .made_time = {},
                              .method = domain::contacts::Method::telephone,
                              .result = domain::contacts::Result::conversation,
                              .summary = one}));
                break;
            default:
                if (!is_line) continue;
                auto const file = site.stored(made.file.id);
                ASSERT_TRUE(usecases::cases::edit_case(context, {.reference = reference,
                                                                 .version = file.version,
                                                                 .title = file.title,
                                                                 .category = file.category,
                                                                 .subcategory = "",
                                                                 .hate = false,
                                                                 .place_text = one,
                                                                 .housing_officer = {}}));
        }
        EXPECT_TRUE(finds(one, made.file.id)) << one;
        searched.push_back(one);
    }
    EXPECT_GT(searched.size(), 300U);
    // What came first is still found after all that came later; a place that was changed is not.
    EXPECT_TRUE(finds(searched.front(), made.file.id)) << searched.front();
}

TEST_F(NaughtySearch, finds_a_person_by_each_string_as_a_name) {
    auto made = open_case();
    int searched = 0;
    for (auto const& one : naughty_strings()) {
        if (!has_words(one) || breaks_a_line(one) || text::length(one) > 120) continue;
        // Looked for as a telephone number, an e-mail address, a postcode or a reference.
        bool const is_other = one.find('@') != std::string::npos ||
                              one.find_first_not_of("0123456789 +()-.") == std::string::npos ||
                              !text::postcode(one).empty();
        if (is_other) continue;
        site.database().write([&](storage::sql::Write& tx) {
            domain::people::Person person;
            person.id = PersonId(site.ids.next());
            person.name = one;
            storage::people::insert(tx, person, site.clock.now());
            domain::people::CasePerson part;
            part.id = CasePersonId(site.ids.next());
            part.case_file = made.file.id;
            part.person = person.id;
            part.joined_on = site.today();
            storage::people::insert(tx, part);
        });
        auto const found = look_for(one);
        EXPECT_TRUE(std::any_of(found.people.begin(), found.people.end(), [&](auto const& person) {
            return text::fold(person.name) == text::fold(one);
        })) << one;
        ++searched;
    }
    EXPECT_GT(searched, 250);
}

}  // namespace
}  // namespace doorstep::test

#include "storage/search.h"

#include <gtest/gtest.h>

#include "storage/on_a_case.h"

namespace doorstep::storage {
namespace {

class Searching : public test::OnACase {
  protected:
    void SetUp() override {
        test::OnACase::SetUp();
        if (IsSkipped()) return;
        write([&](sql::Write& tx) { search::index_case(tx, file.id, "Loud music, Acre Court"); });
    }
    void say(std::string_view words) {
        write([&](sql::Write& tx) { search::add_said(tx, ids, file.id, words); });
    }
    bool found(std::string_view typed, CaseScope const& scope = everything) {
        auto const cases =
            read([&](sql::Read& tx) { return search::cases_with_words(tx, scope, typed, 10); });
        EXPECT_LE(cases.size(), 1U);
        return !cases.empty();
    }
    static inline CaseScope const everything{.sees_everything = true, .viewer = {}};
};

TEST_P(Searching, finds_what_was_said_a_moment_ago_with_what_the_index_has) {
    EXPECT_FALSE(found("trombone"));
    say("A trombone at dawn");
    say("The caretaker heard it too");
    EXPECT_TRUE(found("trombone"));
    EXPECT_TRUE(found("acre trombone caretaker")) << "words of the document and of two things said";
    EXPECT_TRUE(found("music acre"));
    EXPECT_FALSE(found("acre trumpet"));
    EXPECT_FALSE(found("trombone trumpet"));
}

TEST_P(Searching, takes_the_last_word_for_the_beginning_of_one_and_the_others_whole) {
    say("A trombone at dawn");
    EXPECT_TRUE(found("dawn trom"));
    EXPECT_FALSE(found("trom dawn"));
    EXPECT_FALSE(found("rombone"));
}

TEST_P(Searching, takes_whole_words_first) {
    auto const older = file.id;
    auto newer = file;
    newer.id = CaseFileId(ids.next());
    newer.reference = "ASB-26-00002";
    write([&](sql::Write& tx) {
        cases::insert(tx, newer);
        search::index_case(tx, newer.id, "Musical chairs");
    });
    auto const first = [&](std::string_view typed, int limit) {
        return read([&](sql::Read& tx) { return search::cases_with_words(tx, everything, typed, limit); });
    };
    EXPECT_EQ(first("music", 1), std::vector{older});
    EXPECT_EQ(first("music", 2), (std::vector{newer.id, older})) << "there is room for beginnings";
    EXPECT_EQ(first("musica", 1), std::vector{newer.id});
    EXPECT_EQ(first("mus", 5).size(), 2U);
    EXPECT_TRUE(first("mu", 5).empty()) << "two letters begin too many words";
}

TEST_P(Searching, folds_what_was_said_and_what_is_looked_for) {
    say("Café \"Chez Zoë\" % _ ' -- \xF0\x9F\x8E\xBA");
    EXPECT_TRUE(found("CAFE zoe"));
    EXPECT_FALSE(found("%"));
    EXPECT_FALSE(found("' OR 1=1 --"));
}

TEST_P(Searching, shows_what_was_said_to_those_who_may_see_the_case) {
    say("A trombone at dawn");
    CaseScope involved{.viewer = std::string(officer.id.text()), .viewed_on = june(10)};
    EXPECT_TRUE(found("trombone", involved));
    involved.viewer = manager.id.text();
    EXPECT_FALSE(found("trombone", involved));
    write([](sql::Write& tx) { tx.script("UPDATE case_file SET restricted = TRUE"); });
    EXPECT_FALSE(found("trombone", {.sees_all = true, .viewer = std::string(manager.id.text())}));
}

TEST_P(Searching, knows_which_cases_are_to_be_taken_into_the_index) {
    auto const to_index = [&] { return read([](sql::Read& tx) { return search::cases_to_index(tx, 10); }); };
    EXPECT_TRUE(to_index().empty());
    say("A trombone");
    say("A trumpet");
    EXPECT_EQ(to_index(), std::vector{file.id});
    write([&](sql::Write& tx) {
        search::forget_said(tx, file.id);
        search::index_case(tx, file.id, "Loud music, Acre Court. A trumpet");
    });
    EXPECT_TRUE(to_index().empty());
    EXPECT_TRUE(found("acre trumpet"));
    EXPECT_FALSE(found("trombone")) << "what was struck out is found no more";
}

TEST_P(Searching, keeps_no_row_for_what_has_no_words) {
    say(" ?! ");
    EXPECT_TRUE(read([](sql::Read& tx) { return search::cases_to_index(tx, 10); }).empty());
}

DOORSTEP_ON_BOTH_DATABASES(Searching);

}  // namespace
}  // namespace doorstep::storage

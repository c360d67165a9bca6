#include <gtest/gtest.h>

#include "legal/question_sets.h"

namespace doorstep::legal {
namespace {

TEST(QuestionSetToml, gives_every_version_that_ships_again) {
    for (auto const& set : shipped_question_sets()) {
        auto const again = read_question_set("again", question_set_toml(set));
        ASSERT_TRUE(again) << again.error().message() << "\n" << question_set_toml(set);
        EXPECT_EQ(again->code, set.code);
        EXPECT_EQ(again->version, set.version);
        EXPECT_EQ(again->title, set.title);
        EXPECT_EQ(again->source, set.source);
        EXPECT_EQ(again->in_use_from, set.in_use_from);
        EXPECT_EQ(question_set_toml(*again), question_set_toml(set));
        EXPECT_EQ(again->bands.size(), set.bands.size());
        ASSERT_EQ(again->questions.size(), set.questions.size());
        for (std::size_t n = 0; n < set.questions.size(); ++n) {
            auto const& is = again->questions[n];
            auto const& was = set.questions[n];
            EXPECT_EQ(is.text, was.text);
            EXPECT_EQ(is.text_welsh, was.text_welsh);
            EXPECT_EQ(is.highest_score(), was.highest_score());
            EXPECT_EQ(is.good, was.good) << was.code;
            EXPECT_EQ(is.automatic.size() + is.at_least.size() + is.flags.size(),
                      was.automatic.size() + was.at_least.size() + was.flags.size());
        }
    }
}

TEST(QuestionSetToml, keeps_whatever_was_typed) {
    auto set = shipped_question_sets().front();
    set.questions.front().text = "\"Quoted\" \\ back\tslash\nand \x01 control, £ ŵ 社會";
    auto const again = read_question_set("again", question_set_toml(set));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->questions.front().text, set.questions.front().text);
}

}  // namespace
}  // namespace doorstep::legal

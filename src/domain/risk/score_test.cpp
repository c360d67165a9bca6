#include "domain/risk/score.h"

#include <gtest/gtest.h>

namespace doorstep::domain::risk {
namespace {

using questions::Option;
using questions::Question;
using questions::QuestionSet;

Question question(std::string code, std::vector<Option> options) {
    Question made;
    made.code = std::move(code);
    made.options = std::move(options);
    return made;
}

Option option(std::string code, int score) {
    return {.code = std::move(code), .text = "", .text_welsh = "", .score = score};
}

/// Medium from 5, high from 10; "how-much" gives any score from 0 to 10.
QuestionSet small_set() {
    QuestionSet set;
    set.bands = {{"standard", 0}, {"medium", 5}, {"high", 10}};
    auto how_much = question("how-much", {});
    for (int score = 0; score <= 10; ++score)
        how_much.options.push_back(option(std::to_string(score), score));
    auto weapon = question("weapon", {option("no", 0), option("yes", 1)});
    weapon.automatic = {{"yes", "high", "A weapon"}};
    auto who_you_are = question("who-you-are", {option("no", 0), option("yes", 3)});
    who_you_are.at_least = {{"yes", "medium", "Seen as hate"}};
    who_you_are.flags = {{"yes", "hate"}};
    auto self_harm = question("self-harm", {option("no", 0), option("yes", 0)});
    self_harm.automatic = {{"yes", "high", "Thoughts of self-harm"}};
    self_harm.flags = {{"yes", "self-harm"}};
    set.questions = {how_much, weapon, who_you_are, self_harm};
    return set;
}

Answers answers(std::string how_much, std::string weapon = "no", std::string hate = "no",
                std::string self_harm = "no") {
    return {{"how-much", how_much}, {"weapon", weapon}, {"who-you-are", hate}, {"self-harm", self_harm}};
}

Score scored(Answers const& given) { return score(small_set(), given); }

}  // namespace

TEST(RiskScore, changes_band_at_its_lowest_score_and_not_before) {
    EXPECT_EQ(scored(answers("0")).band, RiskBand::standard);
    EXPECT_EQ(scored(answers("4")).band, RiskBand::standard);
    EXPECT_EQ(scored(answers("5")).band, RiskBand::medium);
    EXPECT_EQ(scored(answers("9")).band, RiskBand::medium);
    EXPECT_EQ(scored(answers("10")).band, RiskBand::high);
}

TEST(RiskScore, is_high_by_one_answer_whatever_the_score_and_says_why) {
    auto const result = scored(answers("0", "yes"));
    EXPECT_EQ(result.score, 1);
    EXPECT_EQ(result.scored_band, RiskBand::standard);
    EXPECT_EQ(result.band, RiskBand::high);
    EXPECT_EQ(result.automatic_reason, "A weapon");
}

TEST(RiskScore, is_at_least_medium_for_hate_and_higher_when_the_score_is) {
    auto const low = scored(answers("0", "no", "yes"));
    EXPECT_EQ(low.scored_band, RiskBand::standard);
    EXPECT_EQ(low.band, RiskBand::medium);
    EXPECT_EQ(low.automatic_reason, "Seen as hate");

    auto const high = scored(answers("7", "no", "yes"));
    EXPECT_EQ(high.band, RiskBand::high);
    EXPECT_EQ(high.automatic_reason, "");
}

TEST(RiskScore, names_the_rule_that_beats_the_others) {
    EXPECT_EQ(scored(answers("0", "yes", "yes")).automatic_reason, "A weapon");
    EXPECT_EQ(scored(answers("0", "yes", "yes")).band, RiskBand::high);
}

TEST(RiskScore, raises_flags_for_what_must_be_acted_on) {
    EXPECT_EQ(scored(answers("0", "no", "yes", "yes")).flags,
              (std::vector<std::string>{"hate", "self-harm"}));
    EXPECT_TRUE(scored(answers("10")).flags.empty());
}

TEST(RiskScore, counts_what_was_not_answered_at_its_worst_and_shows_that_it_is_missing) {
    auto given = answers("4");
    given.erase("who-you-are");
    auto const result = scored(given);
    EXPECT_EQ(result.score, 4);
    EXPECT_EQ(result.worst_score, 7);
    EXPECT_EQ(result.band, RiskBand::medium);
    EXPECT_FALSE(result.complete);
    EXPECT_EQ(result.unanswered, std::vector<std::string>{"who-you-are"});
    EXPECT_EQ(result.answers[2].option, "");
}

TEST(RiskScore, does_not_take_a_rule_for_met_by_an_answer_nobody_gave) {
    auto given = answers("0");
    given.erase("self-harm");
    auto const result = scored(given);
    EXPECT_EQ(result.band, RiskBand::standard);
    EXPECT_TRUE(result.flags.empty());
    EXPECT_FALSE(result.complete);
}

TEST(RiskScore, takes_an_answer_that_is_no_option_for_none) {
    EXPECT_EQ(scored(answers("11")).unanswered, std::vector<std::string>{"how-much"});
    EXPECT_EQ(scored(answers("11")).worst_score, 10);
}

TEST(RiskScore, is_complete_when_every_question_is_answered) {
    auto const result = scored(answers("3"));
    EXPECT_TRUE(result.complete);
    EXPECT_EQ(result.score, result.worst_score);
    EXPECT_EQ(result.answers.size(), 4u);
}

TEST(RiskScore, of_nothing_answered_is_the_worst_there_is) {
    auto const result = scored({});
    EXPECT_EQ(result.score, 0);
    EXPECT_EQ(result.worst_score, 14);
    EXPECT_EQ(result.band, RiskBand::high);
    EXPECT_EQ(result.unanswered.size(), 4u);
}

TEST(RiskOverride, is_a_change_only_when_another_band_was_chosen) {
    EXPECT_EQ(override_of(RiskBand::medium, {}), Override::none);
    EXPECT_EQ(override_of(RiskBand::medium, RiskBand::medium), Override::none);
    EXPECT_EQ(override_of(RiskBand::medium, RiskBand::high), Override::raised);
    EXPECT_EQ(override_of(RiskBand::medium, RiskBand::standard), Override::lowered);
}

}  // namespace doorstep::domain::risk

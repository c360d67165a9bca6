#include "legal/measures.h"

#include <gtest/gtest.h>

#include <set>

#include "legal/lists.h"
#include "legal/question_sets.h"

namespace doorstep::legal {
namespace {

using domain::figures::Source;
using domain::figures::Way;

TEST(Measures, that_ship_are_whole) {
    EXPECT_EQ(problems_with(measures()), std::vector<std::string>{});
    EXPECT_GE(measures().size(), 25U);
}

TEST(Measures, name_only_lists_that_ship) {
    auto const lists = shipped_lists();
    for (auto const& measure : measures())
        EXPECT_TRUE(measure.list.empty() || lists.contains(measure.list)) << measure.id;
}

TEST(Measures, that_rest_on_answers_have_questions_and_every_question_has_a_measure) {
    std::set<std::string> asked;
    for (auto const& set : shipped_question_sets())
        if (set.code == "survey")
            for (auto const& question : set.questions) asked.insert(question.measure);
    std::set<std::string> counted;
    for (auto const& measure : measures())
        if (measure.source == Source::answers) counted.insert(measure.question);
    EXPECT_EQ(counted, asked);
}

TEST(Measures, stand_beside_each_other_both_ways) {
    for (auto const& measure : measures()) {
        if (measure.beside.empty()) continue;
        EXPECT_EQ(find_measure(measure.beside)->beside, measure.id);
    }
}

TEST(Measures, with_a_mistake_are_found) {
    auto const of = [](std::string const& rows) { return problems_with(read_measures("test", rows)); };
    std::string const share = R"(
[[measure]]
id = "x"
title = "X"
group = "G"
way = "share"
source = "intervals"
definition = "D"
cohort = "C"
)";
    EXPECT_EQ(of(share).size(), 2U) << "neither what counts nor its words";
    EXPECT_EQ(
        of(share + "beside = \"y\"\ncounted_words = \"a\"\nbase_words = \"b\"\ncounted = {b=[\"kept\"]}\n"),
        std::vector<std::string>{"x stands beside y, which is not there"});
    EXPECT_THROW(read_measures("test", "[[measure]]\nid = \"x\""), std::logic_error);
    EXPECT_THROW(read_measures("test", share + "split = \"z\"\n"), std::logic_error);
}

}  // namespace
}  // namespace doorstep::legal

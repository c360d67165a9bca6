#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <set>

#include "domain/risk/score.h"
#include "legal/question_sets.h"

/// The examples of tests/worked_examples/risk/, one file for each version of the shipped questions.
namespace doorstep::legal {
namespace {

QuestionSet const& version(std::vector<QuestionSet> const& sets, std::int64_t number) {
    for (auto const& set : sets)
        if (set.code == "ram" && set.version == number) return set;
    throw std::logic_error("no such version");
}

std::vector<std::string> texts(toml::node_view<toml::node const> node) {
    std::vector<std::string> texts;
    if (auto const* array = node.as_array())
        for (auto const& entry : *array) texts.push_back(entry.value<std::string>().value());
    return texts;
}

void check_example(QuestionSet const& set, toml::table const& example) {
    auto const left_out = texts(example["not_answered"]);
    domain::risk::Answers answers;
    for (auto const& question : set.questions)
        if (std::find(left_out.begin(), left_out.end(), question.code) == left_out.end())
            answers[question.code] = question.options.front().code;
    for (auto const& [question, option] : *example["answers"].as_table()) {
        auto const* asked = set.question(question.str());
        ASSERT_TRUE(asked && asked->option(option.value<std::string>().value())) << question.str();
        answers[std::string(question.str())] = option.value<std::string>().value();
    }

    auto const result = domain::risk::score(set, answers);
    EXPECT_EQ(result.score, example["score"].value<int>().value());
    EXPECT_EQ(result.worst_score, example["worst"].value_or(result.score));
    EXPECT_EQ(name_of(result.band), example["band"].value<std::string>().value());
    EXPECT_EQ(result.automatic_reason, example["reason"].value_or(std::string()));
    EXPECT_EQ(result.flags, texts(example["flags"]));
    EXPECT_EQ(result.unanswered, left_out);
    EXPECT_EQ(result.complete, left_out.empty());
}

TEST(WorkedExamples, of_risk_assessments_come_out_as_written) {
    auto const sets = shipped_question_sets();
    auto const table = toml::parse_file("tests/worked_examples/risk/ram_1.toml");
    auto const* examples = table["example"].as_array();
    ASSERT_TRUE(examples != nullptr && !examples->empty());
    for (auto const& example : *examples) {
        SCOPED_TRACE(example.as_table()->at("about").value<std::string>().value());
        check_example(version(sets, 1), *example.as_table());
    }
}

TEST(WorkedExamples, give_the_mildest_answer_of_every_risk_question_first) {
    for (auto const& set : shipped_question_sets()) {
        if (set.code != "ram") continue;
        for (auto const& question : set.questions)
            for (auto const& option : question.options)
                EXPECT_GE(option.score, question.options.front().score) << question.code;
    }
}

}  // namespace
}  // namespace doorstep::legal

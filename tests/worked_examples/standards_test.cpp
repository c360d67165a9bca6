#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "legal/standard_file.h"
#include "legal/standards.h"
#include "legal/toml_dates.h"

/// The examples of tests/worked_examples/standards/*.toml, written so that people who run the service can
/// check them.
namespace doorstep::legal {
namespace {

std::vector<std::filesystem::path> example_files() {
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator("tests/worked_examples/standards"))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string content_of(std::filesystem::path const& path) {
    std::ifstream file(path);
    std::stringstream content;
    content << file.rdbuf();
    return content.str();
}

/// The [[override]] rows are read by the product's own reader.
Standards standards_of(std::string content) {
    std::string const from = "[[override]]";
    if (content.find(from) == std::string::npos) return Standards::defaults();
    content.resize(content.find("[[example]]"));
    for (auto at = content.find(from); at != std::string::npos; at = content.find(from))
        content.replace(at, from.size(), "[[standard]]");
    auto const file = read_standards(content, "overrides");
    EXPECT_EQ(file.problems, std::vector<std::string>());
    return Standards::with_overrides(file.rows).value();
}

void check_outcome(Standards const& standards, toml::table const& example) {
    auto const standard = text_in(example, "standard");
    auto const scope = text_in(example, "applies_to");
    auto const event = date_in(example, "event").value();
    auto const division = example.contains("division")
                              ? enum_from_name<Division>(text_in(example, "division")).value()
                              : Division::england_and_wales;
    auto const outcomes = example.contains("by") + example.contains("value") + example.contains("none");
    ASSERT_EQ(outcomes, 1) << "an example says by, value or none";
    if (example.contains("none")) {
        EXPECT_FALSE(standards.on(standard, event, scope));
        EXPECT_FALSE(standards.find_deadline(standard, event, scope, division));
    } else if (example.contains("by")) {
        EXPECT_EQ(standards.deadline(standard, event, scope, division).by.iso(),
                  date_in(example, "by").value().iso());
    } else if (auto const answer = example["value"].value_exact<bool>()) {
        EXPECT_EQ(standards.yes(standard, event, scope), *answer);
    } else {
        EXPECT_EQ(standards.number(standard, event, scope),
                  example["value"].value_exact<std::int64_t>().value());
    }
}

TEST(WorkedExamples, of_standards_come_out_as_written) {
    auto const files = example_files();
    ASSERT_FALSE(files.empty());
    for (auto const& path : files) {
        auto const content = content_of(path);
        auto const table = toml::parse(content, path.string());
        auto const standards = standards_of(content);
        auto const* examples = table["example"].as_array();
        ASSERT_TRUE(examples != nullptr && !examples->empty()) << path;
        for (auto const& example : *examples) {
            SCOPED_TRACE(path.filename().string() + ": " + text_in(*example.as_table(), "about"));
            check_outcome(standards, *example.as_table());
        }
    }
}

TEST(WorkedExamples, exist_for_every_standard) {
    std::set<std::string> shown;
    for (auto const& path : example_files()) {
        auto const table = toml::parse(content_of(path), path.string());
        for (auto const& example : *table["example"].as_array())
            shown.insert(text_in(*example.as_table(), "standard"));
    }
    EXPECT_EQ(shown, (std::set<std::string>(standard_ids::all.begin(), standard_ids::all.end())));
}

}  // namespace
}  // namespace doorstep::legal

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "report_walk.h"
#include "storage/reports.h"
#include "support/site/import_files.h"

/// The Big List of Naughty Strings through every free-text field of a report: stored as typed, shown escaped.
namespace doorstep::test {
namespace {

using domain::reports::Report;

std::vector<std::string> naughty_strings() {
    auto const path = ImportFiles::shared("text/blns.json");
    if (path.empty()) return {};
    std::stringstream json;
    json << std::ifstream(path, std::ios::binary).rdbuf();
    std::vector<std::string> strings;
    auto const document = boost::json::parse(json.str());
    for (auto const& value : document.as_array()) strings.emplace_back(value.as_string().c_str());
    return strings;
}

/// Several strings in one answer, each on a line of its own, as long as a field of a few hundred may be.
std::vector<std::string> as_answers(std::vector<std::string> const& strings, std::size_t at_most) {
    std::vector<std::string> answers{"Begin"};
    for (auto const& one : strings) {
        if (one.size() > at_most) continue;
        if (answers.back().size() + one.size() + 6 > at_most) {
            answers.back() += "\nend";
            answers.emplace_back("Begin");
        }
        answers.back() += "\n" + one;
    }
    answers.back() += "\nend";
    return answers;
}

/// As a browser encodes it and the server decodes it, line ends as browsers send them.
std::string through_the_wire(std::string const& typed) {
    http::Pairs sent;
    std::string with_returns;
    for (char const c : typed) with_returns += c == '\n' ? "\r\n" : std::string(1, c);
    sent.add("field", with_returns);
    return std::string(http::parse_form(http::encode_form(sent)).value("field"));
}

class NaughtyStrings : public ::testing::Test {
  protected:
    void SetUp() override {
        if (strings.empty()) GTEST_SKIP() << "The list of naughty strings is not here";
    }
    std::vector<std::string> strings = naughty_strings();
    TestSite site;
    TestWeb web{site};
};

TEST_F(NaughtyStrings, are_stored_as_they_were_typed_in_every_free_text_field_of_a_report) {
    for (auto const& answer : as_answers(strings, 480)) {
        auto const sent = through_the_wire(answer);
        ReportWalk walk(web);
        walk.answers["place"] = {{"place", sent}};
        walk.answers["what"] = {{"what", sent}};
        walk.answers["people"] = {{"people", sent}};
        walk.answers["effect"] = {{"effect-text", sent}};
        walk.answers["wish"] = {{"wish", sent}};
        auto const checked = walk.walk();
        ASSERT_EQ(checked.status, 200) << answer << "\n" << text_of(checked);
        // Markup that no page of ours has.
        for (auto const* markup : {"<img", "<iframe", "<svg", "<IMG", "<SCRIPT", "<plaintext", "<marquee"})
            EXPECT_EQ(checked.body.find(markup), std::string::npos) << markup;
        auto const page = text_of(walk.send());
        auto const at = page.find("R-26-");
        ASSERT_NE(at, std::string::npos) << answer << "\n" << page;
        auto const report = site.database().read([&](storage::sql::Read& tx) {
            return storage::reports::find_by_reference(tx, page.substr(at, 10)).value_or(Report{});
        });
        EXPECT_EQ(report.what_happened, answer);
        EXPECT_EQ(report.place_text, answer);
        EXPECT_EQ(report.people_text, answer);
        EXPECT_EQ(report.effect_text, answer);
        EXPECT_EQ(report.wish, answer);
    }
}

TEST_F(NaughtyStrings, come_back_into_their_fields_escaped) {
    ReportWalk walk(web);
    walk.browser.get("/report/danger");
    walk.browser.post("/report/danger", report_fields({{"danger", "no"}}));
    for (auto const& one : strings) {
        auto const typed = "x" + one + "x";
        walk.browser.get("/report/what");
        auto const saved =
            walk.browser.post("/report/what", report_fields({{"what", typed}, {"later", "yes"}}));
        ASSERT_EQ(saved.status, 303) << typed;
        auto const body = walk.browser.get("/report/what").body;
        auto const start = body.find("<textarea");
        auto const open = body.find('>', start) + 1;
        auto const value = body.substr(open, body.find("</textarea>", open) - open);
        EXPECT_EQ(value.find('<'), std::string::npos) << typed;
        std::string decoded = value;
        for (auto const& [entity, sign] : std::vector<std::pair<std::string, std::string>>{
                 {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
            for (std::size_t at = 0; (at = decoded.find(entity, at)) != std::string::npos; at += sign.size())
                decoded.replace(at, entity.size(), sign);
        EXPECT_EQ(decoded, typed);
    }
}

}  // namespace
}  // namespace doorstep::test

#include "base/log.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

namespace doorstep {
namespace {

class Log : public testing::Test {
  protected:
    ~Log() override { log::start(log::Style::text, false); }

    /// What one call writes to stderr.
    template <class Write>
    std::string written(log::Style style, bool verbose, Write write) {
        testing::internal::CaptureStderr();
        log::start(style, verbose);
        write();
        return testing::internal::GetCapturedStderr();
    }
};

static_assert(!std::is_constructible_v<log::Field, char const*, std::string>);
static_assert(!std::is_constructible_v<log::Field, char const*, std::string_view>);
static_assert(std::is_constructible_v<log::Field, char const*, log::Safe>);

TEST_F(Log, writes_a_line_of_text_with_its_fields) {
    auto const line = written(log::Style::text, true, [] {
        log::info("Served", {{"route", log::Safe{"/cases/{reference}"}}, {"status", 200}, {"fast", true}});
    });
    EXPECT_EQ(line.substr(10, 1), "T");
    EXPECT_EQ(line.substr(23), "Z info Served route=/cases/{reference} status=200 fast=true\n");
}

TEST_F(Log, quotes_what_could_forge_a_line_or_a_field) {
    auto const line = written(log::Style::text, true, [] {
        log::warning("Refused", {{"path", log::Safe{"a\nb\x1b[31m \"c\" d=e"}}, {"empty", log::Safe{""}}});
    });
    EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
    EXPECT_NE(line.find(R"(path="a\nb\u001b[31m \"c\" d=e" empty="")"), std::string::npos) << line;
}

TEST_F(Log, writes_a_line_of_json) {
    auto const line = written(log::Style::json, false, [] {
        log::error("Broke \"badly\"",
                   {{"on", Date::parse_iso("2026-11-21").value()}, {"text", log::Safe{"\xff{}"}}});
    });
    auto const value = boost::json::parse(line);
    EXPECT_EQ(value.at("level"), "error");
    EXPECT_EQ(value.at("message"), "Broke \"badly\"");
    EXPECT_EQ(value.at("on"), "2026-11-21");
    EXPECT_EQ(value.at("text"), "\xef\xbf\xbd{}");
    EXPECT_TRUE(Instant::parse_iso(value.at("at").as_string().c_str()));
}

TEST_F(Log, keeps_information_back_unless_asked) {
    auto const text = written(log::Style::text, false, [] {
        log::info("Quiet");
        log::warning("Loud");
    });
    EXPECT_EQ(text.find("Quiet"), std::string::npos);
    EXPECT_NE(text.find("warning Loud\n"), std::string::npos);
}

}  // namespace
}  // namespace doorstep

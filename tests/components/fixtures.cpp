#include "components/fixtures.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "components/parsed_html.h"

namespace doorstep::components_tests {

namespace {

namespace json = boost::json;

std::string const package = "frontend/node_modules/govuk-frontend/dist/govuk/components";

std::string read_file(std::string const& path) {
    std::ifstream file(path);
    std::stringstream content;
    content << file.rdbuf();
    return content.str();
}

/// "component | fixture | reason", one a line.
std::map<std::string, std::string> unsupported(std::string const& component) {
    std::map<std::string, std::string> reasons;
    std::istringstream lines(read_file("tests/components/unsupported.txt"));
    std::string const separator = " | ";
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        auto const first = line.find(separator);
        auto const second = line.find(separator, first + 1);
        EXPECT_NE(second, std::string::npos)
            << "unsupported.txt: a line needs a component, a fixture and a reason: " << line;
        if (second == std::string::npos || line.substr(0, first) != component) continue;
        auto const name_start = first + separator.size();
        reasons[line.substr(name_start, second - name_start)] = line.substr(second + separator.size());
    }
    return reasons;
}

std::string joined(std::vector<std::string> const& words) {
    std::string all;
    for (auto const& word : words) all += (all.empty() ? "" : ", ") + word;
    return all;
}

/// Why the fixture is not met, or nothing.
std::string difference(json::object const& fixture, Render const& render) {
    Options const options(fixture.at("options"));
    auto const ours = parsed(render(options).markup());
    auto const theirs = parsed(std::string(fixture.at("html").as_string()));
    if (ours != theirs) return "ours:\n" + ours + "theirs:\n" + theirs;
    if (auto const unread = options.unread(); !unread.empty())
        return "options nobody read: " + joined(unread);
    return {};
}

void expect_all(std::string const& component, std::string const& path, Render const& render) {
    ASSERT_TRUE(std::filesystem::exists(path))
        << path << " is missing: run `make frontend`, which installs the front end's packages";
    auto reasons = unsupported(component);
    auto const file = json::parse(read_file(path)).as_object();
    auto const& fixtures = file.at("fixtures").as_array();
    EXPECT_FALSE(fixtures.empty());
    for (auto const& value : fixtures) {
        auto const& fixture = value.as_object();
        std::string const name(fixture.at("name").as_string());
        auto const why_not = difference(fixture, render);
        if (auto const listed = reasons.find(name); listed != reasons.end()) {
            EXPECT_FALSE(why_not.empty())
                << component << ", \"" << name << "\" passes: take it out of unsupported.txt";
            reasons.erase(listed);
        } else {
            EXPECT_TRUE(why_not.empty()) << component << ", \"" << name
                                         << "\"\noptions: " << json::serialize(fixture.at("options")) << "\n"
                                         << why_not;
        }
    }
    for (auto const& [name, reason] : reasons)
        ADD_FAILURE() << "unsupported.txt lists " << component << ", \"" << name << "\", which is no fixture";
}

}  // namespace

void expect_official_fixtures(std::string const& component, Render const& render) {
    expect_all(component, package + "/" + component + "/fixtures.json", render);
}

void expect_moj_fixtures(std::string const& component, Render const& render) {
    expect_all("moj-" + component, "tests/components/moj/" + component + ".json", render);
}

}  // namespace doorstep::components_tests

#include "naughty_strings.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "support/site/import_files.h"

namespace doorstep::test {
namespace {

std::vector<std::string> read_list() {
    auto const path = ImportFiles::shared("text/blns.json");
    if (path.empty()) return {};
    std::stringstream json;
    json << std::ifstream(path, std::ios::binary).rdbuf();
    std::vector<std::string> strings;
    auto const document = boost::json::parse(json.str());
    for (auto const& value : document.as_array()) strings.emplace_back(value.as_string());
    return strings;
}

}  // namespace

std::vector<std::string> const& naughty_strings() {
    static auto const strings = read_list();
    return strings;
}

bool breaks_a_line(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7f;
    });
}

std::string Answers::next(Lines lines, std::size_t at_most, std::string const& mark) {
    auto const& strings = naughty_strings();
    auto answer = mark;
    auto length = text::length(mark);
    for (std::size_t seen = 0; seen < strings.size(); ++seen) {
        auto const& one = strings[at_ % strings.size()];
        auto const more = text::length(one) + 1;
        bool const fits = length + more + 4 <= at_most;
        bool const never_fits = text::length(mark) + more + 4 > at_most;
        bool const left_out = never_fits || (lines == Lines::one && breaks_a_line(one));
        if (!left_out && !fits) break;
        ++at_;
        if (left_out) continue;
        answer += (lines == Lines::one ? " " : "\n") + one;
        length += more;
    }
    return answer + " end";
}

std::string Answers::all(Lines lines, std::string const& mark) {
    auto answer = mark;
    for (auto const& one : naughty_strings()) answer += (lines == Lines::one ? " " : "\n") + one;
    return answer;
}

}  // namespace doorstep::test

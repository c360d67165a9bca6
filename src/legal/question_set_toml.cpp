#include <fmt/format.h>

#include "legal/question_sets.h"

namespace doorstep::legal {
namespace {

using domain::questions::Question;
using domain::questions::Rule;

/// A basic string (TOML 1.0): control characters, quotes and backslashes escaped.
std::string quoted_toml(std::string_view text) {
    std::string out = "\"";
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += {'\\', c};
        else if (byte < 0x20 || byte == 0x7f)
            out += fmt::format("\\u{:04X}", byte);
        else
            out += c;
    }
    return out + "\"";
}

void add_text(std::string& out, char const* key, std::string const& value) {
    if (!value.empty()) out += fmt::format("{} = {}\n", key, quoted_toml(value));
}

void add_rules(std::string& out, char const* key, std::vector<Rule> const& rules) {
    if (rules.empty()) return;
    out += fmt::format("{} = [", key);
    for (auto const& rule : rules)
        out += fmt::format("[{}, {}, {}], ", quoted_toml(rule.option), quoted_toml(rule.effect),
                           quoted_toml(rule.reason));
    out += "]\n";
}

void add_question(std::string& out, Question const& question) {
    out += "\n[[question]]\n";
    add_text(out, "code", question.code);
    if (question.wording != 1) out += fmt::format("wording = {}\n", question.wording);
    add_text(out, "group", question.group);
    add_text(out, "text", question.text);
    add_text(out, "text_welsh", question.text_welsh);
    add_text(out, "hint", question.hint);
    add_text(out, "list", question.list);
    add_text(out, "measure", question.measure);
    if (question.asks_words) out += "asks_words = true\n";
    if (!question.options.empty()) {
        out += "options = [";
        for (auto const& option : question.options)
            out += fmt::format("[{}, {}, {}, {}], ", quoted_toml(option.code), quoted_toml(option.text),
                               option.score, quoted_toml(option.text_welsh));
        out += "]\n";
    }
    add_rules(out, "automatic", question.automatic);
    add_rules(out, "at_least", question.at_least);
    add_rules(out, "flags", question.flags);
    if (!question.good.empty()) {
        out += "good = [";
        for (auto const& code : question.good) out += quoted_toml(code) + ", ";
        out += "]\n";
    }
}

}  // namespace

std::string question_set_toml(QuestionSet const& set) {
    std::string out;
    add_text(out, "code", set.code);
    out += fmt::format("version = {}\n", set.version);
    add_text(out, "title", set.title);
    add_text(out, "source", set.source);
    out += fmt::format("in_use_from = {}\n", set.in_use_from.iso());
    if (set.in_use_until) out += fmt::format("in_use_until = {}\n", set.in_use_until->iso());
    for (auto const& band : set.bands)
        out += fmt::format("\n[[band]]\nname = {}\nfrom = {}\n", quoted_toml(band.name), band.from);
    for (auto const& question : set.questions) add_question(out, question);
    return out;
}

}  // namespace doorstep::legal

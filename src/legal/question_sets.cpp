#include "legal/question_sets.h"

#include <set>
#include <stdexcept>

#include "base/embedded.h"
#include "legal/toml_values.h"

namespace doorstep::legal {
namespace {

using domain::questions::Band;
using domain::questions::Option;
using domain::questions::Question;
using domain::questions::Rule;

[[noreturn]] void fail(std::string const& where, std::string const& what) {
    throw std::logic_error(where + ": " + what);
}

/// ["code", "text", score], ["code", "text", "text in Welsh"] or ["code", "text", score, "text in Welsh"].
std::vector<Option> read_options(std::string const& where, toml::table const& table) {
    std::vector<Option> options;
    if (table["kind"].value_or(std::string()) == "yes-no")
        return {{"yes", "Yes", "Do", 0},
                {"no", "No", "Naddo", 0},
                {"do-not-know", "I do not know", "Ddim yn gwybod", 0}};
    auto const* rows = table["options"].as_array();
    if (!rows) return options;
    for (auto const& row : *rows) {
        auto const* parts = row.as_array();
        if (!parts || parts->size() < 2) fail(where, "an option needs a code and a text");
        Option option;
        option.code = parts->get(0)->value_or(std::string());
        option.text = parts->get(1)->value_or(std::string());
        if (option.code.empty() || option.text.empty()) fail(where, "an option needs a code and a text");
        if (parts->size() > 2) {
            if (auto const score = parts->get(2)->value<std::int64_t>())
                option.score = static_cast<int>(*score);
            option.text_welsh = parts->get(parts->size() > 3 ? 3 : 2)->value_or(std::string());
        }
        options.push_back(std::move(option));
    }
    return options;
}

/// ["option", "effect", "reason"]; the reason may be left out.
std::vector<Rule> read_rules(std::string const& where, toml::table const& table, std::string_view key,
                             Question const& question) {
    std::vector<Rule> rules;
    auto const* rows = table[key].as_array();
    if (!rows) return rules;
    for (auto const& row : *rows) {
        auto const* parts = row.as_array();
        if (!parts || parts->size() < 2) fail(where, std::string(key) + " needs an option and an effect");
        Rule rule{parts->get(0)->value_or(std::string()), parts->get(1)->value_or(std::string()), ""};
        if (parts->size() > 2) rule.reason = parts->get(2)->value_or(std::string());
        if (!question.option(rule.option))
            fail(where, std::string(key) + " names the option " + rule.option + ", which is not there");
        rules.push_back(std::move(rule));
    }
    return rules;
}

Question read_question(std::string_view name, toml::table const& table) {
    Question question;
    question.code = text_value(name, table, "code");
    auto const where = std::string(name) + ", question " + question.code;
    question.text = text_value(where, table, "text");
    question.wording = static_cast<int>(table["wording"].value_or(std::int64_t{1}));
    question.group = table["group"].value_or(std::string());
    question.text_welsh = table["text_welsh"].value_or(std::string());
    question.hint = table["hint"].value_or(std::string());
    question.list = table["list"].value_or(std::string());
    question.measure = table["measure"].value_or(std::string());
    question.asks_words = table["asks_words"].value_or(false);
    question.options = read_options(where, table);
    if (question.options.empty() && question.list.empty()) fail(where, "has no options");
    question.automatic = read_rules(where, table, "automatic", question);
    question.at_least = read_rules(where, table, "at_least", question);
    question.flags = read_rules(where, table, "flags", question);
    if (auto const* good = table["good"].as_array())
        for (auto const& code : *good) question.good.push_back(code.value_or(std::string()));
    if (table["kind"].value_or(std::string()) == "yes-no") question.good = {"yes"};
    for (auto const& code : question.good)
        if (!question.option(code)) fail(where, "good names the option " + code + ", which is not there");
    return question;
}

QuestionSet read(std::string_view name, std::string_view content) {
    auto const table = parse_toml(name, content);
    QuestionSet set;
    set.code = text_value(name, table, "code");
    set.version = static_cast<int>(number_value(name, table, "version"));
    set.title = text_value(name, table, "title");
    set.source = table["source"].value_or(std::string());
    set.in_use_from = date_value(name, table, "in_use_from");
    set.in_use_until = optional_date_value(name, table, "in_use_until");
    if (auto const* bands = table["band"].as_array())
        for (auto const& row : *bands) {
            Band band{text_value(name, *row.as_table(), "name"),
                      static_cast<int>(number_value(name, *row.as_table(), "from"))};
            if (!set.bands.empty() && band.from <= set.bands.back().from)
                fail(std::string(name), "bands must rise");
            set.bands.push_back(std::move(band));
        }
    auto const* questions = table["question"].as_array();
    if (!questions || questions->empty()) fail(std::string(name), "has no [[question]]");
    std::set<std::string> codes;
    for (auto const& row : *questions) {
        auto question = read_question(name, *row.as_table());
        if (!codes.insert(question.code).second)
            fail(std::string(name), "two questions have the code " + question.code);
        set.questions.push_back(std::move(question));
    }
    return set;
}

}  // namespace

Expected<QuestionSet> read_question_set(std::string_view name, std::string_view content) {
    try {
        return read(name, content);
    } catch (std::logic_error const& error) {
        return refuse(RefusalKind::invalid, "bad-question-set", error.what());
    }
}

std::vector<QuestionSet> shipped_question_sets() {
    std::vector<QuestionSet> sets;
    for (auto const& file : embedded_files("standards/questions/"))
        sets.push_back(read(file.name, file.content));
    return sets;
}

}  // namespace doorstep::legal

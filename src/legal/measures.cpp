#include "legal/measures.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "base/embedded.h"
#include "legal/standard_ids.h"
#include "legal/toml_values.h"

namespace doorstep::legal {

using domain::figures::Choice;
using domain::figures::Measure;
using domain::figures::Source;
using domain::figures::Split;
using domain::figures::Way;

namespace {

template <class E>
E name_value(std::string const& where, toml::table const& table, std::string_view key) {
    auto const name = text_value(where, table, key);
    auto const value = enum_from_name<E>(name);
    if (!value) throw std::logic_error(where + ": " + std::string(key) + " cannot be " + name);
    return *value;
}

std::vector<std::string> codes_in(toml::table const& table, std::string_view key) {
    std::vector<std::string> codes;
    if (auto const* list = table[key].as_array())
        for (auto const& code : *list) codes.push_back(code.value_or(std::string()));
    return codes;
}

Choice choice_in(toml::table const& table, std::string_view key) {
    Choice choice;
    if (auto const* found = table[key].as_table()) {
        choice.a = codes_in(*found, "a");
        choice.b = codes_in(*found, "b");
        choice.number = (*found)["number"].value<std::int64_t>();
    }
    return choice;
}

Measure read_measure(std::string_view name, toml::table const& table) {
    Measure measure;
    measure.id = text_value(name, table, "id");
    auto const where = std::string(name) + ", " + measure.id;
    auto const text = [&](std::string_view key) { return table[key].value_or(std::string()); };
    measure.title = text_value(where, table, "title");
    measure.group = text_value(where, table, "group");
    measure.way = name_value<Way>(where, table, "way");
    measure.source = name_value<Source>(where, table, "source");
    measure.base = choice_in(table, "base");
    measure.counted = choice_in(table, "counted");
    if (measure.source == Source::answers)
        measure.question = table["question"].value_or(std::string(measure.id));
    if (table.contains("split")) measure.split = name_value<Split>(where, table, "split");
    measure.split_title = text("split_title");
    measure.list = text("list");
    if (auto const* parts = table["parts"].as_array())
        for (auto const& part : *parts)
            if (auto const* pair = part.as_array(); pair && pair->size() == 2)
                measure.parts.emplace_back(pair->get(0)->value_or(std::string()),
                                           pair->get(1)->value_or(std::string()));
    measure.definition = text_value(where, table, "definition");
    measure.counted_words = text("counted_words");
    measure.base_words = text("base_words");
    measure.cohort = text_value(where, table, "cohort");
    measure.left_out = text("left_out");
    measure.ambition = text("ambition");
    measure.beside = text("beside");
    measure.collected_from = optional_date_value(where, table, "collected_from");
    measure.is_headline = table["headline"].value_or(false);
    measure.is_public = table["public"].value_or(false);
    return measure;
}

}  // namespace

std::vector<Measure> read_measures(std::string_view name, std::string_view content) {
    auto const table = parse_toml(name, content);
    auto const* rows = table["measure"].as_array();
    if (!rows) throw std::logic_error(std::string(name) + " has no [[measure]]");
    std::vector<Measure> found;
    for (auto const& row : *rows) found.push_back(read_measure(name, *row.as_table()));
    return found;
}

std::vector<std::string> problems_with(std::vector<Measure> const& measures) {
    std::vector<std::string> problems;
    std::set<std::string> ids;
    for (auto const& measure : measures)
        if (!ids.insert(measure.id).second) problems.push_back("Two measures are called " + measure.id);
    for (auto const& m : measures) {
        bool const is_share = m.way == Way::share || m.way == Way::said;
        bool const has_counted = !m.counted.a.empty() || !m.counted.b.empty() || m.counted.number;
        if (m.way == Way::share && !has_counted) problems.push_back(m.id + " does not say what counts");
        if ((is_share || m.way == Way::rate) && (m.counted_words.empty() || m.base_words.empty()))
            problems.push_back(m.id + " does not say in words what counts, of what");
        if (m.split != Split::none && (m.split_title.empty() || (m.list.empty() && m.parts.empty())))
            problems.push_back(m.id + " does not name its parts");
        if (m.way == Way::said && m.source != Source::answers)
            problems.push_back(m.id + " is said, and not an answer");
        if (!m.ambition.empty() && std::find(standard_ids::all.begin(), standard_ids::all.end(),
                                             m.ambition) == standard_ids::all.end())
            problems.push_back(m.id + " is read against " + m.ambition + ", which is no standard");
        if (!m.ambition.empty() && !is_share)
            problems.push_back(m.id + " is read against a share and is none");
        if (!m.beside.empty() && !ids.contains(m.beside))
            problems.push_back(m.id + " stands beside " + m.beside + ", which is not there");
    }
    return problems;
}

std::vector<Measure> const& measures() {
    static auto const all = [] {
        std::vector<Measure> found;
        for (auto const& file : embedded_files("standards/figures/"))
            for (auto& measure : read_measures(file.name, file.content)) found.push_back(std::move(measure));
        if (auto const problems = problems_with(found); !problems.empty())
            throw std::logic_error("standards/figures: " + problems.front());
        return found;
    }();
    return all;
}

Measure const* find_measure(std::string_view id) {
    auto const& all = measures();
    auto const found = std::find_if(all.begin(), all.end(), [&](auto const& m) { return m.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace doorstep::legal

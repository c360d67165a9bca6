#include "legal/legal_actions.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "base/embedded.h"
#include "legal/toml_values.h"

namespace doorstep::legal {
namespace {

using domain::orders::ActionKind;
using domain::orders::MetBy;
using domain::orders::OrderForm;
using domain::orders::StepKind;

[[noreturn]] void fail_action(std::string_view file, std::string const& what) {
    throw std::logic_error(std::string(file) + ": " + what);
}

std::string optional_text(toml::table const& table, std::string_view key) {
    return table[key].value_or(std::string());
}

std::vector<std::string> texts(std::string_view file, toml::table const& table, std::string_view key) {
    std::vector<std::string> found;
    auto const* list = table[key].as_array();
    if (!list) return found;
    for (auto const& one : *list) {
        auto const value = one.value<std::string>();
        if (!value) fail_action(file, std::string(key) + " is a list of words");
        found.push_back(*value);
    }
    return found;
}

StepKind read_step(std::string_view file, toml::table const& table) {
    StepKind step;
    step.code = text_value(file, table, "code");
    step.label = text_value(file, table, "label");
    step.hint = optional_text(table, "hint");
    step.after = texts(file, table, "after");
    step.gate = table["gate"].value_or(false);
    auto const met_by = enum_from_name<MetBy>(table["met_by"].value_or(std::string("hand")));
    if (!met_by) fail_action(file, "met_by of " + step.code + " is not known");
    step.met_by = *met_by;
    step.who = text_value(file, table, "who");
    step.asks_who = optional_text(table, "asks_who");
    step.asks_what = optional_text(table, "asks_what");
    step.asks_answer = table["asks_answer"].value_or(false);
    return step;
}

/// Each step comes after steps that stand before it in the file, so that no circle is possible.
void check_order_of_steps(std::string_view file, ActionKind const& kind) {
    std::set<std::string> seen;
    for (auto const& step : kind.steps) {
        for (auto const& before : step.after)
            if (!seen.contains(before))
                fail_action(file, step.code + " comes after " + before + ", which does not stand before it");
        if (!seen.insert(step.code).second) fail_action(file, "the step " + step.code + " is there twice");
    }
}

std::vector<ActionKind> read_all_actions() {
    std::vector<ActionKind> kinds;
    for (auto const& file : embedded_files("standards/actions/")) {
        auto kind = read_legal_action(file.name, file.content);
        for (auto const& other : kinds)
            if (other.code == kind.code) fail_action(file.name, "the code is there twice");
        kinds.push_back(std::move(kind));
    }
    std::sort(kinds.begin(), kinds.end(),
              [](ActionKind const& a, ActionKind const& b) { return a.position < b.position; });
    return kinds;
}

}  // namespace

ActionKind read_legal_action(std::string_view file_name, std::string_view content) {
    auto const table = parse_toml(file_name, content);
    ActionKind kind;
    kind.code = text_value(file_name, table, "code");
    kind.label = text_value(file_name, table, "label");
    kind.about = text_value(file_name, table, "about");
    kind.power = optional_text(table, "power");
    kind.source = text_value(file_name, table, "source");
    kind.notice_word = text_value(file_name, table, "notice_word");
    kind.order_word = text_value(file_name, table, "order_word");
    kind.notice_counts_as = optional_text(table, "notice_counts_as");
    kind.order_counts_as = optional_text(table, "order_counts_as");
    kind.term = optional_text(table, "term");
    kind.extension_term = optional_text(table, "extension_term");
    if (kind.extension_term.empty()) kind.extension_term = kind.term;
    kind.owned_by_others = table["owned_by_others"].value_or(false);
    kind.full_or_partial = table["full_or_partial"].value_or(false);
    kind.has_clauses = table["has_clauses"].value_or(false);
    kind.has_exclusion_zone = table["has_exclusion_zone"].value_or(false);
    kind.position = static_cast<int>(number_value(file_name, table, "position"));
    for (auto const& name : texts(file_name, table, "forms")) {
        auto const form = enum_from_name<OrderForm>(name);
        if (!form) fail_action(file_name, "the form " + name + " is not known");
        kind.forms.push_back(*form);
    }
    if (auto const* steps = table["step"].as_array())
        for (auto const& step : *steps) kind.steps.push_back(read_step(file_name, *step.as_table()));
    check_order_of_steps(file_name, kind);
    return kind;
}

std::vector<ActionKind> const& legal_actions() {
    static auto const kinds = read_all_actions();
    return kinds;
}

ActionKind const* find_legal_action(std::string_view code) {
    for (auto const& kind : legal_actions())
        if (kind.code == code) return &kind;
    return nullptr;
}

}  // namespace doorstep::legal

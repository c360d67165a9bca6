#include "pages/conflicts/two_versions.h"

#include <algorithm>

#include "base/text.h"
#include "govuk/radios.h"
#include "govuk/textarea.h"
#include "html/elements.h"

namespace doorstep::pages::conflicts {
namespace {

using forms::Control;
using forms::FieldShape;

constexpr char const* was = "was-";
constexpr char const* mine = "mine-";
constexpr char const* choose = "choose-";
constexpr char const* together = "together-";
/// On the page of two versions only: its fields are choices, not answers.
constexpr char const* is_choosing = "choosing";

/// The names under which a field is sent.
std::vector<std::string> names_of(FieldShape const& shape) {
    auto const& name = shape.spec.name;
    if (shape.control == Control::date) return {name + "-day", name + "-month", name + "-year", name};
    return {name};
}

void copy_field(FieldShape const& shape, http::Pairs const& from, std::string const& from_prefix,
                http::Pairs& to, std::string const& to_prefix) {
    for (auto const& name : names_of(shape)) {
        to.remove(to_prefix + name);
        for (auto const value : from.all(from_prefix + name)) to.add(to_prefix + name, std::string(value));
    }
}

/// The field's values under its own names; empty ones are as if not sent.
http::Pairs values_of(FieldShape const& shape, http::Pairs const& pairs, std::string const& prefix = {}) {
    http::Pairs values;
    for (auto const& name : names_of(shape))
        for (auto const value : pairs.all(prefix + name))
            if (!text::trim(value).empty()) values.add(name, forms::detail::tidy(value));
    return values;
}

bool is_same(http::Pairs const& a, http::Pairs const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

bool is_typed(FieldShape const& shape) {
    return shape.control == Control::text || shape.control == Control::textarea;
}

/// What a person would say the field holds.
Html words_of(FieldShape const& shape, http::Pairs const& values, forms::Choices const& choices) {
    auto const& name = shape.spec.name;
    if (values.empty()) return Html::text(shape.control == Control::tick ? "No" : "Nothing");
    if (shape.control == Control::tick) return Html::text("Yes");
    if (shape.control == Control::date) {
        auto const typed = forms::detail::typed_date(values, name, {}, http::Language::english);
        if (typed.date) return Html::text(date_words(*typed.date));
        return Html::text(std::string(values.value(name + "-day")) + " " +
                          std::string(values.value(name + "-month")) + " " +
                          std::string(values.value(name + "-year")));
    }
    auto const found = choices.find(name);
    auto const& known = found == choices.end() ? shape.spec.choices : found->second;
    std::vector<std::string> words;
    for (auto const value : values.all(name)) {
        std::string shown(value);
        for (auto const& choice : known)
            if (choice.value == value) shown = choice.text;
        words.push_back(std::move(shown));
    }
    return html::typed_text(text::join(words, ", "));
}

Html labelled(char const* label, Html const& value) {
    Html html = html::strong(label);
    html << " " << value;
    return html;
}

class Choices {
  public:
    Choices(Shapes const& shapes, TwoVersions const& versions) : shapes_(shapes), versions_(versions) {
        bool const chosen_before = versions.form.has(is_choosing);
        for (auto const& shape : shapes) {
            if (shape.control == Control::hidden || shape.control == Control::files) continue;
            auto const opened = values_of(shape, versions.form, was);
            auto const typed = values_of(shape, versions.form, chosen_before ? mine : "");
            auto const theirs = values_of(shape, versions.theirs);
            copy_field(shape, typed, "", hidden_, mine);
            copy_field(shape, theirs, "", hidden_, was);
            if (!is_same(typed, theirs)) html_ << radios(shape, opened, typed, theirs);
        }
        hidden_.set(is_choosing, "yes");
        hidden_.set("version", versions.version);
    }
    Html const& html() const { return html_; }
    http::Pairs const& hidden() const { return hidden_; }

  private:
    Html radios(FieldShape const& shape, http::Pairs const& opened, http::Pairs const& typed,
                http::Pairs const& theirs) const {
        auto const name = choose + shape.spec.name;
        govuk::Radios made{.id_prefix = name, .name = name};
        made.fieldset.legend.text = std::string(shape.spec.label.english);
        made.fieldset.legend.classes = "govuk-fieldset__legend--s";
        made.value = std::string(versions_.form.value(name));
        // What only one of the two changed needs no thought; it is still shown.
        if (made.value.empty() && is_same(typed, opened)) made.value = "theirs";
        if (made.value.empty() && is_same(theirs, opened)) made.value = "mine";
        for (auto const& problem : versions_.problems)
            if (problem.field == name) made.error_message.text = problem.message;
        made.items.push_back(
            {.html = labelled("Theirs:", words_of(shape, theirs, versions_.choices)), .value = "theirs"});
        made.items.push_back(
            {.html = labelled("Yours:", words_of(shape, typed, versions_.choices)), .value = "mine"});
        if (is_typed(shape)) {
            auto const field = together + shape.spec.name;
            auto both = std::string(versions_.form.value(field));
            if (both.empty())
                both = std::string(theirs.value(shape.spec.name)) + "\n" +
                       std::string(typed.value(shape.spec.name));
            made.items.push_back(
                {.text = "Write it together",
                 .value = "both",
                 .conditional = {govuk::textarea({.id = field,
                                                  .name = field,
                                                  .rows = 4,
                                                  .value = std::move(both),
                                                  .label = {.text = "What should it say?"}})}});
        }
        return govuk::radios(made);
    }

    Shapes const& shapes_;
    TwoVersions const& versions_;
    Html html_;
    http::Pairs hidden_;
};

}  // namespace

void remember(http::Pairs& hidden, Shapes const& shapes, http::Pairs const& shown) {
    for (auto const& shape : shapes)
        if (shape.control != Control::hidden && shape.control != Control::files)
            copy_field(shape, shown, "", hidden, was);
}

Sent sent(Shapes const& shapes, http::Pairs const& form) {
    if (!form.has(is_choosing)) return {form, {}};
    Sent result;
    for (auto const& shape : shapes) {
        auto const& name = shape.spec.name;
        auto const choice = form.value(choose + name);
        auto const differs = !is_same(values_of(shape, form, mine), values_of(shape, form, was));
        if (choice == "both") {
            auto const both = forms::detail::tidy(form.value(together + name));
            // One line stays one line.
            result.typed.set(name, shape.control == Control::text
                                       ? text::join({both.substr(0, both.find('\n'))}, "")
                                       : both);
        } else if (choice == "theirs") {
            copy_field(shape, form, was, result.typed, "");
        } else {
            copy_field(shape, form, mine, result.typed, "");
            if (choice.empty() && differs)
                result.problems.push_back(
                    {choose + name, "Choose which to keep: " + text::lower_ascii(shape.spec.label.english)});
        }
    }
    return result;
}

bool is_as_opened(Shapes const& shapes, http::Pairs const& form, http::Pairs const& theirs) {
    for (auto const& shape : shapes) {
        if (shape.control == Control::hidden || shape.control == Control::files) continue;
        if (!is_same(values_of(shape, form, was), values_of(shape, theirs))) return false;
    }
    return true;
}

http::Response page(Visit& visit, Page around, Shapes const& shapes, TwoVersions const& versions) {
    Choices const choices(shapes, versions);
    std::vector<FieldShape> asked;
    for (auto const& shape : shapes) {
        FieldShape choice;
        choice.spec.name = choose + shape.spec.name;
        choice.control = Control::radios;
        asked.push_back(std::move(choice));
    }
    Html body = forms::problem_summary(versions.problems, asked, visit.language());
    body << html::h1("Someone changed this while you were working");
    auto const who = versions.who_and_when.empty() ? std::string("Another person saved their changes first.")
                                                   : "Saved first by " + versions.who_and_when + ".";
    body << html::p(who + " What you typed is kept here and not saved yet.");
    Html content;
    if (choices.html().empty())
        content << html::p("You both made the same changes. There is nothing left to choose.");
    else
        content << html::p("For each answer, choose which to keep. Nothing else changes.") << choices.html();
    content << forms::buttons("Save what I chose", versions.cancel_href);
    body << visit.form(versions.action, content, choices.hidden());
    around.title = "Someone changed this while you were working";
    around.has_errors = !versions.problems.empty();
    around.body = html::two_thirds(body);
    return visit.page(std::move(around), versions.problems.empty() ? 409 : 422);
}

}  // namespace doorstep::pages::conflicts

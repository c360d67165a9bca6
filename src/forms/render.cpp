#include "forms/render.h"

#include <algorithm>

#include "govuk/button.h"
#include "govuk/character_count.h"
#include "govuk/checkboxes.h"
#include "govuk/date_input.h"
#include "govuk/error_summary.h"
#include "govuk/file_upload.h"
#include "govuk/input.h"
#include "govuk/password_input.h"
#include "govuk/radios.h"
#include "govuk/select.h"
#include "govuk/textarea.h"
#include "govuk/words.h"
#include "html/elements.h"
#include "html/form_elements.h"

namespace doorstep::forms {
namespace {

govuk::Words const& component_words(http::Language language) {
    return language == http::Language::welsh ? govuk::welsh_words : govuk::english_words;
}

/// Everything a field's renderer asks for, with the words already in the page's language.
class FieldRenderer {
  public:
    FieldRenderer(std::vector<FieldShape> const& shapes, FormView const& view)
        : shapes_(shapes), view_(view) {}

    Html field(FieldShape const& shape) const {
        switch (shape.control) {
            case Control::text:
            case Control::time:
                return input(shape);
            case Control::textarea:
                return textarea(shape);
            case Control::date:
                return date(shape);
            case Control::radios:
                return radios(shape);
            case Control::checkboxes:
                return checkboxes(shape);
            case Control::select:
                return select(shape);
            case Control::tick:
                return tick(shape);
            case Control::hidden:
                return hidden(shape);
            case Control::files:
                return files(shape);
            case Control::password:
                return password(shape);
        }
        return {};
    }

    FieldShape const* find(std::string_view name) const {
        auto const found =
            std::find_if(shapes_.begin(), shapes_.end(), [&](auto const& s) { return s.spec.name == name; });
        return found == shapes_.end() ? nullptr : &*found;
    }

  private:
    std::string words(Words const& words) const { return std::string(words.in(view_.language)); }
    bool is_welsh() const { return view_.language == http::Language::welsh; }

    std::string label_text(FieldShape const& shape) const {
        auto text = words(shape.spec.label);
        if (shape.spec.optional) text += is_welsh() ? " (dewisol)" : " (optional)";
        return text;
    }

    /// What a choice opens is a question within the one that is the heading.
    bool is_heading(FieldShape const& shape) const {
        return view_.question_is_heading && shape.revealed_by_field.empty();
    }

    govuk::Label label(FieldShape const& shape) const {
        govuk::Label made{.text = label_text(shape)};
        if (is_heading(shape)) {
            made.is_page_heading = true;
            made.classes = "govuk-label--l";
        } else if (shape.revealed_by_field.empty()) {
            made.classes = "govuk-label--s";
        }
        return made;
    }

    govuk::Fieldset fieldset(FieldShape const& shape) const {
        govuk::Fieldset made;
        made.legend.text = label_text(shape);
        if (is_heading(shape)) {
            made.legend.is_page_heading = true;
            made.legend.classes = "govuk-fieldset__legend--l";
        } else {
            made.legend.classes = "govuk-fieldset__legend--s";
        }
        return made;
    }

    govuk::Hint hint(FieldShape const& shape) const { return {.text = words(shape.spec.hint)}; }

    govuk::ErrorMessage error(FieldShape const& shape) const {
        govuk::ErrorMessage made;
        for (auto const& problem : view_.problems)
            if (problem.field == shape.spec.name) {
                made.text = problem.message;
                break;
            }
        if (!made.text.empty())
            made.visually_hidden_text = std::string(component_words(view_.language).error);
        return made;
    }

    std::string typed(FieldShape const& shape) const {
        return std::string(view_.typed.value(shape.spec.name));
    }

    std::vector<Choice> const& choices(FieldShape const& shape) const {
        auto const found = view_.choices.find(shape.spec.name);
        return found == view_.choices.end() ? shape.spec.choices : found->second;
    }

    Html revealed(Choice const& choice) const {
        Html html;
        for (auto const& name : choice.reveals)
            if (auto const* shape = find(name)) html << field(*shape);
        return html;
    }

    Html input(FieldShape const& shape) const {
        auto const& spec = shape.spec;
        govuk::Input made{.id = spec.name,
                          .name = spec.name,
                          .type = spec.input_type,
                          .inputmode = spec.input_mode,
                          .value = typed(shape),
                          .label = label(shape),
                          .hint = hint(shape),
                          .error_message = error(shape),
                          .prefix = {.text = spec.prefix},
                          .suffix = {.text = spec.suffix},
                          .classes = spec.classes,
                          .autocomplete = spec.autocomplete};
        if (shape.control == Control::time && made.classes.empty()) made.classes = "govuk-input--width-5";
        if (shape.is_number && made.inputmode.empty()) made.inputmode = "numeric";
        if (!spec.spellcheck) made.spellcheck = false;
        return govuk::input(made);
    }

    Html password(FieldShape const& shape) const {
        return govuk::password_input(
            {.id = shape.spec.name,
             .name = shape.spec.name,
             .label = label(shape),
             .hint = hint(shape),
             .error_message = error(shape),
             .classes = shape.spec.classes,
             .autocomplete = shape.spec.autocomplete.empty() ? "current-password" : shape.spec.autocomplete});
    }

    Html textarea(FieldShape const& shape) const {
        auto const& spec = shape.spec;
        if (spec.character_limit > 0) {
            govuk::CharacterCount made{.id = spec.name,
                                       .name = spec.name,
                                       .rows = spec.rows,
                                       .value = typed(shape),
                                       .maxlength = spec.character_limit,
                                       .threshold = 75,
                                       .label = label(shape),
                                       .hint = hint(shape),
                                       .error_message = error(shape),
                                       .classes = spec.classes};
            if (is_welsh()) made.textarea_description_text = govuk::welsh_words.characters_allowed;
            if (!spec.autocomplete.empty()) made.attributes.push_back({"autocomplete", spec.autocomplete});
            return govuk::character_count(made);
        }
        return govuk::textarea({.id = spec.name,
                                .name = spec.name,
                                .rows = spec.rows,
                                .value = typed(shape),
                                .label = label(shape),
                                .hint = hint(shape),
                                .error_message = error(shape),
                                .classes = spec.classes,
                                .autocomplete = spec.autocomplete});
    }

    Html date(FieldShape const& shape) const {
        auto const& name = shape.spec.name;
        auto const& names = component_words(view_.language);
        auto const part = [&](char const* suffix) { return std::string(view_.typed.value(name + suffix)); };
        govuk::DateInput made{.id = name,
                              .name_prefix = name,
                              .values = {.day = part("-day"), .month = part("-month"), .year = part("-year")},
                              .day = {.label = std::string(names.day)},
                              .month = {.label = std::string(names.month)},
                              .year = {.label = std::string(names.year)},
                              .hint = hint(shape),
                              .error_message = error(shape),
                              .fieldset = fieldset(shape)};
        if (shape.spec.recent_days) made.attributes.push_back({"data-recent-days", ""});
        return govuk::date_input(made);
    }

    Html radios(FieldShape const& shape) const {
        govuk::Radios made{.fieldset = fieldset(shape),
                           .hint = hint(shape),
                           .error_message = error(shape),
                           .id_prefix = shape.spec.name,
                           .name = shape.spec.name,
                           .value = typed(shape)};
        if (shape.spec.inline_choices) made.classes = "govuk-radios--inline";
        if (shape.spec.small_choices) made.classes = "govuk-radios--small";
        for (auto const& choice : choices(shape)) {
            if (!choice.divider_before.empty())
                made.items.push_back({.divider = std::string(choice.divider_in(view_.language))});
            made.items.push_back({.text = std::string(choice.text_in(view_.language)),
                                  .value = choice.value,
                                  .hint = {.text = std::string(choice.hint_in(view_.language))},
                                  .conditional = {revealed(choice)}});
        }
        return govuk::radios(made);
    }

    Html checkboxes(FieldShape const& shape) const {
        govuk::Checkboxes made{.fieldset = fieldset(shape),
                               .hint = hint(shape),
                               .error_message = error(shape),
                               .id_prefix = shape.spec.name,
                               .name = shape.spec.name};
        if (shape.spec.small_choices) made.classes = "govuk-checkboxes--small";
        for (auto const value : view_.typed.all(shape.spec.name)) made.values.emplace_back(value);
        for (auto const& choice : choices(shape)) {
            if (!choice.divider_before.empty())
                made.items.push_back({.divider = std::string(choice.divider_in(view_.language))});
            made.items.push_back({.text = std::string(choice.text_in(view_.language)),
                                  .value = choice.value,
                                  .hint = {.text = std::string(choice.hint_in(view_.language))},
                                  .conditional = {revealed(choice)}});
        }
        return govuk::checkboxes(made);
    }

    Html tick(FieldShape const& shape) const {
        govuk::Checkboxes made{
            .error_message = error(shape), .id_prefix = shape.spec.name, .name = shape.spec.name};
        made.items.push_back({.text = label_text(shape),
                              .value = "yes",
                              .hint = hint(shape),
                              .checked = typed(shape) == "yes" || typed(shape) == "true"});
        return govuk::checkboxes(made);
    }

    Html select(FieldShape const& shape) const {
        govuk::Select made{.id = shape.spec.name,
                           .name = shape.spec.name,
                           .value = typed(shape),
                           .label = label(shape),
                           .hint = hint(shape),
                           .error_message = error(shape),
                           .classes = shape.spec.classes};
        bool const has_empty = std::any_of(choices(shape).begin(), choices(shape).end(),
                                           [](Choice const& choice) { return choice.value.empty(); });
        if (!has_empty) made.items.push_back({.value = "", .text = is_welsh() ? "Dewiswch" : "Choose"});
        for (auto const& choice : choices(shape))
            made.items.push_back(
                {.value = choice.value, .text = std::string(choice.text_in(view_.language))});
        return govuk::select(made);
    }

    Html hidden(FieldShape const& shape) const { return html::hidden_input(shape.spec.name, typed(shape)); }

    Html files(FieldShape const& shape) const {
        return govuk::file_upload({.id = shape.spec.name,
                                   .name = shape.spec.name,
                                   .multiple = true,
                                   .label = label(shape),
                                   .hint = hint(shape),
                                   .error_message = error(shape)});
    }

    std::vector<FieldShape> const& shapes_;
    FormView const& view_;
};

/// Where the error summary's link goes: the first box of a date, the first choice, else the field itself.
std::string anchor_of(FieldShape const& shape) {
    if (shape.control == Control::date) return "#" + shape.spec.name + "-day";
    return "#" + shape.spec.name;
}

}  // namespace

Html render_fields(std::vector<FieldShape> const& shapes, FormView const& view) {
    FieldRenderer const renderer(shapes, view);
    Html html;
    for (auto const& shape : shapes)
        if (shape.revealed_by_field.empty()) html << renderer.field(shape);
    return html;
}

Html render_field(std::vector<FieldShape> const& shapes, std::string_view name, FormView const& view) {
    FieldRenderer const renderer(shapes, view);
    auto const* shape = renderer.find(name);
    return shape ? renderer.field(*shape) : Html();
}

Html problem_summary(std::vector<Problem> const& problems, std::vector<FieldShape> const& shapes,
                     http::Language language) {
    if (problems.empty()) return {};
    govuk::ErrorSummary made{.title_text = std::string(component_words(language).there_is_a_problem)};
    for (auto const& problem : problems) {
        auto const shape = std::find_if(shapes.begin(), shapes.end(),
                                        [&](auto const& s) { return s.spec.name == problem.field; });
        made.error_list.push_back(
            {.text = problem.message, .href = shape == shapes.end() ? "" : anchor_of(*shape)});
    }
    return govuk::error_summary(made);
}

Html form_tag(FormTag const& tag, Html const& content) {
    Html all = html::hidden_input("csrf-token", tag.csrf_token);
    for (auto const& [name, value] : tag.hidden) all << html::hidden_input(name, value);
    all << content;
    return html::form({.action = tag.action, .sends_files = tag.sends_files}, all);
}

Html get_form_tag(std::string_view action, Html const& content) {
    return html::form({.method = html::FormMethod::get, .action = std::string(action)}, content);
}

Html buttons(std::string_view save_text, std::string_view cancel_href, http::Language language) {
    Html all = govuk::button({.text = std::string(save_text), .prevent_double_click = true});
    if (!cancel_href.empty())
        all << html::a(cancel_href, language == http::Language::welsh ? "Canslo" : "Cancel");
    return html::button_group(all);
}

Html continue_button(http::Language language) {
    return govuk::button(
        {.text = std::string(component_words(language).continue_), .prevent_double_click = true});
}

}  // namespace doorstep::forms

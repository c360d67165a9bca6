#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "forms/checks.h"
#include "forms/codec.h"
#include "forms/spec.h"
#include "http/request.h"

/// A form declared once: from the list of fields come its page, its parser, its checks, its redisplay, its
/// JSON and its schema (docs/how-to/add-a-form.md).
///
///   auto const& record_contact_form() {
///       static auto const form = forms::form<RecordContact>("record-contact",
///           date_field(&RecordContact::made_on, {.name = "made-on", .label = "When was the contact?"},
///                      {required("Enter the date of the contact")}), ...);
///       return form;
///   }
namespace doorstep::forms {

using http::Pairs;

/// Choices known only now, such as the people of this case, by field name.
using Choices = std::map<std::string, std::vector<Choice>, std::less<>>;

struct ParseState {
    CheckFacts facts;
    Choices const* choices = nullptr;
    std::vector<Problem> problems;
};

/// The part of a field that does not know its type: enough for pages, JSON and schema.
struct FieldShape {
    Spec spec;
    Control control = Control::text;
    bool is_required = false;
    bool is_number = false;
    bool is_boolean = false;
    /// Set by form(): under which choice of which field it opens; empty when always open.
    std::string revealed_by_field;
    std::string revealed_by_value;
};

template <class Input>
struct Field {
    FieldShape shape;
    std::function<void(Pairs const& typed, Input& into, ParseState& state)> parse;
    std::function<void(Input const& from, Pairs& typed)> fill;
};

template <class Input>
struct Form {
    std::string name;
    std::vector<Field<Input>> fields;

    std::vector<FieldShape> shapes() const {
        std::vector<FieldShape> all;
        for (auto const& field : fields) all.push_back(field.shape);
        return all;
    }
};

template <class Input>
struct Parsed {
    Input input;
    Pairs typed;  ///< as it came, for showing again
    std::vector<Problem> problems;

    bool ok() const { return problems.empty(); }
};

struct ParseOptions {
    Date today;
    http::Language language = http::Language::english;
    Choices choices;
};

// Used by the templates below; in form.cpp.
namespace detail {
/// Fills in what `revealed_by` says of each field.
void connect(std::vector<FieldShape*> const& shapes);
/// False when the field lies under a choice that was not made.
bool is_open(FieldShape const& shape, Pairs const& typed);
struct TypedDate {
    bool missing = false;
    std::optional<Date> date;
    std::string problem;
};
/// From name-day, name-month and name-year; months also by name; spaces forgiven.
TypedDate typed_date(Pairs const& typed, std::string_view name, std::string_view label,
                     http::Language language);
void fill_date(Pairs& typed, std::string_view name, Date date);
bool is_among(std::vector<Choice> const& choices, std::string_view value);
std::vector<Choice> const& choices_of(FieldShape const& shape, ParseState const& state);
std::string wrong_choice(http::Language language);
std::string wrong_value(FieldShape const& shape, http::Language language);
/// Text is kept as it was typed; only line ends become one \n. Searching folds it, showing escapes it.
std::string tidy(std::string_view typed);
/// Line ends and other control characters, tabs excepted, which a field of one line refuses: names and titles
/// go into headings, file names and the subjects of letters.
bool breaks_a_line(std::string_view text);
std::string more_than_a_line(http::Language language);

template <class T, class Member>
void check_and_keep(std::optional<T> value, Member& member, std::vector<Check<T>> const& checks,
                    std::string const& name, ParseState& state) {
    if (!value) {
        for (auto const& check : checks)
            if (check.is_required) {
                state.problems.push_back({name, check.missing(state.facts)});
                return;
            }
        return;
    }
    for (auto const& check : checks)
        if (check.problem)
            if (auto message = check.problem(*value, state.facts)) {
                state.problems.push_back({name, std::move(*message)});
                return;
            }
    member = std::move(*value);
}

template <class T>
bool asks(std::vector<Check<T>> const& checks) {
    for (auto const& check : checks)
        if (check.is_required) return true;
    return false;
}

template <class E>
std::vector<Choice> enum_choices() {
    std::vector<Choice> choices;
    for (auto const& row : all_of<E>())
        choices.push_back({.value = std::string(row.name), .text = std::string(row.words)});
    return choices;
}

template <class Input, class Member>
Field<Input> one_line(Member Input::*member, Spec spec, std::vector<Check<Unwrapped<Member>>> checks,
                      Control control) {
    using T = Unwrapped<Member>;
    Field<Input> field;
    field.shape = {.spec = std::move(spec),
                   .control = control,
                   .is_required = asks(checks),
                   .is_number = std::integral<T>};
    auto const shape = field.shape;
    field.parse = [member, shape, checks](Pairs const& typed, Input& into, ParseState& state) {
        auto const tidied = tidy(typed.value(shape.spec.name));
        if (text::trim(tidied).empty())
            return check_and_keep<T>(std::nullopt, into.*member, checks, shape.spec.name, state);
        if (shape.control == Control::text && breaks_a_line(tidied)) {
            state.problems.push_back({shape.spec.name, more_than_a_line(state.facts.language)});
            return;
        }
        auto value = Codec<T>::decode(tidied);
        if (!value) {
            state.problems.push_back({shape.spec.name, wrong_value(shape, state.facts.language)});
            return;
        }
        check_and_keep<T>(std::move(value), into.*member, checks, shape.spec.name, state);
    };
    field.fill = [member, name = shape.spec.name](Input const& from, Pairs& typed) {
        if constexpr (requires { (from.*member).has_value(); }) {
            if (from.*member) typed.set(name, Codec<T>::encode(*(from.*member)));
        } else {
            typed.set(name, Codec<T>::encode(from.*member));
        }
    };
    return field;
}

template <class Input, class Member>
Field<Input> one_of(Member Input::*member, Spec spec, std::vector<Check<Unwrapped<Member>>> checks,
                    Control control) {
    using T = Unwrapped<Member>;
    if constexpr (NamedEnum<T>) {
        if (spec.choices.empty()) spec.choices = enum_choices<T>();
    }
    Field<Input> field;
    field.shape = {.spec = std::move(spec),
                   .control = control,
                   .is_required = asks(checks),
                   .is_number = false,
                   .is_boolean = std::same_as<T, bool>};
    auto const shape = field.shape;
    field.parse = [member, shape, checks](Pairs const& typed, Input& into, ParseState& state) {
        auto const chosen = typed.value(shape.spec.name);
        if (chosen.empty())
            return check_and_keep<T>(std::nullopt, into.*member, checks, shape.spec.name, state);
        auto value = Codec<T>::decode(chosen);
        if (!value || !is_among(choices_of(shape, state), chosen)) {
            state.problems.push_back({shape.spec.name, wrong_choice(state.facts.language)});
            return;
        }
        check_and_keep<T>(std::move(value), into.*member, checks, shape.spec.name, state);
    };
    field.fill = [member, name = shape.spec.name](Input const& from, Pairs& typed) {
        if constexpr (requires { (from.*member).has_value(); }) {
            if (from.*member) typed.set(name, Codec<T>::encode(*(from.*member)));
        } else {
            typed.set(name, Codec<T>::encode(from.*member));
        }
    };
    return field;
}

}  // namespace detail

/// One line of text or a number.
template <class Input, class Member>
Field<Input> text_field(Member Input::*member, Spec spec, std::vector<Check<Unwrapped<Member>>> checks = {}) {
    return detail::one_line(member, std::move(spec), std::move(checks), Control::text);
}
template <class Input, class Member>
Field<Input> textarea_field(Member Input::*member, Spec spec,
                            std::vector<Check<Unwrapped<Member>>> checks = {}) {
    return detail::one_line(member, std::move(spec), std::move(checks), Control::textarea);
}
/// A time of day as people write it: "9am", "17:30".
template <class Input, class Member>
Field<Input> time_field(Member Input::*member, Spec spec, std::vector<Check<TimeOfDay>> checks = {}) {
    return detail::one_line(member, std::move(spec), std::move(checks), Control::time);
}
/// Never shown again after an error.
template <class Input>
Field<Input> password_field(std::string Input::*member, Spec spec,
                            std::vector<Check<std::string>> checks = {}) {
    return detail::one_line(member, std::move(spec), std::move(checks), Control::password);
}
template <class Input, class Member>
Field<Input> hidden_field(Member Input::*member, Spec spec,
                          std::vector<Check<Unwrapped<Member>>> checks = {}) {
    return detail::one_line(member, std::move(spec), std::move(checks), Control::hidden);
}
template <class Input, class Member>
Field<Input> radios_field(Member Input::*member, Spec spec,
                          std::vector<Check<Unwrapped<Member>>> checks = {}) {
    return detail::one_of(member, std::move(spec), std::move(checks), Control::radios);
}
template <class Input, class Member>
Field<Input> select_field(Member Input::*member, Spec spec,
                          std::vector<Check<Unwrapped<Member>>> checks = {}) {
    return detail::one_of(member, std::move(spec), std::move(checks), Control::select);
}
/// Yes or no, as two radios; nothing when not answered.
template <class Input>
Field<Input> yes_no_field(std::optional<bool> Input::*member, Spec spec,
                          std::vector<Check<bool>> checks = {}) {
    if (spec.choices.empty())
        spec.choices = {{.value = "yes", .text = "Yes", .text_welsh = "Ie"},
                        {.value = "no", .text = "No", .text_welsh = "Na"}};
    spec.inline_choices = true;
    return detail::one_of(member, std::move(spec), std::move(checks), Control::radios);
}

/// One box to tick.
template <class Input>
Field<Input> tick_field(bool Input::*member, Spec spec) {
    Field<Input> field;
    field.shape = {.spec = std::move(spec),
                   .control = Control::tick,
                   .is_required = false,
                   .is_number = false,
                   .is_boolean = true};
    field.parse = [member, name = field.shape.spec.name](Pairs const& typed, Input& into, ParseState&) {
        into.*member = typed.value(name) == "yes" || typed.value(name) == "true";
    };
    field.fill = [member, name = field.shape.spec.name](Input const& from, Pairs& typed) {
        if (from.*member) typed.set(name, "yes");
    };
    return field;
}

/// Any number of choices.
template <class Input>
Field<Input> checkboxes_field(std::vector<std::string> Input::*member, Spec spec,
                              std::vector<Check<std::vector<std::string>>> checks = {}) {
    Field<Input> field;
    field.shape = {
        .spec = std::move(spec), .control = Control::checkboxes, .is_required = detail::asks(checks)};
    auto const shape = field.shape;
    field.parse = [member, shape, checks](Pairs const& typed, Input& into, ParseState& state) {
        std::vector<std::string> chosen;
        for (auto const value : typed.all(shape.spec.name)) {
            if (value.empty()) continue;
            if (!detail::is_among(detail::choices_of(shape, state), value)) {
                state.problems.push_back({shape.spec.name, detail::wrong_choice(state.facts.language)});
                return;
            }
            chosen.emplace_back(value);
        }
        std::optional<std::vector<std::string>> value;
        if (!chosen.empty()) value = std::move(chosen);
        detail::check_and_keep(std::move(value), into.*member, checks, shape.spec.name, state);
    };
    field.fill = [member, name = shape.spec.name](Input const& from, Pairs& typed) {
        for (auto const& value : from.*member) typed.add(name, value);
    };
    return field;
}

/// Day, month and year in three boxes.
template <class Input, class Member>
requires std::same_as<Unwrapped<Member>, Date> Field<Input> date_field(Member Input::*member, Spec spec,
                                                                       std::vector<Check<Date>> checks = {}) {
    Field<Input> field;
    field.shape = {.spec = std::move(spec), .control = Control::date, .is_required = detail::asks(checks)};
    auto const shape = field.shape;
    field.parse = [member, shape, checks](Pairs const& typed, Input& into, ParseState& state) {
        auto const found = detail::typed_date(
            typed, shape.spec.name, shape.spec.label.in(state.facts.language), state.facts.language);
        if (!found.problem.empty()) {
            state.problems.push_back({shape.spec.name, found.problem});
            return;
        }
        detail::check_and_keep<Date>(found.date, into.*member, checks, shape.spec.name, state);
    };
    field.fill = [member, name = shape.spec.name](Input const& from, Pairs& typed) {
        if constexpr (std::same_as<Member, Date>) {
            detail::fill_date(typed, name, from.*member);
        } else {
            if (from.*member) detail::fill_date(typed, name, *(from.*member));
        }
    };
    return field;
}

/// Files to send. What was uploaded reaches the page in Request::files; the field is here for its place and
/// words.
template <class Input>
Field<Input> files_field(Spec spec) {
    Field<Input> field;
    field.shape = {.spec = std::move(spec), .control = Control::files};
    field.parse = [](Pairs const&, Input&, ParseState&) {};
    field.fill = [](Input const&, Pairs&) {};
    return field;
}

template <class Input, class... Fields>
Form<Input> form(std::string name, Fields... fields) {
    Form<Input> made{.name = std::move(name), .fields = {std::move(fields)...}};
    std::vector<FieldShape*> shapes;
    for (auto& field : made.fields) shapes.push_back(&field.shape);
    detail::connect(shapes);
    return made;
}

/// Reads the fields of this form into an input that others fill too, as when several pages make one record.
/// Returns every problem, in the order of the fields. Never throws on what people type.
template <class Input>
std::vector<Problem> parse_into(Input& input, Form<Input> const& form, Pairs const& typed,
                                ParseOptions const& options) {
    ParseState state{.facts = {.today = options.today, .language = options.language},
                     .choices = &options.choices,
                     .problems = {}};
    for (auto const& field : form.fields)
        if (detail::is_open(field.shape, typed)) field.parse(typed, input, state);
    return std::move(state.problems);
}

/// Every problem, in the order of the fields. Never throws on what people type.
template <class Input>
Parsed<Input> parse(Form<Input> const& form, Pairs const& typed, ParseOptions const& options) {
    Parsed<Input> parsed{.input = {}, .typed = typed, .problems = {}};
    parsed.problems = parse_into(parsed.input, form, typed, options);
    return parsed;
}

/// What the form shows for a record that exists.
template <class Input>
Pairs fill(Form<Input> const& form, Input const& from) {
    Pairs typed;
    for (auto const& field : form.fields) field.fill(from, typed);
    return typed;
}

}  // namespace doorstep::forms

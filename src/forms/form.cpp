#include "forms/form.h"

#include <algorithm>
#include <array>
#include <string>

namespace doorstep::forms::detail {

void connect(std::vector<FieldShape*> const& shapes) {
    for (auto const* controller : shapes)
        for (auto const& choice : controller->spec.choices)
            for (auto const& revealed : choice.reveals)
                for (auto* shape : shapes)
                    if (shape->spec.name == revealed) {
                        shape->revealed_by_field = controller->spec.name;
                        shape->revealed_by_value = choice.value;
                    }
}

bool is_open(FieldShape const& shape, Pairs const& typed) {
    if (shape.revealed_by_field.empty()) return true;
    auto const chosen = typed.all(shape.revealed_by_field);
    return std::find(chosen.begin(), chosen.end(), shape.revealed_by_value) != chosen.end();
}

namespace {

constexpr std::array month_names{"january", "february", "march",     "april",   "may",      "june",
                                 "july",    "august",   "september", "october", "november", "december"};
constexpr std::array month_names_welsh{"ionawr",     "chwefror", "mawrth", "ebrill", "mai",      "mehefin",
                                       "gorffennaf", "awst",     "medi",   "hydref", "tachwedd", "rhagfyr"};

std::optional<int> month_number(std::string_view typed) {
    if (auto number = Codec<int>::decode(typed)) return number;
    auto const folded = text::fold(typed);
    if (folded.size() < 3) return std::nullopt;
    for (auto const* names : {&month_names, &month_names_welsh})
        for (std::size_t n = 0; n < names->size(); ++n)
            if (std::string_view((*names)[n]).starts_with(folded)) return static_cast<int>(n) + 1;
    return std::nullopt;
}

}  // namespace

TypedDate typed_date(Pairs const& typed, std::string_view name, std::string_view label,
                     http::Language language) {
    std::string const base(name);
    auto const day = text::trim(typed.value(base + "-day"));
    auto const month = text::trim(typed.value(base + "-month"));
    auto const year = text::trim(typed.value(base + "-year"));
    TypedDate result;
    if (day.empty() && month.empty() && year.empty()) {
        // One value, as the API and the date picker send it.
        auto const whole = text::trim(typed.value(base));
        if (whole.empty()) {
            result.missing = true;
            return result;
        }
        result.date = Date::parse_iso(whole);
    } else {
        bool const welsh = language == http::Language::welsh;
        std::vector<std::string> absent;
        if (day.empty()) absent.emplace_back(welsh ? "diwrnod" : "a day");
        if (month.empty()) absent.emplace_back(welsh ? "mis" : "a month");
        if (year.empty()) absent.emplace_back(welsh ? "blwyddyn" : "a year");
        if (!absent.empty()) {
            result.problem = (welsh ? "Rhaid i’r dyddiad gynnwys " : "Date must include ") +
                             text::join(absent, welsh ? " a " : " and ");
            return result;
        }
        // "26" is not a year that anybody can mean for certain.
        if (bool const has_four_numbers =
                year.size() == 4 && year.find_first_not_of("0123456789") == std::string_view::npos;
            !has_four_numbers) {
            result.problem = welsh ? "Rhaid i’r flwyddyn gynnwys 4 rhif" : "Year must include 4 numbers";
            return result;
        }
        auto const d = Codec<int>::decode(day);
        auto const m = month_number(month);
        auto const y = Codec<int>::decode(year);
        if (d && m && y && *y >= 1900 && *y <= 2200) result.date = Date::of(*y, *m, *d);
    }
    if (!result.date) {
        (void)label;
        result.problem = language == http::Language::welsh ? "Rhowch ddyddiad go iawn"
                                                           : "Date must be a real date, like 27 3 2026";
    }
    return result;
}

void fill_date(Pairs& typed, std::string_view name, Date date) {
    std::string const base(name);
    typed.set(base + "-day", std::to_string(date.day()));
    typed.set(base + "-month", std::to_string(date.month()));
    typed.set(base + "-year", std::to_string(date.year()));
}

bool is_among(std::vector<Choice> const& choices, std::string_view value) {
    return std::any_of(choices.begin(), choices.end(),
                       [&](Choice const& choice) { return choice.value == value; });
}

std::vector<Choice> const& choices_of(FieldShape const& shape, ParseState const& state) {
    if (state.choices) {
        auto const found = state.choices->find(shape.spec.name);
        if (found != state.choices->end()) return found->second;
    }
    return shape.spec.choices;
}

std::string wrong_choice(http::Language language) {
    return language == http::Language::welsh ? "Dewiswch o’r rhestr" : "Choose from the list";
}

std::string wrong_value(FieldShape const& shape, http::Language language) {
    bool const welsh = language == http::Language::welsh;
    if (shape.control == Control::time)
        return welsh ? "Rhowch amser, fel 9am neu 17:30" : "Enter a time, like 9am or 5:30pm";
    if (shape.is_number) return welsh ? "Rhowch rif" : "Enter a number";
    return welsh ? "Rhowch ateb y gallwn ei ddarllen" : "Enter an answer we can read";
}

std::string tidy(std::string_view typed) {
    std::string out;
    out.reserve(typed.size());
    for (std::size_t n = 0; n < typed.size(); ++n) {
        bool const before_line_feed = typed[n] == '\r' && n + 1 < typed.size() && typed[n + 1] == '\n';
        if (!before_line_feed) out += typed[n] == '\r' ? '\n' : typed[n];
    }
    return out;
}

bool breaks_a_line(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7f;
    });
}

std::string more_than_a_line(http::Language language) {
    return language == http::Language::welsh ? "Defnyddiwch un llinell, heb doriadau llinell na nodau rheoli"
                                             : "Use one line, with no line breaks or control characters";
}

}  // namespace doorstep::forms::detail

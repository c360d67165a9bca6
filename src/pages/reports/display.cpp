#include "pages/reports/display.h"

#include "base/text.h"
#include "html/elements.h"

namespace doorstep::pages::reports {
namespace {

std::string text_of(std::vector<forms::Choice> const& choices, std::string_view value,
                    http::Language language) {
    for (auto const& choice : choices)
        if (choice.value == value) return std::string(choice.text_in(language));
    return std::string(value);
}

}  // namespace

std::string choice_text(Question const& question, std::string_view field, std::string_view value,
                        http::Language language) {
    for (auto const& one : question.fields)
        if (one.shape.spec.name == field) return text_of(one.shape.spec.choices, value, language);
    return std::string(value);
}

std::string date_in(Date date, http::Language language) {
    return language == http::Language::welsh ? date_words_welsh(date) : date_words(date);
}

Html telling_words(domain::reports::EarlierTelling const& telling, http::Language language) {
    Html words;
    if (telling.told_on) words << date_in(*telling.told_on, language);
    if (!telling.reference.empty()) {
        if (telling.told_on) words << ", ";
        words << (language == http::Language::welsh ? "cyfeirnod " : "reference ") << telling.reference;
    }
    if (words.empty()) words << (language == http::Language::welsh ? "Dim dyddiad" : "No date given");
    return words;
}

Html answer_words(forms::FieldShape const& shape, Pairs const& answers, forms::Choices const& choices,
                  http::Language language) {
    auto const& name = shape.spec.name;
    using forms::Control;
    switch (shape.control) {
        case Control::radios:
        case Control::select:
        case Control::checkboxes: {
            auto const own = choices.find(name);
            auto const& list = own == choices.end() ? shape.spec.choices : own->second;
            std::vector<Html> lines;
            for (auto const value : answers.all(name))
                if (!value.empty()) lines.push_back(Html::text(text_of(list, value, language)));
            if (lines.size() < 2) return lines.empty() ? Html() : lines.front();
            return html::list(lines);
        }
        case Control::date: {
            auto const typed = forms::detail::typed_date(answers, name, {}, language);
            return typed.date ? Html::text(date_in(*typed.date, language)) : Html();
        }
        default: {
            auto const typed = answers.value(name);
            return text::trim(typed).empty() ? Html() : html::typed_text(forms::detail::tidy(typed));
        }
    }
}

}  // namespace doorstep::pages::reports

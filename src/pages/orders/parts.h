#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/orders/legal_action.h"
#include "domain/orders/legal_order.h"
#include "govuk/tag.h"
#include "pages/cases/case_form.h"
#include "pages/visit.h"

/// What the pages of legal action and orders share.
namespace doorstep::pages::orders {

/// "/cases/ASB-26-00001/orders"
std::string orders_address(std::string_view reference);
std::string action_address(std::string_view reference, LegalActionId action);
/// "/cases/ASB-26-00001/made/{id}": one notice or order.
std::string order_address(std::string_view reference, LegalOrderId order);

/// "In force", "Ended", "Not in force yet".
govuk::Tag order_tag(domain::orders::LegalOrder const& order, Instant now);
/// "15 June 2026 at 10am to 14 September 2026", "until further order".
std::string term_words(domain::orders::LegalOrder const& order);
/// "by 24 June 2026 at 2pm (2 days left)"
std::string deadline_words(domain::orders::LegalDeadline const& deadline, Date today);

/// A form of this folder, from its fields to what saving does.
template <class Input>
struct RecordForm {
    forms::Form<Input> form;
    cases::CaseForm page;
    std::function<Expected<Done>(Input&)> save;
    std::string done_at;     ///< the address that shows what was saved
    std::string done_words;  ///< "Hearing saved."
};

template <class Input>
http::Response show_record_form(Visit& visit, RecordForm<Input> record, http::Pairs typed = {},
                                std::vector<Problem> const& problems = {}) {
    auto const shapes = record.form.shapes();
    return cases::case_form_page(visit, std::move(record.page), shapes, std::move(typed), problems);
}

template <class Input>
http::Response post_record_form(Visit& visit, RecordForm<Input> record) {
    auto parsed = visit.parse(record.form, record.page.choices);
    if (!parsed.ok())
        return show_record_form(visit, std::move(record), std::move(parsed.typed), parsed.problems);
    auto const saved = record.save(parsed.input);
    if (saved) return visit.done(record.done_at, record.done_words);
    if (is_about_the_form(saved.error()))
        return show_record_form(visit, std::move(record), std::move(parsed.typed),
                                problems_of(saved.error()));
    return visit.refused(saved.error());
}

/// Choices from pairs of an id or code and words.
template <class Pairs>
std::vector<forms::Choice> choices_of_pairs(Pairs const& pairs, std::string first_words = {}) {
    std::vector<forms::Choice> choices;
    if (!first_words.empty()) choices.push_back({.value = "", .text = std::move(first_words)});
    for (auto const& [value, words] : pairs) {
        if constexpr (requires { value.text(); })
            choices.push_back({.value = std::string(value.text()), .text = words});
        else
            choices.push_back({.value = value, .text = words});
    }
    return choices;
}

}  // namespace doorstep::pages::orders

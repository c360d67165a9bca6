#pragma once

#include <string>
#include <string_view>

#include "html/html.h"
#include "pages/reports/inputs.h"

/// Answers in words, as check pages show them.
namespace doorstep::pages::reports {

/// The words of a choice; the value itself when the question does not have it.
std::string choice_text(Question const& question, std::string_view field, std::string_view value,
                        http::Language language);
std::string date_in(Date date, http::Language language);
/// "3 June 2026, reference 45/12"
Html telling_words(domain::reports::EarlierTelling const& telling, http::Language language);
/// The answer to one field as it stands in the draft; empty when there is none.
Html answer_words(forms::FieldShape const& shape, Pairs const& answers, forms::Choices const& choices,
                  http::Language language);

}  // namespace doorstep::pages::reports

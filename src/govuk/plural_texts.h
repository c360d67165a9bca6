#pragma once

#include <string>

#include "html/html.h"

namespace doorstep::govuk {

/// A sentence with a number in each form a language has (CLDR plural rules). English has one and other; Welsh
/// all six.
struct PluralTexts {
    std::string zero;
    std::string one;
    std::string two;
    std::string few;
    std::string many;
    std::string other;
};

/// Adds ` data-i18n.key.other="..."` and so on for the forms that are given.
void add_plural_attributes(Attributes& list, std::string const& key, PluralTexts const& texts);
/// Adds ` data-i18n.key="..."` when there is a text.
void add_text_attribute(Attributes& list, std::string const& key, std::string const& text);

}  // namespace doorstep::govuk

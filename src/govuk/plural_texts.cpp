#include "govuk/plural_texts.h"

namespace doorstep::govuk {

void add_text_attribute(Attributes& list, std::string const& key, std::string const& text) {
    if (!text.empty()) list.push_back({.name = "data-i18n." + key, .value = text});
}

void add_plural_attributes(Attributes& list, std::string const& key, PluralTexts const& texts) {
    add_text_attribute(list, key + ".zero", texts.zero);
    add_text_attribute(list, key + ".one", texts.one);
    add_text_attribute(list, key + ".two", texts.two);
    add_text_attribute(list, key + ".few", texts.few);
    add_text_attribute(list, key + ".many", texts.many);
    add_text_attribute(list, key + ".other", texts.other);
}

}  // namespace doorstep::govuk

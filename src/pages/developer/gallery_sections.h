#pragma once

#include <string>
#include <string_view>

#include "govuk/words.h"
#include "html/html.h"
#include "http/request.h"

namespace doorstep::pages::developer {

/// The language of a gallery, and its words.
class Speaker {
  public:
    explicit Speaker(http::Language language) : language_(language) {}
    std::string operator()(std::string_view english, std::string_view welsh) const {
        return std::string(language_ == http::Language::welsh ? welsh : english);
    }
    govuk::Words const& words() const {
        return language_ == http::Language::welsh ? govuk::welsh_words : govuk::english_words;
    }

  private:
    http::Language language_;
};

/// A component under its name.
Html example(std::string_view name, Html const& component);

Html words_section(Speaker const& say);
Html navigation_section(Speaker const& say);
Html fields_section(Speaker const& say);
Html choices_section(Speaker const& say);
Html facts_section(Speaker const& say);
/// What only staff see, in English.
Html casework_section();
Html charts_section();

}  // namespace doorstep::pages::developer

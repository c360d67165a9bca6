#pragma once

#include <string_view>

#include "govuk/words.h"
#include "http/request.h"

namespace doorstep::pages {

/// What is around every page, in its language.
struct LayoutWords {
    govuk::Words const& components;
    std::string_view code;  ///< of the language, for `lang`
    std::string_view service_information;
    std::string_view telephone;
    std::string_view contact;
    std::string_view accessibility;
    std::string_view privacy;
    std::string_view cookies;
    std::string_view about_this_site;
    std::string_view session_title;
    std::string_view session_text;
    std::string_view stay_signed_in;
    std::string_view sign_out;
};

LayoutWords const& layout_words(http::Language language);

}  // namespace doorstep::pages

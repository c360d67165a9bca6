#pragma once

#include <string>
#include <string_view>

#include "html/html.h"

namespace doorstep::html {

Html hidden_input(std::string_view name, std::string_view value);

enum class FormMethod { get, post };
/// `<form>`; the browser's own checking is off, because ours says it in words.
struct FormElement {
    FormMethod method = FormMethod::post;
    std::string action;
    bool sends_files = false;
    std::string css_class;
};
Html form(FormElement const& form, Html const& content);
/// Buttons and links side by side.
Html button_group(Html const& content);

}  // namespace doorstep::html

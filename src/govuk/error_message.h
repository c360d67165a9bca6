#pragma once

#include <string>
#include <string_view>

#include "html/html.h"

namespace doorstep::govuk {

/// What to do about one field, beside it. A field whose message is empty has no error.
struct ErrorMessage {
    std::string text;
    Html html;
    /// A component that owns its message fills it in.
    std::string id;
    std::string classes;
    Attributes attributes;
    /// Said before the message to people who listen; empty for none.
    std::string visually_hidden_text = "Error";

    bool empty() const { return text.empty() && html.empty(); }
};

Html error_message(ErrorMessage const& options);
void append(Html& out, ErrorMessage const& options);
/// For the components that own a message.
void append_error_message(Html& out, ErrorMessage const& options, std::string_view id);

}  // namespace doorstep::govuk

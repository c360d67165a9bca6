#pragma once

#include <string>
#include <string_view>

#include "html/html.h"

namespace doorstep::govuk {

/// One line of help for a field, with an example that is not real.
struct Hint {
    std::string text;
    Html html;
    /// A component that owns its hint fills it in.
    std::string id;
    std::string classes;
    Attributes attributes;

    bool empty() const { return text.empty() && html.empty(); }
};

Html hint(Hint const& options);
void append(Html& out, Hint const& options);
/// For the components that own a hint.
void append_hint(Html& out, Hint const& options, std::string_view id, std::string_view component_class = {});

}  // namespace doorstep::govuk

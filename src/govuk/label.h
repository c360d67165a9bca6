#pragma once

#include <string>
#include <string_view>

#include "html/html.h"

namespace doorstep::govuk {

/// The words of one field. Without words nothing is written.
struct Label {
    std::string text;
    Html html;
    /// The id of the field; a component that owns its label fills it in.
    std::string for_id;
    bool is_page_heading = false;
    std::string classes;
    Attributes attributes;

    bool empty() const { return text.empty() && html.empty(); }
};

Html label(Label const& options);
void append(Html& out, Label const& options);
/// For the components that own a label. `component_class` comes first, for example "govuk-radios__label".
void append_label(Html& out, Label const& options, std::string_view for_id,
                  std::string_view component_class = {});

}  // namespace doorstep::govuk

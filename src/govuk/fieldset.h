#pragma once

#include <string>
#include <string_view>

#include "html/html.h"

namespace doorstep::govuk {

/// The words of a group of fields.
struct Legend {
    std::string text;
    Html html;
    std::string classes;
    bool is_page_heading = false;

    bool empty() const { return text.empty() && html.empty(); }
};

/// A group of fields under one question.
struct Fieldset {
    /// Ids of what else describes the group; a component that owns a fieldset adds its hint and error.
    std::string described_by;
    Legend legend;
    std::string classes;
    std::string role;
    Attributes attributes;
    Html html;

    /// Nothing is set, so a component that may have a fieldset has none.
    bool empty() const {
        return described_by.empty() && legend.empty() && classes.empty() && role.empty() &&
               attributes.empty();
    }
};

Html fieldset(Fieldset const& options);
void append(Html& out, Fieldset const& options);
/// For the components that own a fieldset: everything before its content. Close with `</fieldset>`.
void append_fieldset_start(Html& out, Fieldset const& options, std::string_view described_by,
                           std::string_view role);

}  // namespace doorstep::govuk

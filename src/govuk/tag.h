#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// A status in a word or two. Colours by class: "govuk-tag--red" and so on; the words say it all without the
/// colour.
struct Tag {
    std::string text;
    Html html;
    std::string classes;
    Attributes attributes;

    bool empty() const { return text.empty() && html.empty(); }
};

Html tag(Tag const& options);
void append(Html& out, Tag const& options);
/// Several beside one another, with room between lines where they wrap.
Html tags(std::vector<Tag> const& list);
/// For the components that own a tag. `component_class` comes first.
void append_tag(Html& out, Tag const& options, std::string_view component_class);

}  // namespace doorstep::govuk

#include "govuk/tag.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append_tag(Html& out, Tag const& options, std::string_view component_class) {
    out << "<strong class=\"govuk-tag"_html;
    write_classes(out, component_class);
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << ">"_html;
    write_content(out, options.text, options.html);
    out << "</strong>"_html;
}

void append(Html& out, Tag const& options) { append_tag(out, options, {}); }

Html tags(std::vector<Tag> const& list) {
    Html out;
    out.reserve(64 + 96 * list.size());
    out << "<span class=\"ds-tags\">"_html;
    for (auto const& tag : list) {
        append(out, tag);
        out << " "_html;
    }
    out << "</span>"_html;
    return out;
}

Html tag(Tag const& options) { return built(options, 96); }

}  // namespace doorstep::govuk

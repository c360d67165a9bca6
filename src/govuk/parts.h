#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "html/html.h"

/// What the components are written with. Every component writes into one buffer, its caller's.
namespace doorstep::govuk {

inline void write_content(Html& out, std::string_view text, Html const& html) {
    if (html.empty())
        out << text;
    else
        out << html;
}

/// More classes after the component's own.
inline void write_classes(Html& out, std::string_view classes) {
    if (!classes.empty()) out << " "_html << classes;
}

/// `opening` is ` name="`; nothing is written for an empty value.
inline void write_attribute(Html& out, MarkupLiteral opening, std::string_view value) {
    if (!value.empty()) out << opening << value << "\""_html;
}

inline void write_attributes(Html& out, Attributes const& list) {
    for (auto const& attribute : list) {
        out << " "_html << attribute.name;
        if (!attribute.value.empty()) out << "=\""_html << attribute.value << "\""_html;
    }
}

/// Written as "true" or "false" when it was said at all.
inline void write_boolean(Html& out, MarkupLiteral opening, std::optional<bool> value) {
    if (!value) return;
    out << opening;
    if (*value)
        out << "true\""_html;
    else
        out << "false\""_html;
}

/// Adds an id to a list of ids.
inline void add_id(std::string& ids, std::string_view id) {
    if (!ids.empty()) ids += ' ';
    ids += id;
}

/// The id of one radio or checkbox: its own, else the prefix, with a number from the second on.
inline std::string item_id(std::string const& own, std::string_view prefix, int number) {
    if (!own.empty()) return own;
    std::string id(prefix);
    if (number > 1) id.append("-").append(std::to_string(number));
    return id;
}

template <class Options>
Html built(Options const& options, std::size_t expected_size) {
    Html out;
    out.reserve(expected_size);
    append(out, options);
    return out;
}

}  // namespace doorstep::govuk

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/html.h"

/// The few plain elements pages need between components. Text is escaped; Html is taken as it is.
namespace doorstep::html {

Html p(Html const& content);
Html p(std::string_view words);
/// Headings with the design system's classes: h1 "l", h2 "m", h3 "s".
Html h1(std::string_view words);
Html h2(std::string_view words);
Html h3(std::string_view words);
Html list(std::vector<Html> const& items);
Html numbered_list(std::vector<Html> const& items);
Html a(std::string_view href, std::string_view words);
Html strong(std::string_view words);
Html hint(std::string_view words);
/// Words for screen readers only.
Html hidden(std::string_view words);
/// A date or moment as `<time datetime="...">words</time>`.
Html time(std::string_view machine, std::string_view words);
/// What a person typed: escaped, line breaks kept, long words broken.
Html typed_text(std::string_view words);
/// The same as a paragraph, straight into the page.
void append_typed_paragraph(Html& out, std::string_view words);
/// Parts of one value, each on a line of its own.
Html lines(std::vector<Html> const& parts);
Html div(std::string_view css_class, Html const& content);
Html section(std::string_view css_class, std::string_view label, Html const& content);
/// Two thirds of the width: the measure for reading.
Html two_thirds(Html const& content);
/// Main and side column from 769px, one below it.
Html two_columns(Html const& main, Html const& side);
/// Words that stay on one line, such as a case reference.
Html nowrap(std::string_view words);
/// `<input type="hidden">` of a form.
Html hidden_field(std::string_view name, std::string_view value);
/// A picture that says nothing but what `alt` says; `css_class` gives its size.
Html image(std::string_view src, std::string_view alt, std::string_view css_class);
/// Written codes, one to a line, to copy by hand or print.
Html codes(std::vector<std::string> const& codes);
/// A button that prints the page, shown where scripts run.
Html print_button(std::string_view words);
Html join(std::vector<Html> const& parts, std::string_view separator);

}  // namespace doorstep::html

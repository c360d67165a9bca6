#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "html/html.h"
#include "http/request.h"

/// Words kept as Markdown (CommonMark), shown with the design system's classes. Markup inside them is shown
/// as text, never taken as markup: landlords may write them.
namespace doorstep::pages::content {

struct MarkdownOptions {
    http::Language language = http::Language::english;
    /// What stands for `{{landlord}}` in running text; a name that is not here stays as written. A line of a
    /// list whose first field is empty is left out.
    std::map<std::string, std::string, std::less<>> fields;
    /// What stands for a paragraph that is nothing but `{{name}}`; asked before `fields`.
    std::map<std::string, Html, std::less<>> blocks;
    /// Headings become this much smaller: 1 where the page has its own h1.
    int lower_headings_by = 0;
};

/// Links only to this site ("/help/evidence", in the page's language), https, mail and telephone; others lose
/// their link and keep their words. Pictures are left out, their description stays.
Html markdown(std::string_view source, MarkdownOptions const& options);

struct Document {
    std::string title;  ///< the first heading
    Html body;          ///< everything after it
};
/// The source begins with "# Title"; a bug when it does not.
Document document(std::string_view source, MarkdownOptions const& options);

}  // namespace doorstep::pages::content

#pragma once

#include <map>
#include <string>
#include <string_view>

#include "pages/content/markdown.h"
#include "pages/visit.h"

namespace doorstep::pages::content {

/// The words of content/pages/<name>.<en or cy>.md, in the language of the visit, with the landlord's name,
/// telephone and the like filled in:
///   {{landlord}} {{team}} {{telephone}} {{hours}} {{email}} {{postal-address}}
/// and those of `fields`, within a line, and of `blocks`, as a paragraph of their own. A name that does not
/// exist is a bug.
Document page_words(Visit& visit, std::string_view name, std::map<std::string, Html, std::less<>> blocks = {},
                    std::map<std::string, std::string, std::less<>> const& fields = {});
bool page_words_exist(std::string_view name);

}  // namespace doorstep::pages::content

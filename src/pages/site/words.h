#pragma once

#include "pages/visit.h"

/// S02 and S03: pages of words for everybody, kept as Markdown in content/pages.
namespace doorstep::pages::site {

http::Response show_help_topics(Visit& visit);  ///< GET /help
http::Response show_help(Visit& visit);         ///< GET /help/{topic}
/// A handler for one page of its own address, such as /privacy.
Handler words_page(std::string name);

}  // namespace doorstep::pages::site

#pragma once

#include <string>

#include "html/html.h"
#include "http/request.h"

namespace doorstep::pages {

/// A list cut into pages.
struct Paging {
    std::string path;   ///< of the list: "/surveys"
    http::Pairs query;  ///< its filters; "page" is put in
    int page = 1;
    int pages = 1;
    int per_page = 25;
    long long total = 0;
};

/// "Showing 26 to 50 of 112"; empty when everything is on one page.
std::string showing_words(Paging const& paging);
/// The first and last page, the present one and its neighbours, with gaps between; empty for a single page.
Html page_links(Paging const& paging);
/// "page 2 of 5", for the title; empty for a single page.
std::string page_note(Paging const& paging);
/// What the address says, at least 1; the use-case keeps it within the pages there are.
int page_number(http::Pairs const& query);

}  // namespace doorstep::pages

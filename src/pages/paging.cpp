#include "pages/paging.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "govuk/pagination.h"

namespace doorstep::pages {
namespace {

std::string address_of(Paging const& paging, int page) {
    auto query = paging.query;
    query.remove("page");
    if (page > 1) query.set("page", std::to_string(page));
    return query.empty() ? paging.path : paging.path + "?" + http::encode_form(query);
}

}  // namespace

std::string showing_words(Paging const& paging) {
    if (paging.pages <= 1) return {};
    auto const first = static_cast<long long>(paging.page - 1) * paging.per_page + 1;
    auto const last = std::min<long long>(paging.total, first + paging.per_page - 1);
    return "Showing " + text::thousands(first) + " to " + text::thousands(last) + " of " +
           text::thousands(paging.total);
}

Html page_links(Paging const& paging) {
    if (paging.pages <= 1) return {};
    govuk::Pagination made;
    if (paging.page > 1) made.previous.href = address_of(paging, paging.page - 1);
    if (paging.page < paging.pages) made.next.href = address_of(paging, paging.page + 1);
    int shown = 0;
    for (int page = 1; page <= paging.pages; ++page) {
        bool const near = page >= paging.page - 1 && page <= paging.page + 1;
        if (page != 1 && page != paging.pages && !near) continue;
        if (page > shown + 1) made.items.push_back({.ellipsis = true});
        made.items.push_back({.number = std::to_string(page),
                              .href = address_of(paging, page),
                              .current = page == paging.page});
        shown = page;
    }
    return govuk::pagination(made);
}

std::string page_note(Paging const& paging) {
    if (paging.pages <= 1) return {};
    return "page " + std::to_string(paging.page) + " of " + std::to_string(paging.pages);
}

int page_number(http::Pairs const& query) {
    auto const typed = query.value("page");
    int page = 1;
    auto const [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), page);
    if (error != std::errc{} || end != typed.data() + typed.size()) return 1;
    return std::max(1, page);
}

}  // namespace doorstep::pages

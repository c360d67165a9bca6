#include "api/endpoint.h"

namespace doorstep::api {
namespace {

constexpr int usual_limit = 50;
constexpr int most_on_a_page = 100;

}  // namespace

QueryParameter cursor_parameter() { return {"cursor", "Where the page begins: `next` of the page before"}; }

QueryParameter limit_parameter() {
    return {"limit",
            "How many on a page",
            {{"type", "integer"}, {"minimum", 1}, {"maximum", most_on_a_page}, {"default", usual_limit}}};
}

Expected<int> limit_of(Call const& call) {
    auto const given = call.request.query.get("limit");
    if (!given) return usual_limit;
    auto const limit = forms::Codec<int>::decode(*given);
    if (!limit || *limit < 1 || *limit > most_on_a_page)
        return refuse(RefusalKind::invalid, "bad-parameter", "limit must be between 1 and 100");
    return *limit;
}

Expected<int> page_of_cursor(Call const& call) {
    auto const given = call.request.query.get("cursor");
    if (!given) return 1;
    auto const page = forms::Codec<int>::decode(*given);
    if (!page || *page < 1)
        return refuse(RefusalKind::invalid, "bad-parameter", "cursor must be `next` of another page");
    return *page;
}

std::optional<std::string> cursor_after(int page, int pages) {
    if (page >= pages) return std::nullopt;
    return std::to_string(page + 1);
}

}  // namespace doorstep::api

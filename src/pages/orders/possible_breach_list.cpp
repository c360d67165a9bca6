#include "pages/orders/possible_breach_list.h"

#include "base/text.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/orders/parts.h"

namespace doorstep::pages::orders {

using usecases::orders::PossibleBreach;

Html possible_breach_list(std::vector<PossibleBreach> const& found,
                          std::function<Html(PossibleBreach const&)> const& act) {
    constexpr std::size_t words_shown = 120;
    Html html;
    if (found.empty()) return html;
    std::vector<Html> items;
    for (auto const& possible : found) {
        auto const& near = possible.near;
        Html item = html::a(order_address(near.reference, near.order), possible.order_words);
        if (!near.respondent_name.empty()) item << " (" << near.respondent_name << ")";
        item << ". " << possible.why << ".";
        if (!near.words.empty()) item << html::hint(text::shorten(near.words, words_shown));
        item << act(possible);
        items.push_back(std::move(item));
    }
    html << html::h2("It may have broken an order") << html::list(items);
    return html;
}

}  // namespace doorstep::pages::orders

#include "govuk/pagination.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

constexpr auto arrow_previous =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" xmlns=\"http://www.w3.org/2000/svg\" "
    "height=\"13\" width=\"15\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path "
    "d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 "
    "1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-"
    "1.414-1.414z\"></path></svg>"_html;
constexpr auto arrow_next =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" xmlns=\"http://www.w3.org/2000/svg\" "
    "height=\"13\" width=\"15\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path "
    "d=\"m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 "
    "6.7441-6.4062-"
    "6.7246-6.7266z\"></path></svg>"_html;

enum class Direction { previous, next };

/// `is_block`: there are no numbers, so each link is a block with its label.
void append_arrow_link(Html& out, PaginationLink const& link, Direction direction, bool is_block) {
    if (link.href.empty()) return;
    bool const is_previous = direction == Direction::previous;
    auto const type = is_previous ? "prev"_html : "next"_html;
    out << "<div class=\"govuk-pagination__"_html << type
        << "\"><a class=\"govuk-link govuk-pagination__link\" href=\""_html << link.href << "\" rel=\""_html
        << type << "\""_html;
    write_attributes(out, link.attributes);
    out << ">"_html;
    if (is_block || is_previous) out << (is_previous ? arrow_previous : arrow_next);
    out << "<span class=\"govuk-pagination__link-title"_html;
    if (is_block && link.label_text.empty()) out << " govuk-pagination__link-title--decorated"_html;
    out << "\">"_html;
    if (!link.text.empty() || !link.html.empty())
        write_content(out, link.text, link.html);
    else if (is_previous)
        out << "Previous<span class=\"govuk-visually-hidden\"> page</span>"_html;
    else
        out << "Next<span class=\"govuk-visually-hidden\"> page</span>"_html;
    out << "</span>"_html;
    if (!link.label_text.empty() && is_block)
        out << "<span class=\"govuk-visually-hidden\">:</span><span class=\"govuk-pagination__link-label\">"_html
            << link.label_text << "</span>"_html;
    if (!is_block && !is_previous) out << arrow_next;
    out << "</a></div>"_html;
}

void append_item(Html& out, PaginationItem const& item) {
    out << "<li class=\"govuk-pagination__item"_html;
    if (item.current) out << " govuk-pagination__item--current"_html;
    if (item.ellipsis) {
        out << " govuk-pagination__item--ellipsis\">&ctdot;</li>"_html;
        return;
    }
    out << "\"><a class=\"govuk-link govuk-pagination__link\" href=\""_html << item.href
        << "\" aria-label=\""_html;
    if (item.visually_hidden_text.empty())
        out << "Page "_html << item.number;
    else
        out << item.visually_hidden_text;
    out << "\""_html;
    if (item.current) out << " aria-current=\"page\""_html;
    write_attributes(out, item.attributes);
    out << ">"_html << item.number << "</a></li>"_html;
}

}  // namespace

void append(Html& out, Pagination const& options) {
    bool const is_block =
        options.items.empty() && (!options.next.href.empty() || !options.previous.href.empty());
    out << "<nav class=\"govuk-pagination"_html;
    if (is_block) out << " govuk-pagination--block"_html;
    write_classes(out, options.classes);
    out << "\" aria-label=\""_html << options.landmark_label << "\""_html;
    write_attributes(out, options.attributes);
    out << ">"_html;
    append_arrow_link(out, options.previous, Direction::previous, is_block);
    if (!options.items.empty()) {
        out << "<ul class=\"govuk-pagination__list\">"_html;
        for (auto const& item : options.items)
            if (item.ellipsis || !item.number.empty()) append_item(out, item);
        out << "</ul>"_html;
    }
    append_arrow_link(out, options.next, Direction::next, is_block);
    out << "</nav>"_html;
}

Html pagination(Pagination const& options) { return built(options, 1280 + 192 * options.items.size()); }

}  // namespace doorstep::govuk

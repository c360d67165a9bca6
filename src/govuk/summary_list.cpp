#include "govuk/summary_list.h"

#include <algorithm>

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void append_action(Html& out, SummaryListAction const& action, SummaryCardTitle const& card_title) {
    out << "<a class=\"govuk-link"_html;
    write_classes(out, action.classes);
    out << "\" href=\""_html << action.href << "\""_html;
    write_attributes(out, action.attributes);
    out << ">"_html;
    write_content(out, action.text, action.html);
    if (!action.visually_hidden_text.empty() || !card_title.empty()) {
        out << "<span class=\"govuk-visually-hidden\">"_html;
        if (!action.visually_hidden_text.empty()) out << " "_html << action.visually_hidden_text;
        if (!card_title.empty()) {
            out << " ("_html;
            write_content(out, card_title.text, card_title.html);
            out << ")"_html;
        }
        out << "</span>"_html;
    }
    out << "</a>"_html;
}

void append_row_actions(Html& out, SummaryListActions const& actions, SummaryCardTitle const& card_title) {
    out << "<dd class=\"govuk-summary-list__actions"_html;
    write_classes(out, actions.classes);
    out << "\">"_html;
    if (actions.items.size() == 1) {
        append_action(out, actions.items.front(), card_title);
    } else {
        out << "<ul class=\"govuk-summary-list__actions-list\">"_html;
        for (auto const& action : actions.items) {
            out << "<li class=\"govuk-summary-list__actions-list-item\">"_html;
            append_action(out, action, card_title);
            out << "</li>"_html;
        }
        out << "</ul>"_html;
    }
    out << "</dd>"_html;
}

void append_row(Html& out, SummaryListRow const& row, bool any_row_has_actions,
                SummaryCardTitle const& card_title) {
    out << "<div class=\"govuk-summary-list__row"_html;
    if (any_row_has_actions && row.actions.items.empty()) out << " govuk-summary-list__row--no-actions"_html;
    write_classes(out, row.classes);
    out << "\"><dt class=\"govuk-summary-list__key"_html;
    write_classes(out, row.key.classes);
    out << "\">"_html;
    write_content(out, row.key.text, row.key.html);
    out << "</dt><dd class=\"govuk-summary-list__value"_html;
    write_classes(out, row.value.classes);
    out << "\">"_html;
    write_content(out, row.value.text, row.value.html);
    out << "</dd>"_html;
    if (!row.actions.items.empty()) append_row_actions(out, row.actions, card_title);
    out << "</div>"_html;
}

void append_list(Html& out, SummaryList const& options) {
    bool const any_row_has_actions = std::any_of(options.rows.begin(), options.rows.end(),
                                                 [](auto const& row) { return !row.actions.items.empty(); });
    out << "<dl class=\"govuk-summary-list"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << ">"_html;
    for (auto const& row : options.rows) append_row(out, row, any_row_has_actions, options.card.title);
    out << "</dl>"_html;
}

void append_card_start(Html& out, SummaryCard const& card) {
    out << "<div class=\"govuk-summary-card"_html;
    write_classes(out, card.classes);
    out << "\""_html;
    write_attributes(out, card.attributes);
    out << "><div class=\"govuk-summary-card__title-wrapper\">"_html;
    if (!card.title.empty()) {
        out << "<h"_html << card.title.heading_level << " class=\"govuk-summary-card__title"_html;
        write_classes(out, card.title.classes);
        out << "\">"_html;
        write_content(out, card.title.text, card.title.html);
        out << "</h"_html << card.title.heading_level << ">"_html;
    }
    if (card.actions.items.size() == 1) {
        out << "<div class=\"govuk-summary-card__actions"_html;
        write_classes(out, card.actions.classes);
        out << "\">"_html;
        append_action(out, card.actions.items.front(), card.title);
        out << "</div>"_html;
    } else if (!card.actions.items.empty()) {
        out << "<ul class=\"govuk-summary-card__actions"_html;
        write_classes(out, card.actions.classes);
        out << "\">"_html;
        for (auto const& action : card.actions.items) {
            out << "<li class=\"govuk-summary-card__action\">"_html;
            append_action(out, action, card.title);
            out << "</li>"_html;
        }
        out << "</ul>"_html;
    }
    out << "</div><div class=\"govuk-summary-card__content\">"_html;
}

}  // namespace

void append(Html& out, SummaryList const& options) {
    if (options.card.empty()) {
        append_list(out, options);
        return;
    }
    append_card_start(out, options.card);
    append_list(out, options);
    out << "</div></div>"_html;
}

Html summary_list(SummaryList const& options) { return built(options, 256 + 320 * options.rows.size()); }

Html summary_card(SummaryCard const& card, Html const& content) {
    Html out;
    out.reserve(384 + content.markup().size());
    append_card_start(out, card);
    out << content << "</div></div>"_html;
    return out;
}

}  // namespace doorstep::govuk

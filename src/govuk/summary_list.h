#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// A link beside a row or on a card. `visually_hidden_text` says of what: "Change" of "date of the contact".
struct SummaryListAction {
    std::string href;
    std::string text;
    Html html;
    std::string visually_hidden_text;
    std::string classes;
    Attributes attributes;
};

struct SummaryListActions {
    std::vector<SummaryListAction> items;
    std::string classes;
};

/// A key or a value.
struct SummaryListCell {
    std::string text;
    Html html;
    std::string classes;
};

struct SummaryListRow {
    SummaryListCell key;
    SummaryListCell value;
    SummaryListActions actions;
    std::string classes;
};

struct SummaryCardTitle {
    std::string text;
    Html html;
    int heading_level = 2;
    std::string classes;

    bool empty() const { return text.empty() && html.empty(); }
};

/// A frame with a title around the list; its title is said with every action.
struct SummaryCard {
    SummaryCardTitle title;
    SummaryListActions actions;
    std::string classes;
    Attributes attributes;

    bool empty() const {
        return title.empty() && actions.items.empty() && classes.empty() && attributes.empty();
    }
};

/// Facts as pairs of key and value.
struct SummaryList {
    std::vector<SummaryListRow> rows;
    SummaryCard card;
    std::string classes;
    Attributes attributes;
};

Html summary_list(SummaryList const& options);
void append(Html& out, SummaryList const& options);
/// A card with anything in it.
Html summary_card(SummaryCard const& card, Html const& content);

}  // namespace doorstep::govuk

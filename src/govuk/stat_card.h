#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// A headline number, as a link to what is behind it.
struct StatCard {
    /// "12", "52%", "not collected"
    std::string figure;
    /// What it counts: "Contacts overdue".
    std::string label;
    std::string href;
    /// Base and comparison: "13 of 25 answers; 48% last quarter".
    std::string note;
    /// "ds-stat--urgent" for what should not wait.
    std::string classes;
};

Html stat_card(StatCard const& options);
/// Several side by side, as a list.
Html stat_cards(std::vector<StatCard> const& cards);

}  // namespace doorstep::govuk

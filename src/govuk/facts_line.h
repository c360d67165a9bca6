#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/html.h"

namespace doorstep::govuk {

/// A few short facts in one flow of text, each with its label: "How: Telephone", "Result: Tried, no answer".
struct FactsLine {
    struct Fact {
        std::string_view label;
        std::string_view value;
    };
    std::vector<Fact> facts;
};

Html facts_line(FactsLine const& options);
void append(Html& out, FactsLine const& options);

}  // namespace doorstep::govuk

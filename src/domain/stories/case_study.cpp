#include "domain/stories/case_study.h"

#include "base/text.h"

namespace doorstep::domain::stories {
namespace {

/// "May 2023": a day could point to somebody.
std::string month_of(Date day) {
    auto const words = date_words(day.first_of_month());
    return words.substr(words.find(' ') + 1);
}

}  // namespace

std::string draft_of(Facts const& facts) {
    std::string draft = "In " + month_of(facts.opened_on) + " somebody told us about " +
                        text::lower_ascii(facts.category) + ".";
    if (facts.conversations > 0)
        draft += " We spoke to the person who reported it " +
                 text::count_of(facts.conversations, "time", "times") + ".";
    if (!facts.risk.empty()) draft += " We assessed the risk to them as " + facts.risk + ".";
    draft += "\n\n";
    if (facts.steps.empty()) {
        draft += "What we did: (write what was done, in general words.)";
    } else {
        draft += "What we did:\n";
        for (auto const& step : facts.steps) draft += "- " + step + "\n";
    }
    draft += "\n\n";
    if (!facts.closed_on)
        draft += "The case is open.";
    else
        draft += "The case was closed in " + month_of(*facts.closed_on) +
                 (facts.is_resolved ? ", as resolved." : ", without having been resolved.");
    return draft;
}

}  // namespace doorstep::domain::stories

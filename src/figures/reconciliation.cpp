#include "figures/reconciliation.h"

#include "base/text.h"

namespace doorstep::figures {

std::string reconciliation_words(Reconciliation const& r) {
    auto words = text::thousands(r.open_at_start) + " open at the start, " + text::thousands(r.opened) +
                 " opened and " + text::thousands(r.reopened) + " opened again, " +
                 text::thousands(r.closed) + " closed: " + text::thousands(r.open_at_end) +
                 " open at the end.";
    if (r.difference() == 0) return words;
    auto const by = r.difference() < 0 ? -r.difference() : r.difference();
    return words + " This does not add up: " + text::thousands(r.expected_at_end()) +
           " would be expected, so the records are out by " + text::thousands(by) + ".";
}

}  // namespace doorstep::figures

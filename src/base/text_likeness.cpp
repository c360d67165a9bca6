#include <algorithm>

#include "base/text.h"
#include "base/text_parts.h"

namespace doorstep::text {
namespace {

/// The characters of each text that have a partner in the other one, in their own order.
struct Matches {
    std::u32string a;
    std::u32string b;
};

/// A partner is the first unused equal character no further away than half the longer text.
Matches matches_of(std::u32string const& a, std::u32string const& b) {
    auto const half = std::max(a.size(), b.size()) / 2;
    auto const reach = half == 0 ? 0 : half - 1;
    std::u32string used(b.size(), U'\0');
    Matches matches;
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto const end = std::min(b.size(), i + reach + 1);
        for (auto j = i > reach ? i - reach : 0; j < end; ++j) {
            if (used[j] != U'\0' || a[i] != b[j]) continue;
            used[j] = U'1';
            matches.a += a[i];
            break;
        }
    }
    for (std::size_t j = 0; j < b.size(); ++j)
        if (used[j] != U'\0') matches.b += b[j];
    return matches;
}

/// M. A. Jaro, "Advances in Record-Linkage Methodology as Applied to Matching the 1985 Census of Tampa,
/// Florida", Journal of the American Statistical Association 84 (1989).
double jaro_of(std::u32string const& a, std::u32string const& b) {
    if (a.empty() && b.empty()) return 1;
    auto const matches = matches_of(a, b);
    auto const count = matches.a.size();
    if (count == 0) return 0;
    std::size_t out_of_order = 0;
    for (std::size_t i = 0; i < count; ++i) out_of_order += matches.a[i] != matches.b[i] ? 1 : 0;
    auto const matched = static_cast<double>(count);
    auto const transpositions = static_cast<double>(out_of_order / 2);
    return (matched / static_cast<double>(a.size()) + matched / static_cast<double>(b.size()) +
            (matched - transpositions) / matched) /
           3;
}

}  // namespace

double jaro(std::string_view a, std::string_view b) { return jaro_of(case_folded(a), case_folded(b)); }

/// W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of
/// Record Linkage" (1990): a tenth of what is missing for each equal character at the start, up to four.
double jaro_winkler(std::string_view a, std::string_view b) {
    constexpr double bonus_above = 0.7;
    auto const first = case_folded(a);
    auto const second = case_folded(b);
    auto const likeness = jaro_of(first, second);
    if (likeness <= bonus_above) return likeness;
    auto const longest = std::min({first.size(), second.size(), std::size_t{4}});
    std::size_t prefix = 0;
    while (prefix < longest && first[prefix] == second[prefix]) ++prefix;
    return likeness + 0.1 * static_cast<double>(prefix) * (1 - likeness);
}

std::size_t levenshtein(std::string_view a, std::string_view b) {
    auto const first = case_folded(a);
    auto const second = case_folded(b);
    // row[j]: the distance from what was read of `first` to the first j characters of `second`.
    std::vector<std::size_t> row(second.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < first.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < second.size(); ++j) {
            auto const replaced = diagonal + (first[i] == second[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace doorstep::text

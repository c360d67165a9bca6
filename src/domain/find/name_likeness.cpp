#include "domain/find/name_likeness.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace doorstep::domain::find {
namespace {

/// For each word that only one of the names has.
constexpr double word_too_many = 0.02;

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    auto const folded = text::fold(name);
    for (auto const word : text::split(folded, ' '))
        if (!word.empty()) words.emplace_back(word);
    return words;
}

}  // namespace

double name_likeness(std::string_view typed, std::string_view name) {
    auto fewer = words_of(typed);
    auto more = words_of(name);
    if (fewer.size() > more.size()) std::swap(fewer, more);
    if (fewer.empty()) return 0;
    auto const beyond = static_cast<double>(more.size() - fewer.size());
    double sum = 0;
    // The longest word chooses first: it says most.
    std::sort(fewer.begin(), fewer.end(), [](auto const& a, auto const& b) { return a.size() > b.size(); });
    auto const count = static_cast<double>(fewer.size());
    for (auto const& word : fewer) {
        auto best = more.end();
        double best_likeness = -1;
        for (auto candidate = more.begin(); candidate != more.end(); ++candidate) {
            auto const likeness = text::jaro_winkler(word, *candidate);
            if (likeness > best_likeness) {
                best_likeness = likeness;
                best = candidate;
            }
        }
        sum += best_likeness;
        more.erase(best);
    }
    return std::max(0.0, sum / count - word_too_many * beyond);
}

std::size_t words_as_typed(std::string_view typed, std::string_view name) {
    auto const words = text::split(name, ' ');
    std::size_t count = 0;
    for (auto const word : text::split(typed, ' '))
        if (!word.empty() && std::any_of(words.begin(), words.end(),
                                         [&](auto const one) { return text::levenshtein(word, one) == 0; }))
            ++count;
    return count;
}

}  // namespace doorstep::domain::find

#include "domain/outbound/words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace doorstep::domain::outbound {
namespace {

constexpr std::array titles{"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "lady", "lord", "rev", "mister"};

constexpr std::array ordinary_words{
    "will",  "may",   "april", "june",   "august", "mark",   "bill",   "rob",    "art",   "pat",    "sue",
    "penny", "frank", "ray",   "drew",   "chase",  "hunter", "summer", "joy",    "faith", "hope",   "grace",
    "rose",  "lily",  "ivy",   "daisy",  "young",  "old",    "king",   "day",    "long",  "short",  "brown",
    "white", "green", "black", "grey",   "wood",   "hill",   "field",  "lane",   "park",  "street", "church",
    "court", "page",  "bell",  "ball",   "cook",   "baker",  "mason",  "miller", "noble", "price",  "pride",
    "power", "sharp", "small", "strong", "best",   "case",   "care",   "dear",   "major", "read",   "reid",
    "rich",  "sandy", "stone", "waters", "west",   "north",  "wise",   "winter", "to",    "an",     "so",
    "my",    "in",    "do",    "he",     "she",    "we",     "you",    "the",    "and",   "of",     "al",
    "la",    "de",    "el",    "mae",    "ar",     "yn",     "o",      "i",      "home",  "house",  "flat"};

struct NumberWord {
    std::string_view word;
    std::string_view digits;
};
constexpr std::array number_words{
    NumberWord{"one", "1"},       NumberWord{"two", "2"},        NumberWord{"three", "3"},
    NumberWord{"four", "4"},      NumberWord{"five", "5"},       NumberWord{"six", "6"},
    NumberWord{"seven", "7"},     NumberWord{"eight", "8"},      NumberWord{"nine", "9"},
    NumberWord{"ten", "10"},      NumberWord{"eleven", "11"},    NumberWord{"twelve", "12"},
    NumberWord{"thirteen", "13"}, NumberWord{"fourteen", "14"},  NumberWord{"fifteen", "15"},
    NumberWord{"sixteen", "16"},  NumberWord{"seventeen", "17"}, NumberWord{"eighteen", "18"},
    NumberWord{"nineteen", "19"}, NumberWord{"twenty", "20"},    NumberWord{"thirty", "30"},
    NumberWord{"forty", "40"},    NumberWord{"fifty", "50"},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

template <class List>
bool is_among(List const& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string as_number(std::string_view folded) {
    for (auto const& number : number_words)
        if (number.word == folded) return std::string(number.digits);
    if (folded.empty() || !is_digit(folded.front())) return std::string(folded);
    auto const first = folded.find_first_not_of('0');
    // "00" is nought; "012a" is 12a.
    if (first == std::string_view::npos || !is_digit(folded[first])) return "0";
    return std::string(folded.substr(first));
}

/// How many bytes of punctuation or space begin here; 0 inside a word. Letters beyond ASCII belong to words;
/// general punctuation (U+2000 to U+206F) and the no-break space do not.
std::size_t gap_at(std::string_view text, std::size_t at) {
    auto const c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) return is_digit(text[at]) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? 0 : 1;
    auto const rest = text.substr(at);
    if (rest.starts_with("\xE2\x80") || rest.starts_with("\xE2\x81"))
        return std::min<std::size_t>(3, rest.size());
    if (rest.starts_with("\xC2\xA0")) return 2;
    return 0;
}

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?' || c == '\n' || c == ':'; }

bool begins_with_capital(std::string_view chunk) {
    auto const c = static_cast<unsigned char>(chunk.front());
    // Every ordinary word is ASCII, so it is only asked of those: "Élodie" counts as a name either way.
    return c >= 0x80 || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::vector<Word> words_in(std::string_view text) {
    std::vector<Word> words;
    bool at_start = true;
    std::size_t at = 0;
    while (at < text.size()) {
        if (auto const gap = gap_at(text, at); gap > 0) {
            at_start = at_start || ends_sentence(text[at]);
            at += gap;
            continue;
        }
        auto const start = at;
        while (at < text.size() && gap_at(text, at) == 0) ++at;
        auto const chunk = text.substr(start, at - start);
        for (auto const part : text::split(text::fold(chunk), ' ')) {
            if (part.empty()) continue;
            words.push_back({.folded = as_number(part),
                             .is_capitalised = begins_with_capital(chunk),
                             .starts_sentence = at_start});
            at_start = false;
        }
    }
    return words;
}

std::vector<std::string> folded_words(std::string_view phrase) {
    std::vector<std::string> words;
    for (auto& word : words_in(phrase)) words.push_back(std::move(word.folded));
    return words;
}

int find(std::vector<Word> const& words, std::vector<std::string> const& sequence) {
    if (sequence.empty()) return -1;
    auto const found =
        std::search(words.begin(), words.end(), sequence.begin(), sequence.end(),
                    [](Word const& word, std::string const& folded) { return word.folded == folded; });
    return found == words.end() ? -1 : static_cast<int>(found - words.begin());
}

std::vector<std::string> long_numbers_in(std::string_view text) {
    constexpr std::string_view between = " -.()+\t\xC2\xA0/";
    std::vector<std::string> numbers;
    std::string digits;
    auto const end_run = [&] {
        if (digits.size() >= 9) numbers.push_back(digits);
        digits.clear();
    };
    for (char c : text) {
        if (is_digit(c))
            digits += c;
        else if (between.find(c) == std::string_view::npos)
            end_run();
    }
    end_run();
    return numbers;
}

bool is_title(std::string_view folded) { return is_among(titles, folded); }
bool is_ordinary_word(std::string_view folded) { return is_among(ordinary_words, folded); }

}  // namespace doorstep::domain::outbound

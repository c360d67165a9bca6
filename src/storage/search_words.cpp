#include "storage/search_words.h"

#include "base/text.h"

namespace doorstep::storage {
namespace {

constexpr auto most_words = WordsLookedFor::most;
/// PostgreSQL takes words of up to 2,046 bytes and documents of up to a megabyte; nobody searches for either.
constexpr std::size_t longest_word = 64;
constexpr std::size_t longest_document = 300'000;

/// Cut between code points.
std::string_view cut(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xc0) == 0x80) --limit;
    return text.substr(0, limit);
}

std::vector<std::string> words_typed(std::string_view typed) {
    auto const folded = text::fold(cut(typed, 1000));
    std::vector<std::string> words;
    for (auto const word : text::split(folded, ' '))
        if (!word.empty() && words.size() < most_words) words.emplace_back(cut(word, longest_word));
    return words;
}

}  // namespace

std::string words_query(sql::Engine engine, std::string_view typed, LastWord last_word) {
    auto const words = words_typed(typed);
    // Folding leaves letters, marks and digits only, so nothing in a word can end its quotation.
    std::string query;
    for (std::size_t n = 0; n < words.size(); ++n) {
        bool const last = n + 1 == words.size() && last_word == LastWord::may_be_a_beginning;
        if (engine == sql::Engine::sqlite)
            query += (n > 0 ? " \"" : "\"") + words[n] + (last ? "\"*" : "\"");
        else
            query += (n > 0 ? " & '" : "'") + words[n] + (last ? "':*" : "'");
    }
    return query;
}

std::size_t size_of_last_word(std::string_view typed) {
    auto const words = words_typed(typed);
    return words.empty() ? 0 : words.back().size();
}

WordsLookedFor::WordsLookedFor(std::string_view typed) {
    for (auto const& word : words_typed(typed)) words_.push_back(' ' + word + ' ');
    if (!words_.empty()) words_.back().pop_back();
}

WordsLookedFor::Found WordsLookedFor::in(std::string_view document) const {
    std::string between_spaces;
    between_spaces.reserve(document.size() + 2);
    between_spaces.append(" ").append(document).append(" ");
    Found found;
    for (std::size_t n = 0; n < words_.size(); ++n)
        if (between_spaces.find(words_[n]) != std::string::npos) found.set(n);
    return found;
}

std::string words_document(std::string_view text) {
    auto const folded = text::fold(text);
    std::string document;
    for (auto const word : text::split(cut(folded, longest_document), ' ')) {
        if (word.empty()) continue;
        if (!document.empty()) document += ' ';
        document += cut(word, longest_word);
    }
    return document;
}

}  // namespace doorstep::storage

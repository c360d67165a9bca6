#include "storage/search_words.h"

#include "base/text.h"

namespace doorstep::storage {
namespace {

constexpr std::size_t most_words = 10;
/// PostgreSQL takes words of up to 2,046 bytes and documents of up to a megabyte; nobody searches for either.
constexpr std::size_t longest_word = 64;
constexpr std::size_t longest_document = 300'000;

/// Cut between code points.
std::string_view cut(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return text;
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xc0) == 0x80) --limit;
    return text.substr(0, limit);
}

}  // namespace

std::string words_query(sql::Engine engine, std::string_view typed) {
    auto const folded = text::fold(cut(typed, 1000));
    if (folded.empty()) return {};
    auto words = text::split(folded, ' ');
    if (words.size() > most_words) words.resize(most_words);
    // Folding leaves letters, marks and digits only, so nothing in a word can end its quotation.
    std::string query;
    for (std::size_t n = 0; n < words.size(); ++n) {
        auto const word = std::string(cut(words[n], longest_word));
        bool const last = n + 1 == words.size();
        if (engine == sql::Engine::sqlite)
            query += (n > 0 ? " \"" : "\"") + word + (last ? "\"*" : "\"");
        else
            query += (n > 0 ? " & '" : "'") + word + (last ? "':*" : "'");
    }
    return query;
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

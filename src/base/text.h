#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace doorstep::text {

/// Text from outside is checked and tidied once, at the edge.
bool is_valid_utf8(std::string_view text);
/// Unicode NFC. Invalid UTF-8 becomes U+FFFD, and so does NUL, which PostgreSQL cannot store.
std::string normalise(std::string_view text);
/// For comparing and searching: NFKC, case folded, accents removed, runs of anything but letters and digits
/// turned to one space, ends trimmed. "Zoë O'Neill-Ŵyn" gives "zoe o neill wyn". Folding twice changes
/// nothing.
std::string fold(std::string_view text);
/// A key that sorts names and addresses as a UK reader expects, equal on both databases when
/// they compare bytes (COLLATE "C" on PostgreSQL): word by word, case and accents no matter, "O'Neill" as
/// "ONeill", "Flat 2" before "Flat 10". Not for showing.
std::string sort_key(std::string_view text);

std::string_view trim(std::string_view text);
std::string lower_ascii(std::string_view text);
/// Every part, empty ones too: always at least one. The views point into `text`.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(std::vector<std::string> const& parts, std::string_view separator);
/// Unicode code points, for limits that people see.
std::size_t length(std::string_view text);
/// At most `limit` code points, the last of them "…" when something was left out.
std::string shorten(std::string_view text, std::size_t limit);

/// How a name sounds, so that "Smyth" finds "Smith" and "Muhammad" finds "Mohammed". One key per word,
/// sorted, each once, so that the order of names is no matter. The main key of Double Metaphone (L. Philips,
/// C/C++ Users Journal 18:6, 2000) with differences for British and South Asian names
/// (docs/adr/2026-11-21-phonetic-keys.md). A word of another script is its own key.
std::vector<std::string> phonetic_keys(std::string_view name);
/// Three-letter windows of each folded word, with edge marks: "ali" gives "^al", "ali", "li$". Sorted, each
/// once. For finding misspelt names by overlap.
std::vector<std::string> trigrams(std::string_view text);

/// String likeness on Unicode code points after case folding: from 0 (nothing alike) to 1 (equal).
double jaro(std::string_view a, std::string_view b);
double jaro_winkler(std::string_view a, std::string_view b);
/// The fewest insertions, deletions and replacements that turn one into the other.
std::size_t levenshtein(std::string_view a, std::string_view b);

/// "2 working days", "1 working day"
std::string count_of(long long count, std::string_view singular, std::string_view plural);
/// 12430 gives "12,430".
std::string thousands(long long value);

/// A UK postcode in its usual form, "MK9 3XS", from "mk93xs" and the like; empty when it has not the form of
/// one (BS 7666). Says nothing about whether it is in use.
std::string postcode(std::string_view text);

/// SHA-256 in lower-case hexadecimal.
std::string sha256_hex(std::string_view bytes);
std::string hex(std::string_view bytes);

}  // namespace doorstep::text

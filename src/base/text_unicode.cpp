// Unicode work by ICU. Most text here is plain ASCII, which needs none of it: every function has a path for
// that.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "base/text.h"
#include "base/text_parts.h"

namespace doorstep::text {
namespace {

/// For each ASCII character: what fold makes of it, a space for anything but letters and digits.
constexpr auto ascii_folded = [] {
    std::array<char, 128> table{};
    table.fill(' ');
    for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = c;
    for (char c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = c;
    for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = static_cast<char>(c - 'A' + 'a');
    return table;
}();

struct LetterSpelling {
    char32_t letter;
    char const* spelling;
};

/// Latin letters that Unicode does not take apart into a base letter and a mark.
constexpr std::array latin_spellings{
    LetterSpelling{U'æ', "ae"}, LetterSpelling{U'œ', "oe"}, LetterSpelling{U'ø', "o"},
    LetterSpelling{U'ł', "l"},  LetterSpelling{U'đ', "d"},  LetterSpelling{U'ð', "d"},
    LetterSpelling{U'þ', "th"}, LetterSpelling{U'ħ', "h"},  LetterSpelling{U'ı', "i"},
    LetterSpelling{U'ŋ', "n"},  LetterSpelling{U'ŧ', "t"},  LetterSpelling{U'ə', "a"},
};

icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

using GetNormalizer = icu::Normalizer2 const* (*)(UErrorCode&);

icu::UnicodeString normalised(icu::UnicodeString const& text, GetNormalizer get) {
    UErrorCode status = U_ZERO_ERROR;
    auto const result = get(status)->normalize(text, status);
    DOORSTEP_ASSERT(U_SUCCESS(status), u_errorName(status));
    return result;
}

/// Accents, and the vowel marks that Arabic may leave out, belong to no script of their own; the vowel signs
/// of Indian scripts do, and are part of the word.
bool is_accent(UChar32 character) {
    UErrorCode status = U_ZERO_ERROR;
    return (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0 &&
           uscript_getScript(character, &status) == USCRIPT_INHERITED;
}

bool is_word_character(UChar32 character) {
    return u_isalnum(character) || (U_GET_GC_MASK(character) & (U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

void append_folded(icu::UnicodeString& result, UChar32 character) {
    auto const spelling = std::find_if(latin_spellings.begin(), latin_spellings.end(), [&](auto const& row) {
        return row.letter == static_cast<char32_t>(character);
    });
    if (spelling != latin_spellings.end())
        result.append(icu::UnicodeString::fromUTF8(spelling->spelling));
    else if (is_word_character(character))
        result.append(character);
    else if (!result.isEmpty() && result.charAt(result.length() - 1) != u' ')
        result.append(u' ');
}

std::string fold_unicode(std::string_view text) {
    auto const folded = normalised(from_utf8(text), &icu::Normalizer2::getNFKCCasefoldInstance);
    auto const apart = normalised(folded, &icu::Normalizer2::getNFDInstance);
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        auto const character = apart.char32At(i);
        if (!is_accent(character)) append_folded(kept, character);
    }
    std::string result;
    normalised(kept.trim(), &icu::Normalizer2::getNFCInstance).toUTF8String(result);
    return result;
}

/// Writing the count of its figures before a number makes byte order the order of the numbers.
void append_number(std::string& key, std::string_view number) {
    while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
    key += static_cast<char>('0' + std::min<std::size_t>(number.size(), 40));
    key += number;
}

constexpr bool is_digit(char character) { return character >= '0' && character <= '9'; }

}  // namespace

bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string without_apostrophes(std::string_view text) {
    constexpr std::array<std::string_view, 5> apostrophes{"'", "`", "’", "‘", "ʼ"};
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        auto const found =
            std::find_if(apostrophes.begin(), apostrophes.end(),
                         [&](std::string_view apostrophe) { return text.starts_with(apostrophe); });
        if (found == apostrophes.end()) result += text.front();
        text.remove_prefix(found == apostrophes.end() ? 1 : found->size());
    }
    return result;
}

std::u32string case_folded(std::string_view text) {
    std::u32string result;
    if (is_ascii(text)) {
        for (char const c : text) result += static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        return result;
    }
    auto const folded = from_utf8(text).foldCase();
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1))
        result += static_cast<char32_t>(folded.char32At(i));
    return result;
}

bool is_valid_utf8(std::string_view text) {
    auto const* bytes = reinterpret_cast<std::uint8_t const*>(text.data());
    auto const size = text.size();
    for (std::size_t i = 0; i < size;) {
        if (bytes[i] < 0x80) {
            ++i;
            continue;
        }
        UChar32 character = 0;
        U8_NEXT(bytes, i, size, character);
        if (character < 0) return false;
    }
    return true;
}

std::string normalise(std::string_view text) {
    auto const has_nul = text.find('\0') != std::string_view::npos;
    if (is_ascii(text) && !has_nul) return std::string(text);
    auto unicode = from_utf8(text);
    if (has_nul)
        for (std::int32_t i = 0; i < unicode.length(); ++i)
            if (unicode.charAt(i) == 0) unicode.setCharAt(i, 0xfffd);
    std::string result;
    normalised(unicode, &icu::Normalizer2::getNFCInstance).toUTF8String(result);
    return result;
}

std::string fold(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (char const character : text) {
        if (static_cast<unsigned char>(character) >= 0x80) return fold_unicode(text);
        char const folded = ascii_folded[static_cast<std::size_t>(character)];
        if (folded != ' ' || (!result.empty() && result.back() != ' ')) result += folded;
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

std::string sort_key(std::string_view text) {
    auto const folded = fold(without_apostrophes(text));
    std::string key;
    for (std::size_t i = 0; i < folded.size();) {
        auto end = i;
        while (end < folded.size() && is_digit(folded[end])) ++end;
        if (end == i)
            key += folded[i++];
        else
            append_number(key, std::string_view(folded).substr(i, end - i));
        i = std::max(i, end);
    }
    return key;
}

}  // namespace doorstep::text

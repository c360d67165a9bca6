#include "domain/wording/mentions.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace doorstep::domain::wording {
namespace {

constexpr std::array titles{"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "the", "and", "of"};

bool is_title(std::string_view word) { return std::find(titles.begin(), titles.end(), word) != titles.end(); }

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string digits_in(std::string_view text) {
    std::string digits;
    for (char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

/// Text folded once, with a space at either end, so that whole words can be looked for.
class Haystack {
  public:
    explicit Haystack(std::string_view text)
        : words_(" " + text::fold(text) + " "), digits_(digits_in(text)), lower_(text::lower_ascii(text)) {}
    bool has_words(std::string const& folded) const {
        return !folded.empty() && words_.find(" " + folded + " ") != std::string::npos;
    }
    bool has_digits(std::string const& digits) const { return digits_.find(digits) != std::string::npos; }
    bool has_exactly(std::string const& lower) const { return lower_.find(lower) != std::string::npos; }

  private:
    std::string words_;
    std::string digits_;
    std::string lower_;
};

}  // namespace

std::vector<Mention> mentions(std::string_view text, std::vector<Identity> const& identities) {
    Haystack const haystack(text);
    std::vector<Mention> found;
    auto const add = [&](std::string_view words) {
        Mention mention{std::string(text::trim(words))};
        if (std::find(found.begin(), found.end(), mention) == found.end())
            found.push_back(std::move(mention));
    };
    for (auto const& identity : identities) {
        // (1)
        for (auto const part : text::split(identity.name, ' ')) {
            auto const folded = text::fold(part);
            if (text::length(folded) >= 2 && !is_title(folded) && haystack.has_words(folded)) add(part);
        }
        // (2)
        for (auto const part : text::split(identity.address, ','))
            if (has_digit(part) && haystack.has_words(text::fold(part))) add(part);
        // (3) Without the leading 0 or country code, which may be written either way.
        auto const number = digits_in(identity.telephone);
        if (number.size() >= 9 && haystack.has_digits(number.substr(number.size() - 9)))
            add(identity.telephone);
        // (4)
        if (!identity.email.empty() && haystack.has_exactly(text::lower_ascii(identity.email)))
            add(identity.email);
    }
    return found;
}

}  // namespace doorstep::domain::wording

#include "domain/papers/numbers.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace doorstep::domain::papers {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

constexpr std::array months{"january", "february", "march",     "april",   "may",      "june",
                            "july",    "august",   "september", "october", "november", "december"};
/// What a number after them names is no figure.
constexpr std::array naming_words{"appendix", "section", "sections", "part",   "page",  "act",
                                  "chapter",  "edition", "question", "figure", "table", "no"};

template <std::size_t Size>
bool is_among(std::array<char const*, Size> const& words, std::string const& word) {
    return std::any_of(words.begin(), words.end(), [&](char const* one) { return word == one; });
}

class NumberReader {
  public:
    explicit NumberReader(std::string_view words) : words_(words) {}

    std::vector<std::string> read() {
        while (at_ < words_.size())
            if (is_digit(words_[at_]))
                read_one();
            else
                ++at_;
        return std::move(found_);
    }

  private:
    char before(std::size_t at) const { return at == 0 ? ' ' : words_[at - 1]; }
    char after(std::size_t at) const { return at < words_.size() ? words_[at] : ' '; }

    /// The word that stands there after spaces, in lower case.
    std::string next_word(std::size_t at) const {
        while (at < words_.size() && words_[at] == ' ') ++at;
        std::string word;
        for (; at < words_.size() && is_letter(words_[at]); ++at) word += words_[at];
        return text::lower_ascii(word);
    }
    std::string last_word(std::size_t at) const {
        while (at > 0 && words_[at - 1] == ' ') --at;
        auto const end = at;
        while (at > 0 && is_letter(words_[at - 1])) --at;
        return text::lower_ascii(words_.substr(at, end - at));
    }
    bool starts_line(std::size_t at) const {
        while (at > 0 && words_[at - 1] == ' ') --at;
        return at == 0 || words_[at - 1] == '\n';
    }

    void read_one() {
        auto const from = at_;
        std::string number;
        bool has_comma = false;
        for (; at_ < words_.size(); ++at_) {
            auto const c = words_[at_];
            if (is_digit(c)) {
                number += c;
                continue;
            }
            bool const groups = c == ',' && is_digit(after(at_ + 1)) && is_digit(after(at_ + 2)) &&
                                is_digit(after(at_ + 3)) && !is_digit(after(at_ + 4));
            bool const divides = c == '.' && is_digit(after(at_ + 1));
            if (groups) has_comma = true;
            if (divides) number += c;
            if (!groups && !divides) break;
        }
        if (is_telephone(from)) return skip_digits();
        bool const percent = after(at_) == '%' || next_word(at_) == "percent" || is_per_cent();
        if (!percent && is_no_figure(from, number, has_comma)) return;
        found_.push_back(number + (percent ? "%" : ""));
    }

    bool is_per_cent() const {
        auto const rest = words_.substr(std::min(at_, words_.size()));
        return rest.starts_with(" per cent");
    }
    /// A nought first, and more digits than a figure has.
    bool is_telephone(std::size_t from) const {
        return words_[from] == '0' && at_ - from >= 3 &&
               words_.substr(from, at_ - from).find('.') == std::string_view::npos;
    }
    void skip_digits() {
        while (at_ < words_.size() &&
               (is_digit(words_[at_]) || (words_[at_] == ' ' && is_digit(after(at_ + 1)))))
            ++at_;
    }
    bool is_no_figure(std::size_t from, std::string const& number, bool has_comma) {
        auto const first = before(from);
        auto const next = after(at_);
        // Part of a word or a date: "Q1", "2023/24", "10am", "1st", "10:30", "2026-06-01".
        if (is_letter(first) || first == '_' || is_letter(next)) return true;
        bool const follows = from >= 2 && is_digit(words_[from - 2]);
        bool const goes_on = is_digit(after(at_ + 1));
        for (auto const joint : {'/', ':', '-'})
            if ((first == joint && follows) || (next == joint && goes_on)) return true;
        if (is_among(months, next_word(at_)) || is_among(naming_words, last_word(from))) return true;
        bool const whole = number.find('.') == std::string::npos;
        // A year; a figure of that size is written with its comma.
        if (whole && !has_comma && number.size() == 4 &&
            (number.starts_with("19") || number.starts_with("20")))
            return true;
        // "4.1 Cases" at the beginning of a line, "1." and "1)" of a list.
        return starts_line(from) && (next == ')' || (next == '.' && after(at_ + 1) == ' '));
    }

    std::string_view words_;
    std::size_t at_ = 0;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> numbers_in(std::string_view words) { return NumberReader(words).read(); }

std::vector<std::string> unknown_numbers(std::string_view words, std::set<std::string> const& known) {
    std::vector<std::string> unknown;
    for (auto& number : numbers_in(words))
        if (!known.contains(number) && std::find(unknown.begin(), unknown.end(), number) == unknown.end())
            unknown.push_back(std::move(number));
    return unknown;
}

}  // namespace doorstep::domain::papers

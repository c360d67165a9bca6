#pragma once

#include <string>
#include <string_view>
#include <vector>

/// A text as words that can be compared; used by the check only.
namespace doorstep::domain::outbound {

struct Word {
    std::string folded;  ///< "marsh"; numbers without leading zeros, "twelve" as "12"
    bool is_capitalised = false;
    bool starts_sentence = false;
};

std::vector<Word> words_in(std::string_view text);
/// The folded words of a phrase, numbers as above.
std::vector<std::string> folded_words(std::string_view phrase);

/// Where the sequence stands in the words; -1 when nowhere.
int find(std::vector<Word> const& words, std::vector<std::string> const& sequence);

/// Runs of digits as people write numbers, without what stands between them: "+44 (0)7700 900 123" gives
/// "4407700900123". At least nine digits.
std::vector<std::string> long_numbers_in(std::string_view text);

bool is_title(std::string_view folded);
/// Also an everyday word or the name of a month: "will", "may", "young".
bool is_ordinary_word(std::string_view folded);

}  // namespace doorstep::domain::outbound

#include "gateways/password_strength.h"

#include <zxcvbn.h>

#include <cmath>

namespace doorstep::gateways {

double guesses_of_password(std::string_view password, std::vector<std::string> const& own_words) {
    /// Its time grows with more than the square of the length.
    constexpr std::size_t looked_at = 100;
    std::string const beginning(password.substr(0, looked_at));
    std::vector<char const*> words;
    words.reserve(own_words.size() + 1);
    for (auto const& word : own_words)
        if (!word.empty()) words.push_back(word.c_str());
    words.push_back(nullptr);
    return ZxcvbnMatch(beginning.c_str(), words.data(), nullptr) * std::log10(2.0);
}

}  // namespace doorstep::gateways

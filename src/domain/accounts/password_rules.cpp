#include "domain/accounts/password_rules.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/assert.h"
#include "base/embedded.h"
#include "base/text.h"

namespace doorstep::domain::accounts {
namespace {

constexpr std::size_t longest = 1000;
/// "abcabcabcabc" is no longer than "abc".
constexpr std::size_t longest_repeated = 4;

std::set<std::string_view> const& common_passwords() {
    static std::set<std::string_view> const all = [] {
        auto const file = embedded_file("content/common-passwords.txt");
        DOORSTEP_ASSERT(file, "the list of common passwords is not in the program");
        std::set<std::string_view> lines;
        for (auto const line : text::split(file->content, '\n'))
            if (!line.empty() && !line.starts_with('#')) lines.insert(line);
        return lines;
    }();
    return all;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// Folded, without spaces: "Dana Okafor" is "danaokafor" however it is written.
std::string squeezed(std::string_view words) {
    auto folded = text::fold(words);
    std::erase(folded, ' ');
    return folded;
}

/// The letter that a sign or digit is often written for.
char letter_meant(char c) {
    switch (c) {
        case '@':
        case '4':
            return 'a';
        case '3':
            return 'e';
        case '1':
        case '!':
            return 'i';
        case '0':
            return 'o';
        case '$':
        case '5':
            return 's';
        case '7':
            return 't';
        default:
            return c;
    }
}

/// Lower case, without what is no letter at either end.
std::string_view without_ends(std::string_view lower) {
    while (!lower.empty() && !is_letter(lower.front())) lower.remove_prefix(1);
    while (!lower.empty() && !is_letter(lower.back())) lower.remove_suffix(1);
    return lower;
}

bool is_listed(std::string_view candidate) { return common_passwords().contains(candidate); }

bool repeats_itself(std::string_view lower) {
    for (std::size_t period = 1; period <= longest_repeated; ++period) {
        bool same = lower.size() > period;
        for (std::size_t at = period; same && at < lower.size(); ++at) same = lower[at] == lower[at - period];
        if (same) return true;
    }
    return false;
}

bool holds(std::string_view password, std::string_view own, std::size_t at_least) {
    return own.size() >= at_least && password.find(own) != std::string_view::npos;
}

bool is_about_the_person(std::string_view password, PasswordFacts const& facts) {
    auto const typed = squeezed(password);
    if (holds(typed, squeezed(facts.email), 1)) return true;
    // Shorter names are part of too many innocent words.
    constexpr std::size_t long_enough = 5;
    if (holds(typed, squeezed(facts.email.substr(0, facts.email.find('@'))), long_enough)) return true;
    if (holds(typed, squeezed(facts.name), long_enough)) return true;
    auto const folded_name = text::fold(facts.name);
    auto words = text::split(folded_name, ' ');
    std::reverse(words.begin(), words.end());
    std::string turned;
    for (auto const word : words) turned += word;
    return holds(typed, turned, long_enough);
}

/// Whether it holds one of the words that come to mind here, and too little else. The words: this program,
/// the landlord's name and its parts, what landlords are called, the host of the e-mail address.
bool is_about_this_place(std::string_view password, PasswordFacts const& facts) {
    auto const folded = text::fold(facts.landlord);
    auto const at = facts.email.find('@');
    auto const host = at == std::string_view::npos ? std::string_view() : facts.email.substr(at + 1);
    std::vector<std::string> words{"doorstep",
                                   "housing",
                                   "homes",
                                   "antisocial",
                                   squeezed(facts.landlord),
                                   squeezed(host.substr(0, host.find('.')))};
    for (auto const word : text::split(folded, ' ')) words.emplace_back(word);
    std::sort(words.begin(), words.end(), [](auto const& a, auto const& b) { return a.size() > b.size(); });
    std::string rest;
    for (char const c : squeezed(password)) rest += letter_meant(c);
    bool holds_one = false;
    constexpr std::size_t shortest_word = 5;
    for (auto const& word : words) {
        if (word.size() < shortest_word) continue;
        for (auto found = rest.find(word); found != std::string::npos; found = rest.find(word)) {
            rest.erase(found, word.size());
            holds_one = true;
        }
    }
    constexpr std::size_t enough_besides = 8;
    return holds_one && text::length(rest) < enough_besides;
}

tl::unexpected<Refusal> refuse_password(std::string_view code, std::string message) {
    return refuse_field(code, "new-password", std::move(message));
}

}  // namespace

bool is_common_password(std::string_view password) {
    std::string lower;
    for (char const c : text::lower_ascii(text::normalise(password)))
        if (c != ' ' && c != '-' && c != '_' && c != '.') lower += c;
    if (is_listed(lower)) return true;
    std::string letters;
    for (char const c : lower) letters += letter_meant(c);
    if (is_listed(letters)) return true;
    // Ends are cut before and after undoing replacements: "p4ssw0rd1" and "1password1".
    std::string core;
    for (char const c : without_ends(lower)) core += letter_meant(c);
    return is_listed(without_ends(lower)) || is_listed(core) || is_listed(without_ends(letters));
}

Expected<Done> check_password(std::string_view password, PasswordFacts const& facts) {
    auto const length = text::length(password);
    if (length < facts.at_least)
        return refuse_password("password-short",
                               "Password must be " + std::to_string(facts.at_least) +
                                   " characters or more. Three random words are a good one");
    if (length > longest)
        return refuse_password("password-long", "Password must be 1,000 characters or fewer");
    if (is_about_the_person(password, facts))
        return refuse_password("password-personal",
                               "Password must not have your name or e-mail address in it");
    if (repeats_itself(text::lower_ascii(password)) || is_common_password(password))
        return refuse_password("password-common",
                               "Password is easy to guess. Choose another, such as three random words");
    if (is_about_this_place(password, facts))
        return refuse_password(
            "password-of-this-place",
            "Password must have more in it than the name of the landlord or of this service");
    return Done{};
}

}  // namespace doorstep::domain::accounts

#include "domain/accounts/device_words.h"

#include <span>
#include <utility>

namespace doorstep::domain::accounts {
namespace {

using Sign = std::pair<std::string_view, std::string_view>;

// Edge says it is Chrome too, and Chrome that it is Safari.
constexpr Sign browser_signs[] = {
    {"Edg", "Edge"},         {"OPR/", "Opera"},     {"SamsungBrowser", "Samsung Internet"},
    {"Firefox/", "Firefox"}, {"FxiOS", "Firefox"},  {"CriOS", "Chrome"},
    {"Chrome/", "Chrome"},   {"Safari/", "Safari"},
};
// Android says it is Linux too, and an iPhone that it is like a Mac.
constexpr Sign system_signs[] = {
    {"iPhone", "iPhone"},   {"iPad", "iPad"},    {"Android", "Android"}, {"Windows", "Windows"},
    {"CrOS", "Chromebook"}, {"Mac OS X", "Mac"}, {"Linux", "Linux"},
};

std::string_view first_in(std::string_view user_agent, std::span<Sign const> signs) {
    for (auto const& [sign, words] : signs)
        if (user_agent.find(sign) != std::string_view::npos) return words;
    return {};
}

}  // namespace

std::string device_words(std::string_view user_agent) {
    auto const browser = first_in(user_agent, browser_signs);
    auto const system = first_in(user_agent, system_signs);
    if (browser.empty()) return std::string(system);
    if (system.empty()) return std::string(browser);
    return std::string(browser) + " on " + std::string(system);
}

}  // namespace doorstep::domain::accounts

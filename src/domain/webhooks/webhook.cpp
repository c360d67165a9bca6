#include "domain/webhooks/webhook.h"

#include <algorithm>

#include "base/text.h"
#include "domain/events/kinds.h"

namespace doorstep::domain::webhooks {
namespace {

constexpr std::size_t longest_webhook_name = 100;
constexpr std::size_t longest_address = 500;
constexpr std::int64_t first_wait_seconds = 30;
constexpr std::int64_t longest_wait_seconds = 12 * 3600;
constexpr int most_tries = 18;

bool is_web_address(std::string_view address) {
    auto const rest = address.starts_with("https://")  ? address.substr(8)
                      : address.starts_with("http://") ? address.substr(7)
                                                       : std::string_view();
    auto const host = rest.substr(0, rest.find_first_of("/?"));
    bool const is_plain = std::all_of(address.begin(), address.end(),
                                      [](char c) { return c > ' ' && c < 0x7F && c != '"' && c != '\\'; });
    return is_plain && !host.empty() && host.find('@') == std::string_view::npos &&
           address.find('#') == std::string_view::npos && address.size() <= longest_address;
}

}  // namespace

std::vector<std::string_view> kinds_to_tell() {
    std::vector<std::string_view> names;
    for (auto const& kind : events::all_kinds())
        if (kind.group != events::Group::system) names.push_back(kind.name);
    return names;
}

Expected<Done> check_webhook(Webhook const& webhook) {
    if (text::trim(webhook.name).empty())
        return refuse_field("webhook-name", "name", "Enter a name, such as the program it is for");
    if (text::length(webhook.name) > longest_webhook_name)
        return refuse_field("webhook-name", "name", "Name must be 100 characters or fewer");
    if (!is_web_address(webhook.address))
        return refuse_field("webhook-address", "address",
                            "Enter an address that begins with https:// or http://, without a password");
    if (webhook.kinds.empty()) return refuse_field("webhook-kinds", "kinds", "Select what it is told of");
    auto const known = kinds_to_tell();
    for (auto const& kind : webhook.kinds)
        if (std::find(known.begin(), known.end(), kind) == known.end())
            return refuse_field("webhook-kinds", "kinds", "Select from the list");
    return Done{};
}

std::optional<Instant> next_try(int failed_tries, Instant now) {
    if (failed_tries >= most_tries) return std::nullopt;
    auto wait = first_wait_seconds;
    for (int n = 1; n < failed_tries && wait < longest_wait_seconds; ++n) wait *= 2;
    return now.plus_seconds(std::min(wait, longest_wait_seconds));
}

}  // namespace doorstep::domain::webhooks

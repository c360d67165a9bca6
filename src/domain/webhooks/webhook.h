#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.h"
#include "base/expected.h"
#include "base/instant.h"
#include "domain/ids.h"

/// Other programs that are told when something happens: what kind of thing, on which record, never what it
/// says. Messages are made and signed as Standard Webhooks 1.0 (standardwebhooks.com) has it.
namespace doorstep::domain::webhooks {

/// `stopped`: switched off by the program, after it had failed for too long.
enum class State { on, off, stopped };
constexpr auto enum_names(State) {
    return std::array{EnumName{State::on, "on", "On"}, EnumName{State::off, "off", "Off"},
                      EnumName{State::stopped, "stopped", "Stopped after failing"}};
}

struct Webhook {
    WebhookId id;
    std::string name;
    std::string address;
    State state = State::on;
    std::vector<std::string> kinds;        ///< names of events, sorted
    std::optional<Instant> failing_since;  ///< nothing while the last try went through
    std::optional<Instant> last_delivered_at;
    Instant created_at;
    std::int64_t version = 1;
};

/// Kinds of events of cases and reports: all that a webhook may be told of.
std::vector<std::string_view> kinds_to_tell();

/// Refused: no name or a long one; an address that is not http or https, or carries a user, password or
/// fragment; no kind, or one that is never told.
Expected<Done> check_webhook(Webhook const& webhook);

/// When to try again after so many failed tries: half a minute, doubled each time, at most every 12 hours,
/// for about four days; nothing when it is given up.
std::optional<Instant> next_try(int failed_tries, Instant now);

}  // namespace doorstep::domain::webhooks

#pragma once

#include <algorithm>
#include <chrono>

/// When to try again after a mail server could not take a message just now. RFC 5321 section 4.5.4.1: wait
/// before each further try, longer each time. It lets relays go on for days; we are the sender, and a
/// colleague can ring, so we give up after a day.
namespace doorstep::domain::messages {

/// Two minutes after the first try, twice as long after each further one, never over four hours.
constexpr std::chrono::minutes wait_after(int attempts) {
    constexpr std::chrono::minutes first{2};
    constexpr std::chrono::minutes longest{240};
    auto wait = first;
    for (int n = 1; n < attempts && wait < longest; ++n) wait *= 2;
    return std::min(wait, longest);
}

/// With the waits above the last try comes 24 hours after the first.
constexpr int most_attempts = 13;

}  // namespace doorstep::domain::messages

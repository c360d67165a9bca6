#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/text.h"
#include "forms/words.h"

namespace doorstep::forms {

/// What a check may ask besides the value.
struct CheckFacts {
    Date today;
    http::Language language = http::Language::english;
};

/// A rule about one value. Rules that need the case or the law live in domain/ and come back as refusals.
template <class T>
struct Check {
    /// True for "an answer is needed": asked when there is none.
    bool is_required = false;
    /// The message when it does not hold; nothing when it does.
    std::function<std::optional<std::string>(T const&, CheckFacts const&)> problem;
    std::function<std::string(CheckFacts const&)> missing;
};

/// `required("Enter the date of the contact")`
struct required {
    Words message;
    explicit required(Words message) : message(message) {}
    template <class T>
    operator Check<T>() const {  // NOLINT: written in a list of checks
        auto words = message;
        return {.is_required = true, .problem = {}, .missing = [words](CheckFacts const& facts) {
                    return std::string(words.in(facts.language));
                }};
    }
};

/// "Date of the contact must be today or in the past"
inline Check<Date> not_in_future(Words message) {
    return {.problem = [message](Date const& date, CheckFacts const& facts) -> std::optional<std::string> {
                if (date <= facts.today) return std::nullopt;
                return std::string(message.in(facts.language));
            },
            .missing = {}};
}

inline Check<Date> not_in_past(Words message) {
    return {.problem = [message](Date const& date, CheckFacts const& facts) -> std::optional<std::string> {
                if (date >= facts.today) return std::nullopt;
                return std::string(message.in(facts.language));
            },
            .missing = {}};
}

/// At most so many characters (code points). "What was said must be 5,000 characters or fewer"
inline Check<std::string> at_most(std::size_t limit, Words message) {
    return {.problem = [limit, message](std::string const& value,
                                        CheckFacts const& facts) -> std::optional<std::string> {
                if (text::length(value) <= limit) return std::nullopt;
                return std::string(message.in(facts.language));
            },
            .missing = {}};
}

/// Any other rule on the value alone.
template <class T>
Check<T> holds(std::function<bool(T const&)> rule, Words message) {
    return {.problem = [rule = std::move(rule), message](
                           T const& value, CheckFacts const& facts) -> std::optional<std::string> {
                if (rule(value)) return std::nullopt;
                return std::string(message.in(facts.language));
            },
            .missing = {}};
}

}  // namespace doorstep::forms

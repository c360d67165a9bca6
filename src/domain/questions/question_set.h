#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

/// Versioned questions as data: the risk assessment and the closure survey. A published version never
/// changes.
namespace doorstep::domain::questions {

struct Option {
    std::string code;
    std::string text;
    std::string text_welsh;
    int score = 0;
};

/// "If the answer is `option`, then `effect`, because `reason`."
struct Rule {
    std::string option;
    std::string effect;  ///< a band, or a flag such as "hate"
    std::string reason;
};

struct Question {
    std::string code;  ///< stable across versions
    /// Raised when the words changed so that answers no longer compare (M-105).
    int wording = 1;
    std::string group;
    std::string text;
    std::string text_welsh;
    std::string hint;
    std::vector<Option> options;
    std::string list;             ///< options come from this dated list instead, such as "channels"
    std::vector<Rule> automatic;  ///< gives a band whatever the score
    std::vector<Rule> at_least;   ///< lifts the band to at least this
    std::vector<Rule> flags;
    std::vector<std::string> good;  ///< answers that count as good, for a survey's share
    std::string measure;            ///< the figure this answers
    bool asks_words = false;        ///< "Tell us more", in their own words

    Option const* option(std::string_view code) const;
    int highest_score() const;
};

struct Band {
    std::string name;
    int from = 0;  ///< lowest score
};

struct QuestionSet {
    std::string code;  ///< "ram", "survey"
    int version = 1;
    std::string title;
    std::string source;
    Date in_use_from;
    std::optional<Date> in_use_until;  ///< exclusive
    std::vector<Band> bands;           ///< lowest first
    std::vector<Question> questions;

    Question const* question(std::string_view code) const;
    bool is_in_use(Date on) const { return in_use_from <= on && (!in_use_until || on < *in_use_until); }
};

}  // namespace doorstep::domain::questions

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/cases/case_file.h"
#include "domain/questions/question_set.h"

namespace doorstep::domain::risk {

using cases::RiskBand;

/// Question code to option code; a question left out was not answered.
using Answers = std::map<std::string, std::string, std::less<>>;

struct ScoredAnswer {
    std::string question;
    std::string option;  ///< empty when not answered
    int score = 0;
};

struct Score {
    int score = 0;        ///< of what was answered
    int worst_score = 0;  ///< with every unanswered question at its highest: not answering is not nought
    bool complete = false;
    RiskBand scored_band = RiskBand::standard;  ///< by the worst score
    RiskBand band = RiskBand::standard;         ///< after the rules that beat or lift the score
    std::string automatic_reason;               ///< why, when a rule did; empty otherwise
    std::vector<std::string> flags;             ///< "hate", "self-harm"
    std::vector<ScoredAnswer> answers;
    std::vector<std::string> unanswered;
};

/// Adds up, then applies the set's own rules: a band that an answer gives by itself beats the score; "at
/// least" lifts it. Such rules ask for an answer somebody gave: what was not answered is worst in the score,
/// and is shown as missing.
Score score(questions::QuestionSet const& set, Answers const& answers);

enum class Override { none, raised, lowered };
/// How the band somebody chose stands to the scored one. Raising needs a reason; lowering a reason and a
/// second person.
Override override_of(RiskBand computed, std::optional<RiskBand> chosen);

}  // namespace doorstep::domain::risk

#include "pages/risk/risk_parts.h"

namespace doorstep::pages::risk {

using domain::risk::OverrideState;
using domain::risk::RiskBand;

govuk::Tag band_tag(RiskBand band) {
    char const* colour = "govuk-tag--grey";
    if (band == RiskBand::high) colour = "govuk-tag--red";
    if (band == RiskBand::medium) colour = "govuk-tag--yellow";
    return {.text = std::string(words_of(band)), .classes = colour};
}

std::string override_words(domain::risk::Assessment const& assessment) {
    if (assessment.override_state == OverrideState::none || !assessment.override_band) return "";
    return std::string(words_of(assessment.override_state)) + ": " +
           std::string(words_of(*assessment.override_band));
}

std::string score_words(int score, int worst_score, bool complete) {
    auto words = std::to_string(score);
    if (!complete)
        words += ", or " + std::to_string(worst_score) + " with what was not answered at its highest";
    return words;
}

std::vector<std::string> flag_words(std::vector<std::string> const& flags) {
    std::vector<std::string> words;
    for (auto const& flag : flags) {
        if (flag == "hate") words.emplace_back("Seen as hate by the victim or another person");
        if (flag == "self-harm") words.emplace_back("Somebody spoke of harming themselves");
    }
    return words;
}

std::string answer_words(domain::questions::Question const& question, std::string_view option) {
    auto const* chosen = question.option(option);
    return chosen ? chosen->text : "Not answered";
}

}  // namespace doorstep::pages::risk

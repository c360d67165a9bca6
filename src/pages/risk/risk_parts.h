#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/questions/question_set.h"
#include "domain/risk/assessment.h"
#include "govuk/tag.h"

/// Shared by the pages about risk.
namespace doorstep::pages::risk {

/// "High"
govuk::Tag band_tag(domain::risk::RiskBand band);
/// What stands beside a band that somebody chose in place of the computed one; empty where nobody did.
std::string override_words(domain::risk::Assessment const& assessment);
/// "17, or 24 with what was not answered at its highest"
std::string score_words(int score, int worst_score, bool complete);
/// What an answer points to besides the score.
std::vector<std::string> flag_words(std::vector<std::string> const& flags);
/// "Most days"; "Not answered" for an empty option.
std::string answer_words(domain::questions::Question const& question, std::string_view option);

}  // namespace doorstep::pages::risk

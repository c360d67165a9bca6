#include "domain/risk/score.h"

#include <algorithm>

namespace doorstep::domain::risk {
namespace {

RiskBand band_for(questions::QuestionSet const& set, int score) {
    RiskBand band = RiskBand::standard;
    for (auto const& row : set.bands)
        if (score >= row.from)
            if (auto named = enum_from_name<RiskBand>(row.name)) band = *named;
    return band;
}

}  // namespace

Score score(questions::QuestionSet const& set, Answers const& answers) {
    Score result;
    std::optional<RiskBand> automatic;
    std::optional<RiskBand> floor;
    std::string floor_reason;
    for (auto const& question : set.questions) {
        auto const given = answers.find(question.code);
        auto const* option = given == answers.end() ? nullptr : question.option(given->second);
        if (!option) {
            result.worst_score += question.highest_score();
            result.unanswered.push_back(question.code);
            result.answers.push_back({question.code, "", 0});
            continue;
        }
        result.score += option->score;
        result.worst_score += option->score;
        result.answers.push_back({question.code, option->code, option->score});
        for (auto const& rule : question.automatic)
            if (rule.option == option->code)
                if (auto band = enum_from_name<RiskBand>(rule.effect);
                    band && (!automatic || *band > *automatic)) {
                    automatic = band;
                    result.automatic_reason = rule.reason;
                }
        for (auto const& rule : question.at_least)
            if (rule.option == option->code)
                if (auto band = enum_from_name<RiskBand>(rule.effect); band && (!floor || *band > *floor)) {
                    floor = band;
                    floor_reason = rule.reason;
                }
        for (auto const& rule : question.flags)
            if (rule.option == option->code) result.flags.push_back(rule.effect);
    }
    result.complete = result.unanswered.empty();
    result.scored_band = band_for(set, result.worst_score);
    result.band = result.scored_band;
    if (floor && *floor > result.band && (!automatic || *floor > *automatic)) {
        result.band = *floor;
        result.automatic_reason = floor_reason;
    }
    if (automatic) result.band = std::max(result.band, *automatic);
    return result;
}

Override override_of(RiskBand computed, std::optional<RiskBand> chosen) {
    if (!chosen || *chosen == computed) return Override::none;
    return *chosen > computed ? Override::raised : Override::lowered;
}

}  // namespace doorstep::domain::risk

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/expected.h"
#include "domain/ids.h"

/// Checks of live cases by somebody who does not work on them (T06).
namespace doorstep::domain::quality {

enum class Why { random, risk };
constexpr auto enum_names(Why) {
    return std::array{EnumName{Why::random, "random", "Drawn at random"},
                      EnumName{Why::risk, "risk", "Drawn by risk"}};
}

enum class Verdict { met, not_met, does_not_apply };
constexpr auto enum_names(Verdict) {
    return std::array{EnumName{Verdict::met, "met", "Yes"}, EnumName{Verdict::not_met, "not-met", "No"},
                      EnumName{Verdict::does_not_apply, "does-not-apply", "Does not apply"}};
}

struct Question {
    std::string code;
    std::string text;
};
/// standards/quality/checklist.toml
struct Checklist {
    int random_cases = 0;  ///< drawn each month
    int risk_cases = 0;
    std::vector<Question> questions;
};

struct Check {
    QualityCheckId id;
    CaseFileId case_file;
    std::string month;  ///< "2026-06"
    Why why = Why::random;
    std::optional<AccountId> officer;  ///< whose case it was when it was drawn
    std::optional<TeamId> team;
    std::optional<AreaId> area;
    std::map<std::string, Verdict> answers;
    std::int64_t met = 0;
    std::int64_t asked = 0;  ///< those that apply; 0 until it is checked
    std::string feedback;    ///< for the officer
    std::string learning;    ///< for the team
    std::optional<AccountId> checked_by;
    std::optional<Date> checked_on;
    std::int64_t version = 1;

    bool is_done() const { return checked_on.has_value(); }
};

/// An open case that could be drawn.
struct Drawable {
    CaseFileId id;
    std::optional<AccountId> owner;
    std::optional<TeamId> team;
    std::optional<AreaId> area;
    int weight = 0;  ///< high risk and overdue work weigh more
};
struct Drawn {
    Drawable drawn;
    Why why = Why::random;
};
/// (1) So many with the greatest weight; of equal weight by the same lot. (2) So many others by lot: the
/// order of a hash of the month and the case, which nobody can choose and everybody can repeat.
std::vector<Drawn> draw(std::vector<Drawable> cases, Checklist const& checklist, std::string const& month);

/// Every question is answered; where something was not met, feedback says what. Sets the score.
Expected<Done> finish(Check& check, Checklist const& checklist);

}  // namespace doorstep::domain::quality

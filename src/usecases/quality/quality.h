#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/quality/quality_check.h"
#include "storage/quality_checks.h"
#include "usecases/context.h"

/// Checks of live cases (T06). Each needs Action::check_quality, and the case Action::see_case; nobody checks
/// a case they own or worked on.
namespace doorstep::usecases::quality {

using storage::quality_checks::Listed;
using storage::quality_checks::Score;

struct QualityView {
    std::string month;  ///< "2026-06"
    std::vector<Listed> checks;
    std::vector<Score> by_officer;  ///< of the last twelve months
    std::vector<Score> by_team;
    std::vector<Score> by_area;
    std::vector<std::string> learning;  ///< of the month's finished checks
};
/// The month that today lies in when none is given.
Expected<QualityView> view_quality(Context& context, std::string const& month);

/// Draws the month's sample, once; refused ("drawn") when there is one, and when there is nothing to draw.
Expected<int> draw_sample(Context& context);

struct CheckView {
    Listed listed;
    domain::quality::Checklist const* checklist = nullptr;
    bool may_check = false;  ///< false for whoever worked on the case
};
Expected<CheckView> view_check(Context& context, std::string_view id);

struct FinishCheck {
    std::string id;
    std::int64_t seen_version = 0;
    std::map<std::string, domain::quality::Verdict> answers;
    std::string feedback;
    std::string learning;
};
/// Refused for whoever worked on the case ("own-case"), as domain::quality::finish refuses, and when someone
/// else finished it meanwhile.
Expected<Done> finish_check(Context& context, FinishCheck const& input);

}  // namespace doorstep::usecases::quality

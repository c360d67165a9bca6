#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "storage/improvements.h"
#include "usecases/context.h"

/// Improvements from weak results (M-110): who does what by when, what came of it, and when the tenants'
/// group was told.
namespace doorstep::usecases::improvements {

using storage::improvements::Improvement;

struct ImprovementList {
    std::vector<Improvement> improvements;
    int count = 0;
    int page = 1;
    int pages = 1;
    bool may_work = false;
};
constexpr int improvements_per_page = 25;
/// For whoever sees the panel; nothing in it leads to a case.
Expected<ImprovementList> list_improvements(Context& context, int page);
Expected<Improvement> view_improvement(Context& context, std::string_view id);

/// Needs Action::work_meetings, as the next. Refused: a measure that is not there, a review in the past.
Expected<std::string> add_improvement(Context& context, Improvement const& improvement);

struct ReviewImprovement {
    std::string id;
    std::int64_t seen_version = 0;
    std::string result;
    std::optional<Date> told_panel_on;
};
/// Says what came of it. Refused: a day in the future, and when someone else changed it meanwhile.
Expected<Done> review_improvement(Context& context, ReviewImprovement const& input);

}  // namespace doorstep::usecases::improvements

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/outbound/check.h"
#include "domain/plans/plan.h"

namespace doorstep::domain::plans {

/// Who does a step, as far as the reader may know.
enum class CopyOwner { we, reader, partner, support_team };

/// A line of the copy that goes to somebody who reported.
struct CopyLine {
    std::string what;
    CopyOwner whose{};
    Date due_on;
    std::optional<Date> done_on;
};

struct PlanCopy {
    std::vector<CopyLine> lines;
    /// Steps left out because their words give somebody away: for staff, who change the words.
    struct Hidden {
        std::string what;
        std::vector<outbound::Finding> findings;
    };
    std::vector<Hidden> hidden;
    bool others_work_too = false;  ///< there are steps of people the reader is not told about
};

/// The copy for one person who reported (M-84). Nothing in it says who anybody else is.
/// (1) Our steps and the reader's own stand in their own words. (2) A step of the person complained about, or
/// of another person who reported, is not shown at all, only that others have steps too. (3) Partners and
/// support teams are not named. (4) A step in whose words the check
/// before anything leaves finds anything, a caution too, is not shown: better a
/// line short than a neighbour found out. (5) Dropped steps are left out.
PlanCopy copy_for(std::vector<PlanStep> const& steps, CasePersonId reader, outbound::Facts const& others);

}  // namespace doorstep::domain::plans

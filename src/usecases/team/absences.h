#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "storage/team.h"
#include "usecases/context.h"
#include "usecases/team/officers.h"

namespace doorstep::usecases::team {

struct Colleague {
    AccountId id;
    std::string name;
};

/// Somebody's time away, with what falls due in it.
struct AwayTime {
    std::string id;
    Colleague who;
    Date from_on;
    Date back_on;            ///< the first day back
    std::string cover_name;  ///< empty when nobody covers: a gap
    std::string note;
};
struct AbsencesView {
    std::vector<AwayTime> absences;  ///< not over, the first to begin first; all for managers, else one's own
    std::vector<Colleague> may_be_away;  ///< whose absence the viewer may record
    std::vector<Colleague> may_cover;
};
Expected<AbsencesView> view_absences(Context& context);

/// One absence and everything of that person's due before they are back. A manager's page, and one's own.
struct AbsenceView {
    AwayTime away;
    std::vector<storage::team::DueItem> due;
    bool is_cut_short = false;  ///< more is due than is shown
    bool may_reassign = false;
};
Expected<AbsenceView> view_absence(Context& context, std::string_view id);

struct RecordAbsence {
    std::optional<AccountId> who;
    std::optional<Date> from_on;
    std::optional<Date> last_day;  ///< the last day away
    std::optional<AccountId> cover;
    std::string note;
};
/// Managers for anybody, others for themselves. Refused: the last day before the first, over already, covered
/// by oneself or by somebody away in that time.
Expected<std::string> record_absence(Context& context, RecordAbsence const& input);

}  // namespace doorstep::usecases::team

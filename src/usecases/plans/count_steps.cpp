#include "usecases/plans/count_steps.h"

#include "base/text.h"
#include "domain/plans/adherence.h"
#include "storage/plans.h"

namespace doorstep::usecases::plans {

void count_steps(Change& change, domain::cases::CaseFile& file) {
    auto const counted =
        domain::plans::adherence(storage::plans::agreed_steps_of_case(change.tx, file.id), change.today);
    file.steps_total = counted.total;
    file.steps_done = counted.done;
    file.steps_late = counted.late;
}

std::string refresh_late_steps(Context& context) {
    auto const changed = context.services.database.write(
        [&](storage::sql::Write& tx) { return storage::plans::refresh_late_steps(tx, context.today); });
    return text::count_of(changed, "case has", "cases have") + " steps that became late";
}

}  // namespace doorstep::usecases::plans

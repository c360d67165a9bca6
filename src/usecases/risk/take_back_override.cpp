#include "usecases/risk/take_back_override.h"

#include "storage/risk.h"
#include "usecases/cases/open_case.h"
#include "usecases/risk/override.h"

namespace doorstep::usecases::risk {

Expected<Done> take_back_override(Context& context, std::string_view reference, RiskAssessmentId id) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto const file = cases::open_case_to_change(change, reference, domain::access::Action::assess_risk);
        if (!file) return refuse(file.error());
        auto const made = storage::risk::find(change.tx, id);
        if (!made || made->assessment.case_file != file->id)
            return refuse(RefusalKind::not_found, "assessment-not-found",
                          "There is no such assessment of this case");
        if (made->assessment.made_by != change.viewer.account)
            return refuse(RefusalKind::forbidden, "not-your-request",
                          "Only whoever asked for a lower band can take the request back");
        if (made->assessment.override_state != domain::risk::OverrideState::waiting)
            return refuse(RefusalKind::conflict, "already-decided", "This request was decided already");
        withdraw_override(change, *file, made->assessment);
        return Done{};
    });
}

}  // namespace doorstep::usecases::risk

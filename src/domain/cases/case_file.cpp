#include "domain/cases/case_file.h"

namespace doorstep::domain::cases {
namespace {

void keep(std::optional<Date>& by, std::optional<Date>& on, std::optional<Date> next_by,
          std::optional<Date> met_on) {
    if (on) return;
    on = met_on;
    if (!on && next_by) by = next_by;
}

}  // namespace

void keep_first_promises(CaseFile& file) {
    keep(file.first_risk_by, file.first_risk_on, file.risk_review_by, file.risk_assessed_on);
    keep(file.first_plan_by, file.first_plan_on, file.plan_by, file.plan_agreed_on);
}

}  // namespace doorstep::domain::cases

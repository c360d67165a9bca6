#pragma once

#include <optional>
#include <string>

#include "domain/reports/draft.h"
#include "usecases/context.h"

namespace doorstep::usecases::reports {

/// What whoever sent a report may see of it afterwards: enough to keep, nothing of what they told.
struct SentReport {
    std::string reference;
    Date first_contact_by;
    bool in_danger = false;
    bool self_harm = false;
    bool will_contact_us = false;  ///< they said they would; we do not reach out
    std::string team;
    std::string telephone;
    std::string telephone_hours;
};
/// Nothing when the draft was not sent. At most four statements.
std::optional<SentReport> view_sent(Context& context, domain::reports::Draft const& draft);

}  // namespace doorstep::usecases::reports

#pragma once

#include <string_view>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/surveys/survey.h"
#include "usecases/context.h"

namespace doorstep::usecases::surveys {

struct OpenedSurvey {
    domain::surveys::Survey survey;
    domain::cases::CaseFile file;
};

/// Its results, for those who see surveys. Of a case that is restricted from them, or where they have a
/// conflict of interest, there is no survey. Somebody who only makes calls does not see those of cases they
/// worked on.
Expected<OpenedSurvey> open_survey(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                   std::string_view id);

/// To make the call: refused to anybody who worked on the case (M-95, "handled-the-case"), and when the
/// survey is over.
Expected<OpenedSurvey> open_survey_to_call(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                           std::string_view id);

/// Saves, or refuses because someone else changed it in between.
Expected<Done> save_survey(Change& change, domain::surveys::Survey& survey);

}  // namespace doorstep::usecases::surveys

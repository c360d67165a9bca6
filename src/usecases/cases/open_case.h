#pragma once

#include <string_view>

#include "base/expected.h"
#include "domain/access/permissions.h"
#include "domain/cases/case_file.h"
#include "usecases/context.h"

namespace doorstep::usecases::cases {

/// A case this viewer may do `action` on. Someone who may not know that it exists is told "not found";
/// someone who may see cases but not this one, that it is restricted; others, that their role does not allow
/// it.
Expected<domain::cases::CaseFile> open_case(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                            std::string_view reference, domain::access::Action action);

/// The same, with how the viewer stands to it, for pages that offer only what may be done.
struct OpenedCase {
    domain::cases::CaseFile file;
    domain::access::CaseStanding standing;
};
Expected<OpenedCase> open_case_with_standing(storage::sql::Read& tx, domain::access::Viewer const& viewer,
                                             std::string_view reference, domain::access::Action action);

/// The same as open_case, for changing: also refuses a closed case, and a version that is no longer the
/// newest. `seen_version` is what the form carried; nothing when the form has no version of its own.
Expected<domain::cases::CaseFile> open_case_to_change(Change& change, std::string_view reference,
                                                      domain::access::Action action,
                                                      std::optional<std::int64_t> seen_version = {});

/// The refusals of a closed case, and of one that somebody else changed first (E4, E13).
Refusal case_is_closed();
Refusal changed_meanwhile();

/// Saves the case, or refuses because someone else changed it in between.
Expected<Done> save_case(Change& change, domain::cases::CaseFile& file);

}  // namespace doorstep::usecases::cases

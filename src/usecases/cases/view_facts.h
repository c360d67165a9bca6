#pragma once

#include <string>
#include <string_view>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "storage/cases.h"
#include "usecases/context.h"

namespace doorstep::usecases::cases {

/// What a case says of itself, with the words behind its ids: for programs. People, contacts, risk and plans
/// have views of their own.
struct CaseFacts {
    domain::cases::CaseFile file;
    storage::cases::CaseLabels labels;
    bool sees_protected_details = false;  ///< else where it happens is left out
};
/// The view is logged.
Expected<CaseFacts> view_facts(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::cases

#pragma once

#include <string>

#include "base/expected.h"
#include "domain/people/people.h"
#include "usecases/context.h"

namespace doorstep::usecases::people {

/// Which ways are safe, as agreed on a day. A change is always a new record, so that what was agreed when
/// stays on file.
struct ChangeSafeContact {
    std::string reference;
    CasePersonId id;
    std::int64_t version = 0;  ///< of the person's part, as the form saw it
    domain::people::SafeContact safe_contact;
};
Expected<Done> change_safe_contact(Context& context, ChangeSafeContact const& input);

}  // namespace doorstep::usecases::people

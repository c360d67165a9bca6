#include "domain/accounts/qualification.h"

#include "base/text.h"

namespace doorstep::domain::accounts {

Expected<Done> check_qualification(Qualification const& qualification) {
    if (text::trim(qualification.title).empty())
        return refuse_field("title-missing", "title", "Enter what the qualification is called");
    if (qualification.state == QualificationState::held && !qualification.held_from)
        return refuse_field("date-missing", "held-from", "Enter from which day they hold it");
    if (qualification.held_from && qualification.expires_on &&
        *qualification.expires_on < *qualification.held_from)
        return refuse_field("dates-backwards", "expires-on",
                            "The last day must be on or after the first day");
    return Done{};
}

}  // namespace doorstep::domain::accounts

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/people/exclusion.h"
#include "storage/sql/database.h"
#include "usecases/context.h"

namespace doorstep::usecases {
class Settings;
}

/// Services that somebody is booked out of (M-47, M-61).
namespace doorstep::usecases::people {

struct AddExclusion {
    std::string reference;
    CasePersonId person;
    std::string service;  ///< code of the list "services"
    std::string service_name;
    Date from;
    std::optional<Date> until;
    Date review;
    std::string reason;
    std::string warnings;
};
/// The review becomes a task of the case's owner. Refused besides what domain::people::check_exclusion()
/// says: a service that is not on the list.
Expected<domain::people::ExclusionId> add_exclusion(Context& context, AddExclusion const& input);

struct EndExclusion {
    std::string reference;
    CasePersonId person;
    domain::people::ExclusionId exclusion;
    std::string reason;
};
/// Ends today. Refused: no reason, ended already, one of another person.
Expected<Done> end_exclusion(Context& context, EndExclusion const& input);

/// One of a person's, in words; those in force first, then history.
struct ExclusionLine {
    domain::people::ServiceExclusion exclusion;
    std::string person_name;
    std::string service_words;  ///< "Acre House (supported accommodation)"
    bool complex_needs = false;
    bool in_force = false;
    bool complained_about = false;
};
std::vector<ExclusionLine> exclusions_of_case(storage::sql::Read& tx, Settings const& settings,
                                              CaseFileId file, Date today);

/// The services to choose from: code and words.
std::vector<std::pair<std::string, std::string>> services_to_choose(Settings const& settings, Date today);

}  // namespace doorstep::usecases::people

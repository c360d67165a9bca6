#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "domain/places/place.h"
#include "storage/case_list.h"
#include "storage/person_search.h"
#include "usecases/context.h"

namespace doorstep::usecases::find {

/// Somebody on a case that the viewer may see.
struct FoundPerson {
    PersonId id;
    std::string name;
    std::string address;
    double likeness = 1;  ///< 1 when found by telephone, e-mail or the very name
    std::vector<storage::person_search::PartInCase> parts;  ///< in cases the viewer sees, the newest first
};

struct Found {
    std::string words;
    /// The words are a reference: go there.
    std::optional<std::string> case_reference;
    std::optional<ReportId> report;

    std::vector<storage::case_list::ListedCase> cases;
    bool more_cases = false;
    std::vector<FoundPerson> people;  ///< the likest first
    long long people_found = 0;       ///< of whom `people` are the first
    bool more_people_than_counted = false;
    bool may_see_people = false;  ///< across cases, on a page of their own
    std::vector<domain::places::Address> addresses;
    bool more_addresses = false;
    std::vector<domain::places::Block> blocks;  ///< that the addresses are in

    bool nothing() const {
        return !case_reference && !report && cases.empty() && people.empty() && addresses.empty();
    }
};

/// "Find a case, address or person": by reference, words of a case, name (misspelt or reversed), telephone,
/// e-mail, address or postcode. Only what the viewer may see; a case restricted from them is not hinted at.
/// The look is logged, the words are not. At most ten statements, each with bounded candidates.
Expected<Found> search(Context& context, std::string_view words);

}  // namespace doorstep::usecases::find

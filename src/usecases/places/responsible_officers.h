#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/places/assignment.h"
#include "domain/places/place.h"
#include "storage/sql/database.h"

namespace doorstep::usecases::places {

struct Officer {
    AccountId id;
    std::string name;
    std::string telephone;
};

/// Somebody who could own a case here, and why.
struct SuggestedOwner {
    Officer officer;
    domain::places::Reach reach{};
    std::optional<Date> away_until;  ///< the first day back, when they are away today
    std::optional<Officer> cover;    ///< who covers meanwhile
};

/// Who is responsible for a place, from data and not from memory (M-70).
struct ResponsibleOfficers {
    std::string patch_name;
    std::string area_name;
    std::optional<Officer> housing_officer;    ///< of the address's patch, when active
    std::vector<SuggestedOwner> asb_officers;  ///< the most particular rule first; active accounts only

    std::optional<AccountId> asb_officer() const {
        if (asb_officers.empty()) return std::nullopt;
        return asb_officers.front().officer.id;
    }
};

struct ForPlace {
    std::optional<PatchId> patch;
    std::optional<AreaId> area;
    std::string_view category;  ///< empty: only rules for every kind apply
    Date today;
};
/// At most five statements. For use inside a use-case that has asked for permission already.
ResponsibleOfficers responsible_officers(storage::sql::Read& tx, ForPlace const& place);

}  // namespace doorstep::usecases::places

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "storage/case_overview.h"
#include "storage/people.h"
#include "storage/work_items.h"
#include "usecases/context.h"
#include "usecases/messages/officers_letter.h"
#include "usecases/team/officers.h"

namespace doorstep::usecases::team {

struct HousingOfficer {
    AccountId id;
    std::string name;
};

/// What the new owner has to know, and who it could be (C28).
struct HandOverView {
    domain::cases::CaseFile file;
    storage::cases::CaseLabels labels;
    std::vector<storage::work_items::ListedItem> to_do;
    std::vector<Officer> officers;  ///< not the present owner, none in conflict
    std::vector<HousingOfficer> housing_officers;
    int complainants = 0;  ///< who are told
};
Expected<HandOverView> view_hand_over(Context& context, std::string_view reference);

struct HandOver {
    std::string reference;
    std::int64_t version = 0;
    std::optional<AccountId> to;
    std::optional<AccountId> housing_officer;
    std::string brief;  ///< for the new owner
};
struct HandedOver {
    std::string new_owner;
    messages::OfficersLetters letters;
};
/// Refused as move_case() says, and without a brief.
Expected<HandedOver> hand_over(Context& context, HandOver const& input);

}  // namespace doorstep::usecases::team

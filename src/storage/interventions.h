#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/interventions/intervention.h"
#include "storage/sql/database.h"

namespace doorstep::storage::interventions {

using domain::interventions::Intervention;

void insert(sql::Write& tx, Intervention const& step);
/// What came of it; the rest never changes. False when somebody else wrote first.
bool update_outcome(sql::Write& tx, Intervention& step);

/// A step with the names around it; empty where there is none.
struct Named {
    Intervention step;
    std::string used_by_name;
    std::string recipient_name;  ///< or what is known of them
};
std::optional<Named> find(sql::Read& tx, InterventionId id);
/// Newest first.
std::vector<Named> of_case(sql::Read& tx, CaseFileId file, int limit, int offset = 0);
/// Whether a step of this kind was taken on this day of this case.
bool is_recorded(sql::Read& tx, CaseFileId file, std::string_view code, Date used_on);
int count_of_case(sql::Read& tx, CaseFileId file);

}  // namespace doorstep::storage::interventions

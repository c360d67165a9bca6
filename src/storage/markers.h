#pragma once

#include <vector>

#include "domain/people/marker.h"
#include "storage/sql/database.h"

/// Warning markers about people of a case.
namespace doorstep::storage::markers {

using domain::people::MarkerId;
using domain::people::WarningMarker;

void insert(sql::Write& tx, WarningMarker const& marker, Instant now);
/// All of a case, those that ended too; the one that stands longest first.
std::vector<WarningMarker> of_case(sql::Read& tx, CaseFileId file);
/// False when it is not there, or ended already.
bool end(sql::Write& tx, MarkerId id, Date ended_on, std::string_view reason);

}  // namespace doorstep::storage::markers

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/incidents/incident.h"
#include "storage/sql/database.h"

namespace doorstep::storage::incidents {

using domain::incidents::Incident;

void insert(sql::Write& tx, Incident const& incident);
/// Everything that can change. False when it is not of this version any more.
bool update(sql::Write& tx, Incident const& incident);

/// An incident with what people know it by.
struct ListedIncident {
    Incident incident;
    std::string person_name;  ///< of the person of the case who told us; empty when nobody
    std::string recorded_by;  ///< name; empty for the program
    std::string report_reference;
    std::string struck_by;  ///< name
};
/// A page of a case's incidents that stand, newest first.
std::vector<ListedIncident> of_case(sql::Read& tx, CaseFileId file, int limit, int offset);
/// Those struck out, the last first.
std::vector<ListedIncident> struck_out(sql::Read& tx, CaseFileId file, int limit);
/// One of this case, struck out or not.
std::optional<ListedIncident> find(sql::Read& tx, CaseFileId file, IncidentId id);

}  // namespace doorstep::storage::incidents

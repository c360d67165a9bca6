#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/interventions/intervention.h"
#include "legal/lists.h"
#include "usecases/context.h"

namespace doorstep::usecases::interventions {

/// The rules of an entry of the landlord's list "interventions".
domain::interventions::CatalogueEntry catalogue_entry(legal::ListEntry const& entry);

/// A step that may be recorded on this day. Refused (unlawful): one that is no longer, or not yet, in use,
/// and a legal step, which has a record of its own.
Expected<domain::interventions::CatalogueEntry> find_step(Settings const& settings, std::string_view code,
                                                          Date on);

}  // namespace doorstep::usecases::interventions

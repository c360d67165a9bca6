#pragma once

#include <string>
#include <vector>

#include "domain/cases/case_file.h"
#include "domain/people/marker.h"
#include "storage/case_links.h"
#include "storage/people.h"

namespace doorstep::usecases::cases {

/// Standing facts that whoever opens the case must see first, most serious first (the order of this list).
enum class AlertKind {
    restricted,
    in_danger,
    self_harm,
    no_safe_way,
    safe_contact,
    order_in_force,
    adjustments,
    warning_marker,
    counter_allegation,
};

struct CaseAlert {
    AlertKind kind{};
    std::string title;  ///< "Safe contact"
    std::string words;  ///< "Ana Silva: Text. No calls. No letters."
    std::string href;   ///< where to look further; empty: nowhere
    bool operator==(CaseAlert const&) const = default;
};

/// Only what is true. Those who left the case, and those complained about, have no safe contact of ours to
/// keep; a warning is said with its last day; a counter-allegation is told without a word about the other
/// side.
std::vector<CaseAlert> case_alerts(domain::cases::CaseFile const& file,
                                   std::vector<storage::people::PersonOnCase> const& people,
                                   std::vector<storage::cases::LinkedCase> const& visible_links,
                                   std::vector<domain::people::WarningMarker> const& markers_in_force = {});

/// "Interpreter: Polish. Large print."; empty when none is asked for.
std::string adjustment_words(domain::people::SafeContact const& safe_contact);

}  // namespace doorstep::usecases::cases

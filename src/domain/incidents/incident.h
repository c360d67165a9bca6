#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/expected.h"
#include "base/instant.h"
#include "domain/ids.h"

namespace doorstep::domain::incidents {

/// Who told us.
enum class Source { complainant, witness, officer, police, partner };
constexpr auto enum_names(Source) {
    return std::array{EnumName{Source::complainant, "complainant", "Complainant"},
                      EnumName{Source::witness, "witness", "Witness"},
                      EnumName{Source::officer, "officer", "One of our staff"},
                      EnumName{Source::police, "police", "Police"},
                      EnumName{Source::partner, "partner", "Another agency"}};
}

/// Something that happened on a day: what the schedule of a case is made of.
struct Incident {
    IncidentId id;
    CaseFileId case_file;
    std::optional<ReportId> report;  ///< it came with this report
    Date happened_on;
    std::optional<TimeOfDay> happened_time;
    std::string category;
    std::string place_text;
    std::string description;
    Source source = Source::complainant;
    std::optional<CasePersonId> person;  ///< of the case, who told us
    std::optional<AccountId> recorded_by;
    Instant recorded_at;
    /// Written down by mistake: why, and since when. It stays where it was and counts no more.
    std::string struck_reason;
    std::optional<AccountId> struck_by;
    std::optional<Instant> struck_at;
    std::int64_t version = 1;

    bool is_struck_out() const { return struck_at.has_value(); }
};

/// Refused: a day in the future, nothing said of what happened.
Expected<Done> check_incident(Incident const& incident, Date today);
/// Refused: struck out before, no reason.
Expected<Done> check_strike(Incident const& incident, std::string const& reason);

}  // namespace doorstep::domain::incidents

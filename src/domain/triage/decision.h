#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/enum_names.h"
#include "base/expected.h"
#include "base/instant.h"
#include "domain/ids.h"
#include "domain/reports/report.h"

/// "Is this ASB?", and what becomes of a report (M-66, M-67).
namespace doorstep::domain::triage {

enum class Path {
    open_case,
    add_to_case,
    everyday_noise,
    signpost,
    duplicate,
    dealt_with_before,  ///< loaded rows only: settled in another system
};
constexpr auto enum_names(Path) {
    return std::array{
        EnumName{Path::open_case, "open-case", "Open a new case"},
        EnumName{Path::add_to_case, "add-to-case", "Add it to a case that is open"},
        EnumName{Path::everyday_noise, "everyday-noise", "Treat it as everyday noise"},
        EnumName{Path::signpost, "signpost", "Pass it to another service"},
        EnumName{Path::duplicate, "duplicate", "It is the same as another report"},
        EnumName{Path::dealt_with_before, "dealt-with-before", "Dealt with in an earlier system"}};
}

/// What a report is once its path is taken.
constexpr reports::State state_after(Path path) {
    switch (path) {
        case Path::open_case:
            return reports::State::case_opened;
        case Path::add_to_case:
            return reports::State::added_to_case;
        case Path::everyday_noise:
            return reports::State::everyday_noise;
        case Path::signpost:
            return reports::State::signposted;
        case Path::duplicate:
            return reports::State::duplicate;
        case Path::dealt_with_before:
            break;
    }
    return reports::State::dealt_with_before;
}

/// Everyday noise (slamming doors, footsteps, children) is nobody's fault and still deserves help (M-67).
enum class EverydayNoiseStep { advice, fabric_check, mediation };
constexpr auto enum_names(EverydayNoiseStep) {
    return std::array{
        EnumName{EverydayNoiseStep::advice, "advice", "Advice to both neighbours on living with noise"},
        EnumName{EverydayNoiseStep::fabric_check, "fabric-check",
                 "Check the building: door closers, floors, pipes, insulation"},
        EnumName{EverydayNoiseStep::mediation, "mediation", "Offer mediation"}};
}

struct Decision {
    ReportId report;
    Path path{};
    bool is_asb = false;
    std::string reason;       ///< for us
    std::string explanation;  ///< given to the resident
    std::optional<EverydayNoiseStep> everyday_noise_step;
    std::string signpost;                 ///< code of the list "signposts"
    std::optional<AccountId> decided_by;  ///< nothing: in another system, before it was loaded
    Instant decided_at;
    Date decided_on;
};

/// What the rule asks besides the decision.
struct DecisionFacts {
    bool case_chosen = false;       ///< of add_to_case
    bool report_chosen = false;     ///< of duplicate
    bool can_be_explained = false;  ///< somebody reported it who can be told
};

/// Every problem at once, by the form's field names.
/// (1) A reason, always. (2) An explanation where somebody can be told. (3) ASB is worked on in a case, so a
/// report that is ASB opens one, joins one, or is the same as another report; one that is not is passed on or
/// treated as everyday noise. (4) Each path with what it needs: a case, a report, a step, a service.
Expected<Done> check_decision(Decision const& decision, DecisionFacts const& facts);

}  // namespace doorstep::domain::triage

#include "domain/plans/copy.h"

namespace doorstep::domain::plans {
namespace {

bool is_readers(PlanStep const& step, CasePersonId reader) {
    return !step.owner_person || *step.owner_person == reader;
}

/// Nothing for a step that the reader is not told about.
std::optional<CopyOwner> whose(PlanStep const& step, CasePersonId reader) {
    switch (step.owner_kind) {
        case OwnerKind::officer:
            return CopyOwner::we;
        case OwnerKind::complainant:
            if (is_readers(step, reader)) return CopyOwner::reader;
            return std::nullopt;
        case OwnerKind::person_complained_about:
            return std::nullopt;
        case OwnerKind::partner:
            return CopyOwner::partner;
        case OwnerKind::support_team:
            return CopyOwner::support_team;
    }
    return std::nullopt;
}

}  // namespace

PlanCopy copy_for(std::vector<PlanStep> const& steps, CasePersonId reader, outbound::Facts const& others) {
    PlanCopy copy;
    for (auto const& step : steps) {
        // (5)
        if (step.state == StepState::dropped) continue;
        // (2), (3)
        auto const owner = whose(step, reader);
        if (!owner) {
            copy.others_work_too = true;
            continue;
        }
        // (4)
        if (auto found = outbound::check(step.what, others); !found.empty()) {
            copy.hidden.push_back({step.what, std::move(found)});
            continue;
        }
        // (1)
        copy.lines.push_back(
            {step.what, *owner, step.due_on, step.state == StepState::done ? step.done_on : std::nullopt});
    }
    return copy;
}

}  // namespace doorstep::domain::plans

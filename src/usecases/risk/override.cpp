#include "usecases/risk/override.h"

#include "base/assert.h"
#include "legal/standard_ids.h"
#include "storage/cases.h"
#include "storage/risk.h"
#include "usecases/approvals/ask.h"
#include "usecases/cases/open_case.h"
#include "usecases/risk/apply_risk.h"
#include "usecases/risk/manager_review.h"
#include "usecases/settings.h"

namespace doorstep::usecases::risk {

using domain::approvals::Decision;
using domain::cases::CaseFile;
using domain::risk::Assessment;
using domain::risk::OverrideState;

std::optional<Date> review_by(Settings const& settings, Date made_on, domain::risk::RiskBand band) {
    auto const deadline = settings.standards().find_deadline(legal::standard_ids::risk_review, made_on,
                                                             name_of(band), settings.site().division);
    if (!deadline) return std::nullopt;
    return deadline->by;
}

void ask_to_lower(Change& change, Settings const& settings, CaseFile const& file, Assessment const& made) {
    auto const id = approvals::ask(change, settings, file,
                                   {.kind = domain::approvals::Kind::lower_risk,
                                    .subject = std::string(made.id.text()),
                                    .reason = made.override_reason});
    change.record(file.id, domain::events::risk_override_asked, id.text(),
                  domain::events::Detail()
                      .change("band", made.band, *made.override_band)
                      .set("assessment", made.id)
                      .personal("note", made.override_reason));
}

void withdraw_override(Change& change, CaseFile const& file, Assessment assessment) {
    assessment.override_state = OverrideState::withdrawn;
    storage::risk::decide(change.tx, assessment);
    approvals::withdraw(change, domain::approvals::Kind::lower_risk, assessment.id.text());
    change.record(
        file.id, domain::events::risk_override_decided, assessment.id.text(),
        domain::events::Detail().set("result", Decision::withdrawn).set("assessment", assessment.id));
}

Expected<Done> carry_out_override(Change& change, Settings const& settings,
                                  storage::approvals::Asked const& asked, Decision decision,
                                  std::string_view note) {
    auto file = cases::open_case_to_change(change, asked.case_reference, domain::access::Action::approve);
    if (!file) return refuse(file.error());
    auto const id = RiskAssessmentId::parse(asked.approval.subject);
    auto found = id ? storage::risk::find(change.tx, *id) : std::nullopt;
    DOORSTEP_ASSERT(found && found->assessment.override_band, "a request to lower names its assessment");
    auto& assessment = found->assessment;
    if (assessment.override_state != OverrideState::waiting)
        return refuse(RefusalKind::conflict, "already-decided", "This request was decided already");

    auto const before = assessment.band;
    assessment.override_state = OverrideState::refused;
    if (decision == Decision::approved) {
        assessment.override_state = OverrideState::approved;
        assessment.band = *assessment.override_band;
        assessment.review_by = review_by(settings, assessment.made_on, assessment.band);
    }
    storage::risk::decide(change.tx, assessment);
    apply_risk(change, settings, *file);
    if (file->risk_band != domain::risk::RiskBand::high) withdraw_manager_reviews(change, *file);
    if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
    change.record(file->id, domain::events::risk_override_decided, assessment.id.text(),
                  domain::events::Detail()
                      .set("result", decision)
                      .change("band", before, assessment.band)
                      .set("assessment", assessment.id)
                      .personal("note", note));
    return Done{};
}

}  // namespace doorstep::usecases::risk

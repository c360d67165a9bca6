#include "usecases/closures/end_case.h"

#include "legal/standard_ids.h"
#include "storage/approvals.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "storage/risk.h"
#include "storage/work_items.h"
#include "usecases/approvals/ask.h"
#include "usecases/cases/open_case.h"
#include "usecases/contacts/clocks.h"
#include "usecases/plans/count_steps.h"
#include "usecases/risk/override.h"
#include "usecases/settings.h"
#include "usecases/surveys/at_closure.h"

namespace doorstep::usecases::closures {

using domain::cases::CaseFile;

namespace {

void stop_clocks(Change& change, Settings const& settings, CaseFile& file) {
    for (auto& person : storage::people::of_case(change.tx, file.id)) {
        if (person.part != domain::people::Part::complainant || person.left_on) continue;
        contacts::recompute_clock(change, settings, file, person, change.today);
        storage::people::update(change.tx, person);
    }
    file.first_contact_by.reset();
    file.next_contact_by.reset();
    file.risk_review_by.reset();
}

void withdraw_requests(Change& change, CaseFile const& file) {
    for (auto const& asked : storage::approvals::waiting_of_case(change.tx, file.id)) {
        if (asked.approval.kind == domain::approvals::Kind::high_risk)
            approvals::withdraw(change, asked.approval.kind, asked.approval.subject);
        if (asked.approval.kind != domain::approvals::Kind::lower_risk) continue;
        auto const id = RiskAssessmentId::parse(asked.approval.subject);
        if (auto const made = id ? storage::risk::find(change.tx, *id) : std::nullopt)
            risk::withdraw_override(change, file, made->assessment);
    }
}

/// "risk-redone: They moved away"
std::string passed_over(domain::closures::Closing const& closing) {
    std::string words;
    for (auto const& [code, reason] : closing.reasons)
        words += (words.empty() ? "" : "\n") + code + ": " + reason;
    return words;
}

}  // namespace

Expected<Ended> end_case(Change& change, Settings const& settings, CaseFile& file,
                         domain::closures::Closing const& closing, std::optional<AccountId> closed_by) {
    withdraw_requests(change, file);
    plans::count_steps(change, file);
    stop_clocks(change, settings, file);
    file.state = domain::cases::State::closed;
    file.closed_at = change.now;
    file.closed_on = change.today;
    file.closed_by = closed_by;
    file.outcome = closing.outcome;
    file.closing_reason = closing.reason;
    file.closing_summary = closing.summary;
    file.paused_until.reset();
    file.pause_reason.clear();
    if (auto saved = cases::save_case(change, file); !saved) return refuse(saved.error());
    storage::work_items::finish_all_of_case(change.tx, file.id, change.now);
    if (closed_by) storage::cases::add_handler(change.tx, file.id, *closed_by, change.now);
    domain::events::Detail detail;
    detail.set("outcome", closing.outcome)
        .set("closing_reason", closing.reason)
        .personal("summary", closing.summary)
        .personal("told", closing.explanation);
    std::string confirmed;
    for (auto const& code : closing.confirmed) confirmed += (confirmed.empty() ? "" : " ") + code;
    detail.set("confirmed", confirmed);
    if (!closing.reasons.empty()) detail.personal("passed_over", passed_over(closing));
    change.record(file.id, domain::events::case_closed, file.id.text(), detail);
    Ended ended;
    ended.surveys = surveys::make_surveys_due(change, settings, file);
    if (ended.surveys > 0)
        ended.surveys_from = settings.standards()
                                 .deadline(legal::standard_ids::survey_after_closure, change.today, {},
                                           settings.site().division)
                                 .by;
    ended.letters =
        messages::write_closing_letters(change, settings, file, closing.explanation, ended.surveys_from);
    return ended;
}

}  // namespace doorstep::usecases::closures

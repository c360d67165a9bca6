#include "usecases/interventions/record_intervention.h"

#include "storage/cases.h"
#include "storage/interventions.h"
#include "storage/people.h"
#include "storage/work_items.h"
#include "usecases/cases/open_case.h"
#include "usecases/interventions/catalogue.h"
#include "usecases/settings.h"

namespace doorstep::usecases::interventions {

using domain::cases::CaseFile;
using domain::interventions::CatalogueEntry;
using domain::interventions::Intervention;
using domain::interventions::Kind;

namespace {

Expected<Done> check_recipient(storage::sql::Read& tx, CaseFile const& file, Intervention const& step) {
    if (!step.recipient) return Done{};
    auto const person = storage::people::find_case_person(tx, *step.recipient);
    if (person && person->case_file == file.id && !person->left_on) return Done{};
    return refuse_field("person-unknown", "recipient", "Select somebody who is on the case");
}

/// Only what this kind of step asks for is kept, whatever else was sent.
Intervention step_of(Change& change, CaseFile const& file, CatalogueEntry const& entry,
                     Intervention const& typed) {
    Intervention step{.id = change.new_id<InterventionId>(),
                      .case_file = file.id,
                      .code = entry.code,
                      .legal = entry.legal,
                      .track = entry.track,
                      .used_on = typed.used_on,
                      .used_by = change.viewer.account,
                      .recipient = typed.recipient,
                      .content = typed.content,
                      .consequence = "",
                      .given_how = {},
                      .referred_to = "",
                      .consent = {},
                      .basis = "",
                      .respond_by = {},
                      .aim = "",
                      .tried = "",
                      .vulnerabilities = "",
                      .outcome = {},
                      .outcome_on = {},
                      .outcome_note = "",
                      .recorded_at = change.now};
    if (entry.kind == Kind::warning) {
        step.consequence = typed.consequence;
        step.given_how = typed.given_how;
    }
    if (entry.kind == Kind::referral) {
        step.referred_to = typed.referred_to;
        step.consent = typed.consent;
        step.basis = typed.basis;
        step.respond_by = typed.respond_by;
        if (!step.respond_by && entry.answer_days)
            step.respond_by = step.used_on.plus_days(*entry.answer_days);
    }
    if (domain::interventions::asks_for_fairness(entry)) {
        step.aim = typed.aim;
        step.tried = typed.tried;
        step.vulnerabilities = typed.vulnerabilities;
    }
    return step;
}

void put_answer_item(Change& change, CaseFile const& file, Intervention const& step) {
    if (!step.respond_by) return;
    storage::work_items::put(change.tx,
                             {.id = change.new_id<WorkItemId>(),
                              .account = file.owner,
                              .kind = domain::work::Kind::referral_answer,
                              .case_file = file.id,
                              .report = {},
                              .subject = std::string(step.id.text()),
                              .due_on = *step.respond_by,
                              .high_risk = file.is_high_risk()},
                             change.now);
}

}  // namespace

Expected<InterventionRecorded> record_intervention(Context& context, RecordIntervention const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<InterventionRecorded> {
        auto const file =
            cases::open_case_to_change(change, input.reference, domain::access::Action::work_case);
        if (!file) return refuse(file.error());
        auto const entry = find_step(settings, input.step.code, input.step.used_on);
        if (!entry) return refuse(entry.error());
        auto const step = step_of(change, *file, *entry, input.step);
        auto const checked =
            domain::interventions::check_intervention(step, *entry, file->raised_on, change.today);
        if (!checked) return refuse(checked.error());
        if (auto known = check_recipient(change.tx, *file, step); !known) return refuse(known.error());

        storage::interventions::insert(change.tx, step);
        put_answer_item(change, *file, step);
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        domain::events::Detail detail;
        detail.set("intervention", step.code).set("on", step.used_on);
        if (step.recipient) detail.set("person", *step.recipient);
        if (!step.referred_to.empty()) detail.set("referred_to", step.referred_to);
        if (step.given_how) detail.set("how", *step.given_how);
        if (step.respond_by) detail.set("due_on", *step.respond_by);
        change.record(file->id, domain::events::intervention_recorded, step.id.text(),
                      detail.personal("content", step.content));
        return InterventionRecorded{.id = step.id, .respond_by = step.respond_by};
    });
}

}  // namespace doorstep::usecases::interventions

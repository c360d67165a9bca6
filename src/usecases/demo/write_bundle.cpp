#include "usecases/demo/write_bundle.h"

#include "storage/approvals.h"
#include "storage/cases.h"
#include "storage/incidents.h"
#include "storage/interventions.h"
#include "storage/markers.h"
#include "storage/messages.h"
#include "storage/people.h"
#include "storage/plans.h"
#include "storage/received_files.h"
#include "storage/reports.h"
#include "storage/risk.h"
#include "storage/search.h"
#include "storage/survey_comments.h"
#include "storage/surveys.h"
#include "storage/tasks.h"
#include "storage/triage.h"
#include "storage/work_items.h"

namespace doorstep::usecases::demo {
namespace {

using storage::sql::Write;

void write_survey(Write& tx, Bundle::ToldSurvey const& told) {
    auto const& survey = told.survey;
    bool const counts = survey.state == domain::surveys::State::completed;
    storage::surveys::insert(tx, survey);
    for (auto const& attempt : told.attempts) storage::surveys::insert(tx, attempt);
    for (auto const& answer : told.answers)
        storage::surveys::put_answer(tx, survey.id, answer,
                                     counts ? std::optional(survey.due_on) : std::nullopt);
    for (auto const& said : told.comments) storage::surveys::insert(tx, said);
}

void write_case(Write& tx, Bundle const& bundle) {
    auto const id = bundle.file->id;
    storage::cases::insert(tx, *bundle.file);
    for (auto const& closed : bundle.earlier) storage::cases::keep_spell(tx, closed);
    for (auto const& part : bundle.parts) storage::people::insert(tx, part);
    for (auto const& contact : bundle.contacts) storage::contacts::insert(tx, contact);
    for (auto const& interval : bundle.intervals) storage::contacts::insert(tx, id, interval);
    for (auto const& [assessment, answers] : bundle.assessments)
        storage::risk::insert(tx, assessment, answers);
    for (auto const& band : bundle.bands) storage::risk::set_band_from(tx, id, band);
    if (bundle.plan) storage::plans::insert(tx, *bundle.plan);
    for (auto const& step : bundle.steps) storage::plans::insert(tx, step);
    for (auto const& taken : bundle.interventions) storage::interventions::insert(tx, taken);
    for (auto const& task : bundle.tasks) storage::tasks::insert(tx, task);
    for (auto const& notice : bundle.rights) storage::rights_notices::insert(tx, notice);
    for (auto const& approval : bundle.approvals) storage::approvals::insert(tx, approval);
    for (auto const& survey : bundle.surveys) write_survey(tx, survey);
    for (auto const& link : bundle.links) storage::cases::insert_link(tx, link);
    for (auto const& entry : bundle.access) storage::case_access::name(tx, id, entry);
    for (auto const& entry : bundle.conflicts) storage::case_access::declare_conflict(tx, id, entry);
    for (auto const& [marker, made_at] : bundle.markers) storage::markers::insert(tx, marker, made_at);
    for (auto const& letter : bundle.letters) storage::messages::insert(tx, letter);
    for (auto const& handler : bundle.handlers)
        storage::cases::add_handler(tx, id, handler.account, handler.first_at);
    storage::search::keep_case_words(tx, id, bundle.search_words);
}

}  // namespace

// What others refer to comes first.
void write_bundle(Write& tx, Bundle const& bundle) {
    for (auto const& [person, created_at] : bundle.people)
        storage::people::insert_without_keys(tx, person, created_at);
    for (auto const& [id, safe_contact] : bundle.safe_contacts)
        storage::people::insert_safe_contact_row(tx, id, safe_contact);
    for (auto const& report : bundle.reports) storage::reports::insert(tx, report);
    for (auto const& decision : bundle.decisions) storage::triage::insert(tx, decision);
    if (bundle.file) write_case(tx, bundle);
    for (auto const& happened : bundle.incidents) storage::incidents::insert(tx, happened);
    for (auto const& file : bundle.files) storage::received_files::insert(tx, file);
    for (auto const& [item, created_at] : bundle.work_items) storage::work_items::put(tx, item, created_at);
    for (auto const& chain : bundle.chains) storage::events::insert(tx, chain);
}

}  // namespace doorstep::usecases::demo

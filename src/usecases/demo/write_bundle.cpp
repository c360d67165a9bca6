#include "usecases/demo/write_bundle.h"

#include "storage/approvals.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "storage/plans.h"
#include "storage/received_files.h"
#include "storage/reports.h"
#include "storage/risk.h"
#include "storage/search.h"
#include "storage/survey_comments.h"
#include "storage/surveys.h"
#include "storage/triage.h"
#include "storage/work_items.h"

namespace doorstep::usecases::demo {
namespace {

using storage::sql::Write;

/// Each time it was closed first, so that the stretches it was open are all there.
void write_file(Write& tx, Bundle const& bundle) {
    auto const& first = bundle.earlier.empty() ? *bundle.file : bundle.earlier.front();
    storage::cases::insert(tx, first);
    auto version = first.version;
    for (std::size_t n = 1; n <= bundle.earlier.size(); ++n) {
        auto next = n < bundle.earlier.size() ? bundle.earlier[n] : *bundle.file;
        next.version = version;
        storage::cases::update(tx, next);
        version = next.version;
    }
}

void write_survey(Write& tx, Bundle::ToldSurvey const& told) {
    auto const& survey = told.survey;
    storage::surveys::insert(tx, survey);
    for (auto const& attempt : told.attempts) storage::surveys::insert(tx, attempt);
    for (auto const& answer : told.answers) storage::surveys::put_answer(tx, survey.id, answer);
    if (survey.state == domain::surveys::State::completed)
        storage::surveys::count_answers(tx, survey.id, survey.due_on);
    for (auto const& said : told.comments) {
        storage::surveys::insert(tx,
                                 storage::surveys::Comment{.id = said.id,
                                                           .survey = survey.id,
                                                           .said_on = said.said_on,
                                                           .words = said.words,
                                                           .kind = domain::surveys::CommentKind::not_sorted,
                                                           .category = "",
                                                           .sorted_at = {}});
        if (said.sorted_by)
            storage::surveys::sort(tx, said.id, said.kind, said.about, *said.sorted_by, *said.sorted_at, {});
    }
}

void write_case(Write& tx, Bundle const& bundle) {
    auto const id = bundle.file->id;
    write_file(tx, bundle);
    for (auto const& part : bundle.parts) storage::people::insert(tx, part);
    for (auto const& contact : bundle.contacts) storage::contacts::insert(tx, contact);
    for (auto const& interval : bundle.intervals) storage::filling::insert(tx, id, interval);
    for (auto const& [assessment, answers] : bundle.assessments)
        storage::risk::insert(tx, assessment, answers);
    for (auto const& band : bundle.bands) storage::risk::set_band_from(tx, id, band);
    if (bundle.plan) storage::plans::insert(tx, *bundle.plan);
    for (auto const& step : bundle.steps) storage::plans::insert(tx, step);
    for (auto const& taken : bundle.interventions) storage::filling::insert(tx, id, taken);
    for (auto const& task : bundle.tasks) storage::filling::insert(tx, id, task);
    for (auto const& notice : bundle.rights) storage::rights_notices::insert(tx, notice);
    for (auto const& approval : bundle.approvals) storage::approvals::insert(tx, approval);
    for (auto const& survey : bundle.surveys) write_survey(tx, survey);
    for (auto const& link : bundle.links) storage::cases::insert_link(tx, link);
    for (auto const& access : bundle.access)
        storage::filling::insert(tx, id,
                                 storage::filling::Access{.account = access.account,
                                                          .granted_by = access.granted_by,
                                                          .reason = access.reason,
                                                          .granted_at = access.granted_at});
    for (auto const& handler : bundle.handlers)
        storage::cases::add_handler(tx, id, handler.account, handler.first_at);
    storage::search::index_case(tx, id, bundle.search_words);
}

}  // namespace

// What others refer to comes first.
void write_bundle(Write& tx, Bundle const& bundle) {
    for (auto const& [person, created_at] : bundle.people) storage::people::insert(tx, person, created_at);
    for (auto const& [id, safe_contact] : bundle.safe_contacts)
        storage::people::insert_safe_contact_row(tx, id, safe_contact);
    for (auto const& report : bundle.reports) storage::reports::insert(tx, report);
    for (auto const& decision : bundle.decisions) storage::triage::insert(tx, decision);
    if (bundle.file) write_case(tx, bundle);
    for (auto const& happened : bundle.incidents) storage::filling::insert(tx, bundle.file->id, happened);
    for (auto const& file : bundle.files) storage::received_files::insert(tx, file);
    for (auto const& [item, created_at] : bundle.work_items) storage::work_items::put(tx, item, created_at);
    for (auto const& chain : bundle.chains) storage::events::insert(tx, chain);
}

}  // namespace doorstep::usecases::demo

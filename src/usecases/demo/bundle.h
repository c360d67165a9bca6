#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/approvals/approval.h"
#include "domain/cases/case_file.h"
#include "domain/contacts/band_promise.h"
#include "domain/contacts/contact.h"
#include "domain/files/received_file.h"
#include "domain/incidents/incident.h"
#include "domain/interventions/intervention.h"
#include "domain/messages/message.h"
#include "domain/people/marker.h"
#include "domain/people/people.h"
#include "domain/plans/plan.h"
#include "domain/reports/report.h"
#include "domain/risk/assessment.h"
#include "domain/surveys/survey.h"
#include "domain/tasks/task.h"
#include "domain/triage/decision.h"
#include "domain/work/work_item.h"
#include "storage/case_access.h"
#include "storage/case_links.h"
#include "storage/contacts.h"
#include "storage/rights_notices.h"
#include "storage/survey_comments.h"
#include "storage/whole_chains.h"

namespace doorstep::usecases::demo {

/// Everything one story leaves in the database.
struct Bundle {
    struct NewPerson {
        domain::people::Person person;
        Instant created_at;
    };
    struct Handler {
        AccountId account;
        Instant first_at;
    };
    struct Assessed {
        domain::risk::Assessment assessment;
        std::vector<domain::risk::Answer> answers;
    };
    struct ToldSurvey {
        std::size_t person = 0;  ///< place among the case's people
        domain::surveys::Survey survey;
        std::vector<domain::surveys::Attempt> attempts;
        std::vector<domain::surveys::Answer> answers;
        std::vector<storage::surveys::Comment> comments;
    };

    std::vector<NewPerson> people;
    std::vector<std::pair<std::string, domain::people::SafeContact>> safe_contacts;
    /// The case as it stood each time it was closed and then opened again, in order; `file` is how it stands
    /// now.
    std::vector<domain::cases::CaseFile> earlier;
    std::optional<domain::cases::CaseFile> file;
    std::vector<domain::people::CasePerson> parts;
    std::vector<domain::reports::Report> reports;
    std::vector<domain::triage::Decision> decisions;
    std::vector<domain::files::ReceivedFile> files;
    std::vector<domain::contacts::Contact> contacts;
    std::vector<storage::contacts::StoredInterval> intervals;
    std::vector<domain::incidents::Incident> incidents;
    std::vector<Assessed> assessments;
    std::vector<domain::contacts::BandFrom> bands;
    std::optional<domain::plans::ActionPlan> plan;
    std::vector<domain::plans::PlanStep> steps;
    std::vector<domain::interventions::Intervention> interventions;
    std::vector<domain::tasks::Task> tasks;
    std::vector<storage::rights_notices::RightsNotice> rights;
    std::vector<domain::approvals::Approval> approvals;
    std::vector<ToldSurvey> surveys;
    std::vector<storage::cases::NewLink> links;
    std::vector<storage::case_access::Entry> access;
    std::vector<storage::case_access::Entry> conflicts;
    std::vector<std::pair<domain::people::WarningMarker, Instant>> markers;
    std::vector<domain::messages::Message> letters;
    std::vector<std::pair<domain::work::WorkItem, Instant>> work_items;
    std::vector<Handler> handlers;
    std::string search_words;
    std::vector<storage::events::WholeChain> chains;
};

}  // namespace doorstep::usecases::demo

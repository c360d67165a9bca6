#include "domain/events/kinds.h"

#include <unordered_map>

namespace doorstep::domain::events {
namespace {

constexpr std::array kinds{
    report_received,
    report_taken_up,
    report_put_back,
    report_decided,
    report_restricted,
    report_joined,
    visitor_signposted,
    case_opened,
    case_edited,
    case_assigned,
    case_handed_over,
    case_restricted,
    restricted_case_opened,
    restricted_opening_seen,
    access_asked,
    access_decided,
    conflict_declared,
    case_linked,
    case_unlinked,
    case_paused,
    case_resumed,
    note_added,
    person_added,
    person_changed,
    person_left,
    marker_added,
    marker_ended,
    safe_contact_changed,
    officers_told,
    rights_told,
    incident_added,
    incident_changed,
    incident_struck_out,
    file_received,
    file_opened,
    contact_recorded,
    risk_assessed,
    risk_override_asked,
    risk_override_decided,
    high_risk_reviewed,
    plan_made,
    plan_agreed,
    plan_copy_given,
    plan_step_added,
    plan_step_changed,
    plan_step_done,
    plan_step_dropped,
    intervention_recorded,
    intervention_outcome,
    task_added,
    task_changed,
    task_done,
    message_drafted,
    message_written,
    message_sent,
    message_failed,
    message_cancelled,
    message_returned,
    closure_asked,
    closure_sent_back,
    case_closed,
    case_reopened,
    survey_due,
    survey_started,
    survey_concern,
    survey_concern_seen,
    survey_attempted,
    survey_completed,
    survey_ended,
    comment_sorted,
    account_added,
    account_changed,
    account_disabled,
    password_changed,
    second_factor_changed,
    token_made,
    token_revoked,
    signed_in,
    sign_in_refused,
    signed_out,
    absence_recorded,
    standard_proposed,
    standard_decided,
    list_changed,
    wording_published,
    question_set_proposed,
    question_set_decided,
    question_set_published,
    places_loaded,
    records_imported,
    site_changed,
    webhook_added,
    webhook_changed,
    webhook_stopped,
    webhook_replayed,
};

}  // namespace

std::span<EventKind const> all_kinds() { return kinds; }

EventKind const* kind_named(std::string_view name) {
    static auto const by_name = [] {
        std::unordered_map<std::string_view, EventKind const*> map;
        for (auto const& kind : kinds) map.emplace(kind.name, &kind);
        return map;
    }();
    auto const found = by_name.find(name);
    return found == by_name.end() ? nullptr : found->second;
}

}  // namespace doorstep::domain::events

#pragma once

#include <array>
#include <span>
#include <string_view>

#include "base/enum_names.h"

/// Every kind of event, in one table: its stable name, its heading in a chronology, and who may ever be told
/// of it.
namespace doorstep::domain::events {

/// What a chronology can be filtered by.
enum class Group {
    report,
    contact,
    people,
    incident,
    evidence,
    risk,
    plan,
    action,
    letter,
    review,
    file,
    system
};
constexpr auto enum_names(Group) {
    return std::array{EnumName{Group::report, "report", "Reports"},
                      EnumName{Group::contact, "contact", "Contacts"},
                      EnumName{Group::people, "people", "People"},
                      EnumName{Group::incident, "incident", "Incidents"},
                      EnumName{Group::evidence, "evidence", "Evidence"},
                      EnumName{Group::risk, "risk", "Risk"},
                      EnumName{Group::plan, "plan", "Plan"},
                      EnumName{Group::action, "action", "Actions"},
                      EnumName{Group::letter, "letter", "Letters"},
                      EnumName{Group::review, "review", "Closing and survey"},
                      EnumName{Group::file, "file", "File"},
                      EnumName{Group::system, "system", "System"}};
}

/// The widest circle that may see an event's own words; each view narrows it further.
enum class Audience { staff, partner, resident };
constexpr auto enum_names(Audience) {
    return std::array{EnumName{Audience::staff, "staff", "Staff only"},
                      EnumName{Audience::partner, "partner", "Partners"},
                      EnumName{Audience::resident, "resident", "Resident"}};
}

struct EventKind {
    std::string_view name;
    std::string_view heading;
    Group group;
    Audience audience = Audience::staff;

    bool operator==(EventKind const& other) const { return name == other.name; }
};

// clang-format off
// Reports
inline constexpr EventKind report_received      {"report-received",       "Report received",                 Group::report, Audience::resident};
inline constexpr EventKind report_taken_up      {"report-taken-up",       "Report being looked at",          Group::report};
inline constexpr EventKind report_put_back      {"report-put-back",       "Report put back in triage",       Group::report};
inline constexpr EventKind report_decided       {"report-decided",        "Triage decision",                 Group::report, Audience::resident};
inline constexpr EventKind report_restricted    {"report-restricted",     "Report moved to the restricted queue", Group::report};
inline constexpr EventKind report_joined        {"report-joined",         "Report added to this case",       Group::report, Audience::resident};
inline constexpr EventKind visitor_signposted   {"visitor-signposted",    "Visitor went to another service", Group::system};
// Case file
inline constexpr EventKind case_opened          {"case-opened",           "Case opened",                     Group::file, Audience::resident};
inline constexpr EventKind case_edited          {"case-edited",           "Case details changed",            Group::file};
inline constexpr EventKind case_assigned        {"case-assigned",         "Case assigned",                   Group::file, Audience::resident};
inline constexpr EventKind case_handed_over     {"case-handed-over",      "Case handed over",                Group::file, Audience::resident};
inline constexpr EventKind case_restricted      {"case-restricted",       "Access to the case changed",      Group::file};
inline constexpr EventKind restricted_case_opened{"restricted-case-opened","Restricted case opened with a reason", Group::file};
inline constexpr EventKind restricted_opening_seen{"restricted-opening-seen","Opening of a restricted case looked at", Group::file};
inline constexpr EventKind access_asked         {"access-asked",          "Access asked for",                Group::file};
inline constexpr EventKind access_decided       {"access-decided",        "Request for access decided",      Group::file};
inline constexpr EventKind conflict_declared    {"conflict-declared",     "Conflict of interest declared",   Group::file};
inline constexpr EventKind case_linked          {"case-linked",           "Case linked",                     Group::file};
inline constexpr EventKind case_unlinked        {"case-unlinked",         "Link to another case removed",    Group::file};
inline constexpr EventKind case_paused          {"case-paused",           "Case paused",                     Group::file};
inline constexpr EventKind case_resumed         {"case-resumed",          "Case resumed",                    Group::file};
inline constexpr EventKind note_added           {"note-added",            "Note",                            Group::file};
// People
inline constexpr EventKind person_added         {"person-added",          "Person added",                    Group::people};
inline constexpr EventKind person_changed       {"person-changed",        "Person's details changed",        Group::people};
inline constexpr EventKind person_left          {"person-left",           "Person no longer part of the case", Group::people};
inline constexpr EventKind marker_added         {"marker-added",          "Warning marker added",            Group::people};
inline constexpr EventKind marker_ended         {"marker-ended",          "Warning marker ended",            Group::people};
inline constexpr EventKind safe_contact_changed {"safe-contact-changed",  "Safe contact changed",            Group::people};
inline constexpr EventKind officers_told        {"officers-told",         "Told who is dealing with the case", Group::contact, Audience::resident};
inline constexpr EventKind rights_told          {"rights-told",           "Told about the Victims' Code",    Group::contact, Audience::resident};
// Incidents and evidence
inline constexpr EventKind incident_added       {"incident-added",        "Incident recorded",               Group::incident, Audience::resident};
inline constexpr EventKind incident_changed     {"incident-changed",      "Incident put right",              Group::incident, Audience::resident};
inline constexpr EventKind incident_struck_out  {"incident-struck-out",   "Incident struck out",             Group::incident, Audience::resident};
inline constexpr EventKind file_received        {"file-received",         "File received",                   Group::evidence, Audience::resident};
inline constexpr EventKind file_set_apart       {"file-set-apart",        "Virus found in a file",           Group::evidence};
inline constexpr EventKind file_opened          {"file-opened",           "File read or heard",              Group::evidence, Audience::resident};
// Contact
inline constexpr EventKind contact_recorded     {"contact-recorded",      "Contact",                         Group::contact, Audience::resident};
// Risk
inline constexpr EventKind risk_assessed        {"risk-assessed",         "Risk assessed",                   Group::risk};
inline constexpr EventKind high_risk_reviewed   {"high-risk-reviewed",    "A manager looked at the risk",    Group::risk};
inline constexpr EventKind risk_override_asked  {"risk-override-asked",   "Lower risk band asked for",       Group::risk};
inline constexpr EventKind risk_override_decided{"risk-override-decided", "Lower risk band decided",         Group::risk};
// Plan
inline constexpr EventKind plan_made            {"plan-made",             "Action plan drafted",             Group::plan};
inline constexpr EventKind plan_agreed          {"plan-agreed",           "Action plan agreed",              Group::plan, Audience::resident};
inline constexpr EventKind plan_copy_given      {"plan-copy-given",       "Copy of the plan given",          Group::plan, Audience::resident};
inline constexpr EventKind plan_step_added      {"plan-step-added",       "Step added to the plan",          Group::plan, Audience::resident};
inline constexpr EventKind plan_step_changed    {"plan-step-changed",     "Step of the plan changed",        Group::plan, Audience::resident};
inline constexpr EventKind plan_step_done       {"plan-step-done",        "Step of the plan done",           Group::plan, Audience::resident};
inline constexpr EventKind plan_step_dropped    {"plan-step-dropped",     "Step of the plan dropped",        Group::plan, Audience::resident};
// Actions and tasks
inline constexpr EventKind intervention_recorded{"intervention-recorded", "Action taken",                    Group::action};
inline constexpr EventKind intervention_outcome {"intervention-outcome",  "Result of an action",             Group::action};
inline constexpr EventKind task_added           {"task-added",            "Task added",                      Group::action};
inline constexpr EventKind task_changed         {"task-changed",          "Task changed",                    Group::action};
inline constexpr EventKind task_done            {"task-done",             "Task done",                       Group::action};
// Letters
inline constexpr EventKind message_drafted      {"message-drafted",       "Letter being written",            Group::letter};
inline constexpr EventKind message_written      {"message-written",       "Message to send",                 Group::letter, Audience::resident};
inline constexpr EventKind message_sent         {"message-sent",          "Message sent",                    Group::letter, Audience::resident};
inline constexpr EventKind message_failed       {"message-failed",        "Message could not be sent",       Group::letter};
inline constexpr EventKind message_cancelled    {"message-cancelled",     "Message cancelled",               Group::letter};
inline constexpr EventKind message_returned     {"message-returned",      "Letter came back",                Group::letter};
// Closing, survey
inline constexpr EventKind closure_asked        {"closure-asked",         "Closure sent for approval",       Group::review};
inline constexpr EventKind closure_sent_back    {"closure-sent-back",     "Closure sent back",               Group::review};
inline constexpr EventKind case_closed          {"case-closed",           "Case closed",                     Group::review, Audience::resident};
inline constexpr EventKind case_reopened        {"case-reopened",         "Case reopened",                   Group::review, Audience::resident};
inline constexpr EventKind survey_due           {"survey-due",            "Survey call due",                 Group::review};
inline constexpr EventKind survey_started       {"survey-started",        "Survey call begun",               Group::review};
inline constexpr EventKind survey_concern       {"survey-concern",        "Someone was upset in a survey call", Group::review};
inline constexpr EventKind survey_concern_seen  {"survey-concern-seen",   "Concern from a survey call followed up", Group::review};
inline constexpr EventKind survey_attempted     {"survey-attempted",      "Survey call tried",               Group::review};
inline constexpr EventKind survey_completed     {"survey-completed",      "Survey answered",                 Group::review};
inline constexpr EventKind survey_ended         {"survey-ended",          "Survey ended without answers",    Group::review};
inline constexpr EventKind comment_sorted       {"comment-sorted",        "Survey comment sorted",           Group::review};
// Accounts and settings
inline constexpr EventKind account_added        {"account-added",         "Account added",                   Group::system};
inline constexpr EventKind account_changed      {"account-changed",       "Account changed",                 Group::system};
inline constexpr EventKind account_disabled     {"account-disabled",      "Account disabled",                Group::system};
inline constexpr EventKind password_changed     {"password-changed",      "Password changed",                Group::system};
inline constexpr EventKind second_factor_changed{"second-factor-changed", "Second factor changed",           Group::system};
inline constexpr EventKind token_made           {"token-made",            "Token for a program made",        Group::system};
inline constexpr EventKind token_revoked        {"token-revoked",         "Token for a program revoked",     Group::system};
inline constexpr EventKind signed_in            {"signed-in",             "Signed in",                       Group::system};
inline constexpr EventKind sign_in_refused      {"sign-in-refused",       "Sign-in refused",                 Group::system};
inline constexpr EventKind signed_out           {"signed-out",            "Signed out",                      Group::system};
inline constexpr EventKind absence_recorded     {"absence-recorded",      "Absence recorded",                Group::system};
inline constexpr EventKind standard_proposed    {"standard-proposed",     "Standard proposed",               Group::system};
inline constexpr EventKind standard_decided     {"standard-decided",      "Standard decided",                Group::system};
inline constexpr EventKind list_changed         {"list-changed",          "List changed",                    Group::system};
inline constexpr EventKind wording_published    {"wording-published",     "Wording published",               Group::system};
inline constexpr EventKind question_set_proposed{"question-set-proposed", "Question set proposed",           Group::system};
inline constexpr EventKind question_set_decided {"question-set-decided",  "Question set decided",            Group::system};
inline constexpr EventKind question_set_published{"question-set-published","Question set published",         Group::system};
inline constexpr EventKind places_loaded        {"places-loaded",         "Place data loaded",               Group::system};
inline constexpr EventKind records_imported     {"records-imported",      "Records imported",                Group::system};
inline constexpr EventKind site_changed         {"site-changed",          "Site settings changed",           Group::system};
inline constexpr EventKind webhook_added        {"webhook-added",         "Webhook added",                   Group::system};
inline constexpr EventKind webhook_changed      {"webhook-changed",       "Webhook changed",                 Group::system};
inline constexpr EventKind webhook_stopped      {"webhook-stopped",       "Webhook stopped after failing",   Group::system};
inline constexpr EventKind webhook_replayed     {"webhook-replayed",      "Webhook messages sent again",     Group::system};
// Orders and legal action
inline constexpr EventKind legal_action_started {"legal-action-started", "Legal action started", Group::action};
inline constexpr EventKind legal_action_changed {"legal-action-changed", "Legal action changed", Group::action};
inline constexpr EventKind legal_action_step_done{"legal-action-step-done", "Step of a legal action", Group::action};
inline constexpr EventKind legal_action_ended   {"legal-action-ended", "Legal action ended", Group::action};
inline constexpr EventKind legal_gate_recorded  {"legal-gate-recorded", "Checked before court", Group::action};
inline constexpr EventKind legal_service_recorded{"legal-service-recorded", "Document served", Group::action};
inline constexpr EventKind hearing_listed       {"hearing-listed", "Hearing listed", Group::action};
inline constexpr EventKind hearing_recorded     {"hearing-recorded", "Result of a hearing", Group::action};
inline constexpr EventKind order_made           {"order-made", "Order made", Group::action};
inline constexpr EventKind order_changed        {"order-changed", "Order varied", Group::action};
inline constexpr EventKind order_extended       {"order-extended", "Order extended", Group::action};
inline constexpr EventKind order_ended          {"order-ended", "Order ended", Group::action};
inline constexpr EventKind order_clause_changed {"order-clause-changed", "Clause of an order changed", Group::action};
inline constexpr EventKind order_breached       {"order-breached", "Breach recorded", Group::action};
inline constexpr EventKind order_breach_outcome {"order-breach-outcome", "Result of a breach", Group::action};
inline constexpr EventKind order_brief_read     {"order-brief-read", "Order in brief read", Group::action};
inline constexpr EventKind entry_checked        {"entry-checked", "Checked who may enter", Group::action};
inline constexpr EventKind expiry_plan_changed  {"expiry-plan-changed", "Plan for the end of an order", Group::action};
inline constexpr EventKind possession_condition_met{"possession-condition-met", "Condition for possession met", Group::action};
inline constexpr EventKind premises_recorded    {"premises-recorded", "Closed premises", Group::action};
inline constexpr EventKind costs_recorded       {"costs-recorded", "Costs", Group::action};
inline constexpr EventKind bundle_made          {"bundle-made", "Bundle made", Group::action};
inline constexpr EventKind staff_incident_recorded{"staff-incident-recorded", "Incident against staff", Group::action};
inline constexpr EventKind calendar_link_changed{"calendar-link-changed", "Calendar link changed", Group::action};
// Law
inline constexpr EventKind commencement_proposed{"commencement-proposed", "Start of a provision proposed", Group::system};
inline constexpr EventKind commencement_decided {"commencement-decided", "Start of a provision decided", Group::system};
// Papers, meetings, quality
inline constexpr EventKind paper_drafted        {"paper-drafted", "Board paper drafted", Group::system};
inline constexpr EventKind paper_changed        {"paper-changed", "Board paper changed", Group::system};
inline constexpr EventKind paper_approved       {"paper-approved", "Board paper approved", Group::system};
inline constexpr EventKind paper_frozen         {"paper-frozen", "Figures of a board paper frozen", Group::system};
inline constexpr EventKind paper_issued         {"paper-issued", "Board paper issued", Group::system};
inline constexpr EventKind paper_corrected      {"paper-corrected", "Board paper corrected", Group::system};
inline constexpr EventKind meeting_changed      {"meeting-changed", "Meeting changed", Group::system};
inline constexpr EventKind minutes_published    {"minutes-published", "Minutes published", Group::system};
inline constexpr EventKind panel_question_asked {"panel-question-asked", "Question from a tenant member", Group::system};
inline constexpr EventKind panel_question_answered{"panel-question-answered", "Question of a tenant member answered", Group::system};
inline constexpr EventKind case_reviews_published{"case-reviews-published", "Numbers of ASB case reviews published", Group::system};
inline constexpr EventKind quality_checked      {"quality-checked", "Quality of a case checked", Group::system};
inline constexpr EventKind improvement_recorded {"improvement-recorded", "Improvement from what residents said", Group::system};
// clang-format on

/// All of the above; a test checks that names are unique and that nothing is missing.
std::span<EventKind const> all_kinds();
/// Nothing for a name this program does not know (a newer program wrote it).
EventKind const* kind_named(std::string_view name);

}  // namespace doorstep::domain::events

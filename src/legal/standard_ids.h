#pragma once

#include <array>
#include <string_view>

/// Every landlord's standard that the program asks for. standards/default.toml has its values; asking for an
/// id that is not here is a bug.
namespace doorstep::legal::standard_ids {

// Casework
inline constexpr std::string_view first_contact = "sla.first_contact_wd";
inline constexpr std::string_view first_contact_ambition = "sla.first_contact_ambition";
inline constexpr std::string_view update = "sla.update_days";
inline constexpr std::string_view tell_officers = "sla.tell_officers_wd";
inline constexpr std::string_view warning_marker = "sla.warning_marker_months";
inline constexpr std::string_view message_reply = "sla.message_reply_wd";
inline constexpr std::string_view action_plan = "sla.action_plan_wd";
inline constexpr std::string_view risk_assessment = "sla.risk_assessment_wd";
inline constexpr std::string_view risk_review = "sla.risk_review";
inline constexpr std::string_view risk_lowering_needs_approval = "sla.risk_lowering_needs_approval";
inline constexpr std::string_view high_risk_manager_review = "sla.high_risk_manager_review_wd";
inline constexpr std::string_view closure_approval = "sla.closure_approval";
inline constexpr std::string_view approval = "sla.approval_wd";
inline constexpr std::string_view risk_at_closure = "sla.risk_at_closure_days";
inline constexpr std::string_view due_soon = "sla.due_soon_days";
inline constexpr std::string_view access_longest = "sla.access_longest_days";
// Surveys
inline constexpr std::string_view survey_after_closure = "sla.survey_after_closure_months";
inline constexpr std::string_view survey_attempts = "sla.survey_attempts";
inline constexpr std::string_view survey_answer_window = "sla.survey_answer_window_days";
// Reports from residents
inline constexpr std::string_view draft_kept = "sla.draft_days";
inline constexpr std::string_view upload_max_bytes = "sla.upload_max_bytes";
inline constexpr std::string_view upload_max_files = "sla.upload_max_files";
// Figures
inline constexpr std::string_view small_number = "sla.small_number";
// Signing in
inline constexpr std::string_view session_idle = "sla.session_idle_minutes";
inline constexpr std::string_view session_absolute = "sla.session_absolute_hours";
inline constexpr std::string_view session_warning = "sla.session_warning_minutes";
inline constexpr std::string_view lockout_attempts = "sla.lockout_attempts";
inline constexpr std::string_view lockout_time = "sla.lockout_minutes";
inline constexpr std::string_view password_length = "sla.password_characters";
inline constexpr std::string_view password_guesses = "sla.password_guesses";
inline constexpr std::string_view starting_password = "sla.starting_password_hours";
inline constexpr std::string_view token_life = "sla.token_days";
inline constexpr std::string_view webhook_failing = "sla.webhook_failing_hours";
inline constexpr std::string_view interrupted_form_kept = "sla.interrupted_form_days";
// Case review (Anti-social Behaviour, Crime and Policing Act 2014, section 104)
inline constexpr std::string_view review_threshold = "review.threshold_complaints";
inline constexpr std::string_view review_complaint_window = "review.complaint_window_months";
inline constexpr std::string_view review_application_window = "review.application_window_months";
inline constexpr std::string_view review_acknowledged = "review.sla.ack_wd";
inline constexpr std::string_view review_threshold_decided = "review.sla.threshold_wd";
inline constexpr std::string_view review_carried_out = "review.sla.review_wd";
inline constexpr std::string_view review_appeal_heard = "review.sla.appeal_wd";
// Legal action
inline constexpr std::string_view emergency_court = "sla.emergency_court_hours";
inline constexpr std::string_view order_expiry_warning = "sla.order_expiry_warning_days";
inline constexpr std::string_view respite_check = "sla.respite_check_days";
// Ahead of the last lawful moment
inline constexpr std::string_view target_before = "sla.target_before_wd";
inline constexpr std::string_view target_share = "sla.target_share";
// Upkeep
inline constexpr std::string_view bank_holiday_warning = "sla.bank_holiday_warning_months";
inline constexpr std::string_view law_checked = "sla.law_checked_months";

inline constexpr std::array all{
    first_contact,
    first_contact_ambition,
    update,
    tell_officers,
    warning_marker,
    message_reply,
    action_plan,
    risk_assessment,
    risk_review,
    risk_lowering_needs_approval,
    high_risk_manager_review,
    closure_approval,
    approval,
    risk_at_closure,
    due_soon,
    access_longest,
    survey_after_closure,
    survey_attempts,
    survey_answer_window,
    draft_kept,
    upload_max_bytes,
    upload_max_files,
    small_number,
    session_idle,
    session_absolute,
    session_warning,
    lockout_attempts,
    lockout_time,
    password_length,
    password_guesses,
    starting_password,
    token_life,
    webhook_failing,
    interrupted_form_kept,
    review_threshold,
    review_complaint_window,
    review_application_window,
    review_acknowledged,
    review_threshold_decided,
    review_carried_out,
    review_appeal_heard,
    emergency_court,
    order_expiry_warning,
    respite_check,
    target_before,
    target_share,
    bank_holiday_warning,
    law_checked,
};

}  // namespace doorstep::legal::standard_ids

/// What a row may be narrowed to. No word of these: it applies to all.
namespace doorstep::legal::standard_scopes {

inline constexpr std::string_view everything;
inline constexpr std::string_view high_risk = "high";
inline constexpr std::string_view medium_risk = "medium";
inline constexpr std::string_view standard_risk = "standard";
inline constexpr std::string_view unresolved = "unresolved";
inline constexpr std::string_view resident = "resident";
inline constexpr std::string_view staff = "staff";

inline constexpr std::array all{everything, high_risk, medium_risk, standard_risk,
                                unresolved, resident,  staff};

}  // namespace doorstep::legal::standard_scopes

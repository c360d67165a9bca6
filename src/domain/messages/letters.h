#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/people/people.h"

/// Every letter and message that the program writes, in one table. Their words are Markdown in
/// content/letters/, in English and Welsh, and a landlord publishes its own versions; which there are, and
/// which fields each may use, is fixed here.
namespace doorstep::domain::messages {

enum class ChosenBy {
    officer,  ///< picked from the list when writing a letter
    program,  ///< written by the step it belongs to: closing a case, deciding a report
    action,   ///< picked on the page of a legal action, which fills it in
    court,    ///< no letter: part of papers for a court or for colleagues
};

struct Letter {
    std::string_view code;
    std::string_view title;  ///< for colleagues who choose it
    ChosenBy chosen_by;
    /// It says who is dealing with the case and who the housing officer is, so that sending it tells them
    /// (M-80).
    bool tells_officers = false;
    /// Fields of its own, besides those of every letter.
    std::span<std::string_view const> fields;
    /// Of a letter of legal action: the kinds of action it is for (standards/actions), and whom it is for.
    std::span<std::string_view const> actions;
    people::Side goes_to = people::Side::complained_about;
};

std::span<Letter const> all_letters();
/// Nothing for a code that no letter has.
Letter const* letter_named(std::string_view code);

/// The fields that every letter about a case has.
std::span<std::string_view const> fields_of_every_letter();
/// All that a letter may use: of every letter and its own.
std::vector<std::string_view> fields_of(Letter const& letter);
/// Fields of the words that a letter may not use, each once: for whoever publishes a new version.
std::vector<std::string> unknown_fields(Letter const& letter, std::string_view subject,
                                        std::string_view body);

namespace fields {
inline constexpr std::string_view name_to_use = "name_to_use";
inline constexpr std::string_view date = "date";
inline constexpr std::string_view case_reference = "case_reference";
inline constexpr std::string_view officer_name = "officer_name";
inline constexpr std::string_view officer_telephone = "officer_telephone";
inline constexpr std::string_view housing_officer_name = "housing_officer_name";
inline constexpr std::string_view housing_officer_telephone = "housing_officer_telephone";
inline constexpr std::string_view landlord_name = "landlord_name";
inline constexpr std::string_view team_name = "team_name";
inline constexpr std::string_view telephone = "telephone";
inline constexpr std::string_view telephone_hours = "telephone_hours";
inline constexpr std::string_view next_contact_by = "next_contact_by";
// Of some letters only.
inline constexpr std::string_view report_reference = "report_reference";
inline constexpr std::string_view first_contact_by = "first_contact_by";
inline constexpr std::string_view out_of_hours = "out_of_hours";  ///< empty while we are open
inline constexpr std::string_view previous_officer_name = "previous_officer_name";
inline constexpr std::string_view contact_numbers = "contact_numbers";
inline constexpr std::string_view explanation = "explanation";
inline constexpr std::string_view closing_reason = "closing_reason";
inline constexpr std::string_view survey_from = "survey_from";
inline constexpr std::string_view survey_link = "survey_link";
inline constexpr std::string_view survey_link_until = "survey_link_until";
inline constexpr std::string_view message = "message";
// Of legal action.
inline constexpr std::string_view place = "place";
inline constexpr std::string_view conduct = "conduct";
inline constexpr std::string_view impact = "impact";
inline constexpr std::string_view terms = "terms";
inline constexpr std::string_view order_name = "order_name";
inline constexpr std::string_view made_on = "made_on";
inline constexpr std::string_view order_until = "order_until";
inline constexpr std::string_view appeal_by = "appeal_by";
inline constexpr std::string_view witness_name = "witness_name";
}  // namespace fields

namespace letters {
inline constexpr std::string_view acknowledgement = "acknowledgement";
inline constexpr std::string_view report_decision = "report-decision";
inline constexpr std::string_view first_contact = "first-contact";
inline constexpr std::string_view who_is_dealing = "who-is-dealing";
inline constexpr std::string_view hand_over = "hand-over";
inline constexpr std::string_view victims_code = "victims-code";
inline constexpr std::string_view action_plan = "action-plan";
inline constexpr std::string_view update = "update";
inline constexpr std::string_view closing_resolved = "closing-resolved";
inline constexpr std::string_view closing_unresolved = "closing-unresolved";
inline constexpr std::string_view reopened = "reopened";
inline constexpr std::string_view survey_invitation = "survey-invitation";
/// To somebody who agreed to letters or e-mail and not to calls.
inline constexpr std::string_view survey_invitation_on_paper = "survey-invitation-on-paper";
/// The same two with a link to answer online, on a site that residents reach.
inline constexpr std::string_view survey_invitation_online = "survey-invitation-online";
inline constexpr std::string_view survey_invitation_online_only = "survey-invitation-online-only";
inline constexpr std::string_view general = "general";
/// What stands around an e-mail's words, and the whole of a text message: nothing about a case.
inline constexpr std::string_view quiet_email = "quiet-email";
inline constexpr std::string_view quiet_text = "quiet-text";
// Papers of legal action.
inline constexpr std::string_view warning_letter = "warning-letter";
inline constexpr std::string_view behaviour_contract = "behaviour-contract";
inline constexpr std::string_view possession_notice = "possession-notice";
inline constexpr std::string_view protection_warning = "community-protection-warning";
inline constexpr std::string_view protection_notice = "community-protection-notice";
inline constexpr std::string_view closure_served = "closure-served";
inline constexpr std::string_view closure_explained = "closure-explained";
inline constexpr std::string_view injunction_served = "injunction-served";
inline constexpr std::string_view witness_statement = "witness-statement";
/// What to do, below an order in brief.
inline constexpr std::string_view brief_closure = "brief-closure";
inline constexpr std::string_view brief_arrest = "brief-arrest";
inline constexpr std::string_view brief_civil = "brief-civil";
}  // namespace letters

}  // namespace doorstep::domain::messages

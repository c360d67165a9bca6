#include "domain/messages/letters.h"

#include <algorithm>
#include <array>

#include "domain/wording/merge.h"

namespace doorstep::domain::messages {
namespace {

constexpr std::array about_a_case{fields::name_to_use,
                                  fields::date,
                                  fields::case_reference,
                                  fields::officer_name,
                                  fields::officer_telephone,
                                  fields::housing_officer_name,
                                  fields::housing_officer_telephone,
                                  fields::landlord_name,
                                  fields::team_name,
                                  fields::telephone,
                                  fields::telephone_hours,
                                  fields::next_contact_by};

constexpr std::array of_report{fields::report_reference, fields::first_contact_by, fields::out_of_hours};
constexpr std::array of_decision{fields::report_reference, fields::explanation};
constexpr std::array of_hand_over{fields::previous_officer_name};
constexpr std::array of_victims_code{fields::contact_numbers};
constexpr std::array<std::string_view, 8> of_plan{"name", "reference", "agreed-on", "officer",
                                                  "team", "contact",   "landlord",  "steps"};
constexpr std::array of_closing{fields::closing_reason, fields::explanation, fields::survey_from};
constexpr std::array of_survey{fields::survey_from};
constexpr std::array of_online_survey{fields::survey_from, fields::survey_link, fields::survey_link_until};
constexpr std::array of_quiet_email{fields::message};

constexpr std::array of_warning{fields::place, fields::conduct};
constexpr std::array of_contract{fields::terms, fields::made_on, fields::order_until};
constexpr std::array of_protection_notice{fields::place, fields::terms, fields::made_on, fields::appeal_by};
constexpr std::array of_closure{fields::place, fields::order_name, fields::made_on, fields::order_until};
constexpr std::array of_injunction{fields::terms, fields::order_name, fields::made_on, fields::order_until};
constexpr std::array of_statement{fields::witness_name, fields::order_name, fields::place, fields::conduct,
                                  fields::impact};

constexpr std::array<std::string_view, 7> any_warned{
    "injunction",          "closure", "possession", "demotion", "undertaking", "behaviour-contract",
    "community-protection"};
constexpr std::array<std::string_view, 1> contracts{"behaviour-contract"};
constexpr std::array<std::string_view, 2> of_homes{"possession", "demotion"};
constexpr std::array<std::string_view, 1> protections{"community-protection"};
constexpr std::array<std::string_view, 1> closures{"closure"};
constexpr std::array<std::string_view, 1> injunctions{"injunction"};

using enum ChosenBy;
using people::Side;

// clang-format off
constexpr std::array letters_in_order{
    Letter{letters::acknowledgement,    "We have your report",                     program, false, of_report},
    Letter{letters::report_decision,    "What we decided about a report",          program, false, of_decision},
    Letter{letters::first_contact,      "First contact: please talk to us",        officer, true,  {}},
    Letter{letters::who_is_dealing,     "Who is dealing with your case",           officer, true,  {}},
    Letter{letters::hand_over,          "Somebody else is dealing with your case", program, true,  of_hand_over},
    Letter{letters::victims_code,       "Your rights under the Victims’ Code",     program, false, of_victims_code},
    Letter{letters::action_plan,        "Your action plan",                        program, false, of_plan},
    Letter{letters::update,             "What is happening with your case",        officer, false, {}},
    Letter{letters::closing_resolved,   "Your case is closed: resolved",           program, false, of_closing},
    Letter{letters::closing_unresolved, "Your case is closed: not resolved",       program, false, of_closing},
    Letter{letters::reopened,           "Your case is open again",                 officer, true,  {}},
    Letter{letters::survey_invitation,  "How did we do?",                          program, false, of_survey},
    Letter{letters::survey_invitation_on_paper, "How did we do? On paper",     program, false, {}},
    Letter{letters::survey_invitation_online, "How did we do? With a link",   program, false, of_online_survey},
    Letter{letters::survey_invitation_online_only, "How did we do? Only with a link", program, false, of_online_survey},
    Letter{letters::general,            "In your own words",                       officer, false, {}},
    Letter{letters::quiet_email,        "Around every e-mail",                     program, false, of_quiet_email},
    Letter{letters::quiet_text,         "Every text message",                      program, false, {}},
    Letter{letters::warning_letter,     "Warning letter",                          action, false, of_warning, any_warned},
    Letter{letters::behaviour_contract, "Acceptable behaviour contract",           action, false, of_contract, contracts},
    Letter{letters::possession_notice,  "Letter with a notice of seeking possession", action, false, of_warning, of_homes},
    Letter{letters::protection_warning, "Community protection warning",            action, false, of_warning, protections},
    Letter{letters::protection_notice,  "Community protection notice explained",   action, false, of_protection_notice, protections},
    Letter{letters::closure_served,     "Closure explained to whoever lives there", action, false, of_closure, closures},
    Letter{letters::closure_explained,  "Closure explained to those who reported", action, false, of_closure, closures, Side::reporting},
    Letter{letters::injunction_served,  "Injunction explained to the respondent",  action, false, of_injunction, injunctions},
    Letter{letters::witness_statement,  "Witness statement",                       court, false, of_statement},
    Letter{letters::brief_closure,      "Order in brief: closure",                 court, false, {}},
    Letter{letters::brief_arrest,       "Order in brief: with a power of arrest",  court, false, {}},
    Letter{letters::brief_civil,        "Order in brief: without one",             court, false, {}},
};
// clang-format on

}  // namespace

std::span<Letter const> all_letters() { return letters_in_order; }

Letter const* letter_named(std::string_view code) {
    for (auto const& letter : letters_in_order)
        if (letter.code == code) return &letter;
    return nullptr;
}

std::span<std::string_view const> fields_of_every_letter() { return about_a_case; }

std::vector<std::string_view> fields_of(Letter const& letter) {
    std::vector<std::string_view> all(about_a_case.begin(), about_a_case.end());
    all.insert(all.end(), letter.fields.begin(), letter.fields.end());
    return all;
}

std::vector<std::string> unknown_fields(Letter const& letter, std::string_view subject,
                                        std::string_view body) {
    auto const known = fields_of(letter);
    std::vector<std::string> unknown;
    for (auto const words : {subject, body})
        for (auto& name : wording::field_names(words)) {
            bool const is_known = std::find(known.begin(), known.end(), name) != known.end();
            bool const is_named = std::find(unknown.begin(), unknown.end(), name) != unknown.end();
            if (!is_known && !is_named) unknown.push_back(std::move(name));
        }
    return unknown;
}

}  // namespace doorstep::domain::messages

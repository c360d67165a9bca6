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

using enum ChosenBy;

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

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/instant.h"
#include "domain/ids.h"

namespace doorstep::domain::cases {

/// `closing`: sent for approval, still worked on until a second person decides.
enum class State { open, paused, closing, closed };
constexpr auto enum_names(State) {
    return std::array{EnumName{State::open, "open", "Open"}, EnumName{State::paused, "paused", "Paused"},
                      EnumName{State::closing, "closing", "Waiting for approval to close"},
                      EnumName{State::closed, "closed", "Closed"}};
}

enum class RiskBand { standard, medium, high };
constexpr auto enum_names(RiskBand) {
    return std::array{EnumName{RiskBand::standard, "standard", "Standard"},
                      EnumName{RiskBand::medium, "medium", "Medium"},
                      EnumName{RiskBand::high, "high", "High"}};
}

enum class Outcome { resolved, unresolved };
constexpr auto enum_names(Outcome) {
    return std::array{EnumName{Outcome::resolved, "resolved", "Resolved"},
                      EnumName{Outcome::unresolved, "unresolved", "Unresolved"}};
}

/// Our work on one or more reports. What belongs to a feature (contacts, plan, risk) lives with it; here
/// stand the facts that lists, clocks and figures ask of every case.
struct CaseFile {
    CaseFileId id;
    std::string reference;  ///< "ASB-26-00142"
    std::string title;      ///< neutral: kind and place, never a resident's name
    State state = State::open;
    std::string category;
    std::string subcategory;
    std::string harm_group;
    bool hate = false;
    bool in_danger = false;
    bool self_harm = false;
    bool high_profile = false;
    bool restricted = false;
    std::string restricted_reason;
    std::string channel;
    Instant opened_at;
    Date opened_on;
    Date raised_on;  ///< the day the issue was raised: first contact is counted from it
    std::optional<AccountId> opened_by;
    std::optional<AccountId> owner;
    std::optional<TeamId> team;
    std::optional<AccountId> housing_officer;
    std::optional<AddressId> address;
    std::optional<BlockId> block;
    std::optional<AreaId> area;
    std::string place_text;
    std::optional<RiskBand> risk_band;  ///< nothing until assessed
    /// The day from which it counts as high risk until somebody has assessed it: for its kind, or because the
    /// report spoke of danger. Stays when it has been assessed, so that promises of that time stay explained.
    std::optional<Date> taken_as_high_on;
    std::optional<int> risk_score;
    std::optional<Date> risk_assessed_on;
    std::optional<Date> risk_review_by;
    std::optional<Date> first_contact_by;  ///< earliest unmet of any complainant
    std::optional<Date> next_contact_by;   ///< earliest of any complainant
    std::optional<Date> plan_by;
    std::optional<Date> plan_agreed_on;
    int steps_total = 0;
    int steps_done = 0;
    int steps_late = 0;  ///< done late, or not done by their day
    std::optional<Date> paused_until;
    std::string pause_reason;
    std::optional<Instant> closed_at;
    std::optional<Date> closed_on;
    std::optional<AccountId> closed_by;
    std::optional<Outcome> outcome;
    std::optional<std::string> closing_reason;
    std::string closing_summary;
    std::optional<Date> reopened_on;  ///< the last time; set together with reopened_count
    int reopened_count = 0;
    /// The first risk assessment and the first agreed plan: the day each was due and the day it came. Kept by
    /// keep_first_promises, so that reviews and later plans do not move what figures count.
    std::optional<Date> first_risk_by;
    std::optional<Date> first_risk_on;
    std::optional<Date> first_plan_by;
    std::optional<Date> first_plan_on;
    int contacts_count = 0;
    std::int64_t version = 1;

    bool is_closed() const { return state == State::closed; }
    bool is_high_until_assessed() const { return !risk_band && taken_as_high_on.has_value(); }
    /// By its band; before there is one, because it is taken as high.
    bool is_high_risk() const { return risk_band == RiskBand::high || is_high_until_assessed(); }
};

enum class BeforeAssessment { nothing_known, taken_as_high };
/// How its risk stands, for facts and lists: "High", "High risk until assessed", "Not assessed yet".
inline std::string_view risk_words(std::optional<RiskBand> band, BeforeAssessment before) {
    if (band) return words_of(*band);
    return before == BeforeAssessment::taken_as_high ? "High risk until assessed" : "Not assessed yet";
}
inline BeforeAssessment before_assessment(CaseFile const& file) {
    return file.taken_as_high_on ? BeforeAssessment::taken_as_high : BeforeAssessment::nothing_known;
}
inline std::string_view risk_words(CaseFile const& file) {
    return risk_words(file.risk_band, before_assessment(file));
}

/// Moves the first promises along with the case: their day follows risk_review_by and plan_by until they are
/// met, and then stands. Called whenever a case is stored.
void keep_first_promises(CaseFile& file);

}  // namespace doorstep::domain::cases

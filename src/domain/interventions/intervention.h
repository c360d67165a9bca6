#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/expected.h"
#include "base/instant.h"
#include "domain/contacts/contact.h"
#include "domain/ids.h"

/// Steps taken on a case, from the landlord's catalogue (M-89 to M-92): support and enforcement side by side.
namespace doorstep::domain::interventions {

enum class Track { support, enforcement };
constexpr auto enum_names(Track) {
    return std::array{EnumName{Track::support, "support", "Support"},
                      EnumName{Track::enforcement, "enforcement", "Enforcement"}};
}

/// What a step asks to be written down.
enum class Kind { plain, warning, referral };
constexpr auto enum_names(Kind) {
    return std::array{EnumName{Kind::plain, "plain", "Step"}, EnumName{Kind::warning, "warning", "Warning"},
                      EnumName{Kind::referral, "referral", "Referral"}};
}

/// Whether the person agreed that their details go to another service.
enum class Consent { given, not_asked, refused };
constexpr auto enum_names(Consent) {
    return std::array{EnumName{Consent::given, "given", "They agreed"},
                      EnumName{Consent::not_asked, "not-asked", "They were not asked"},
                      EnumName{Consent::refused, "refused", "They did not agree"}};
}

enum class Outcome { accepted, declined, no_answer, helped, no_change, worse };
constexpr auto enum_names(Outcome) {
    return std::array{EnumName{Outcome::accepted, "accepted", "Taken up"},
                      EnumName{Outcome::declined, "declined", "Turned down"},
                      EnumName{Outcome::no_answer, "no-answer", "No answer came"},
                      EnumName{Outcome::helped, "helped", "It helped"},
                      EnumName{Outcome::no_change, "no-change", "It changed nothing"},
                      EnumName{Outcome::worse, "worse", "Things got worse"}};
}
/// What may come of a step of this kind: a referral is answered, or helps in the end.
std::vector<Outcome> outcomes_of(Kind kind);

/// An entry of the list "interventions", as far as its rules go.
struct CatalogueEntry {
    std::string code;
    Kind kind = Kind::plain;
    Track track = Track::support;
    bool legal = false;
    std::optional<int> answer_days;  ///< a referral is to be answered within so many days
};

struct Intervention {
    InterventionId id;
    CaseFileId case_file;
    std::string code;
    bool legal = false;
    Track track = Track::support;
    Date used_on;
    std::optional<AccountId> used_by;
    std::optional<CasePersonId> recipient;  ///< whom it was given to, or whom it is for
    std::string content;                    ///< what was done or said; why somebody is referred
    std::string consequence;                ///< of going on, for a warning
    std::optional<contacts::Method> given_how;
    std::string referred_to;
    std::optional<Consent> consent;
    std::string basis;  ///< why it is shared although they did not agree
    std::optional<Date> respond_by;
    std::string aim;              ///< why this step, and why now
    std::string tried;            ///< less intrusive steps tried or ruled out
    std::string vulnerabilities;  ///< of the recipient, known and weighed
    std::optional<Outcome> outcome;
    std::optional<Date> outcome_on;
    std::string outcome_note;
    Instant recorded_at;
    std::int64_t version = 1;
};

/// A warning is enforcement against a person: why it is fair and in proportion is written down before it
/// counts (Equality Act 2010, sections 15, 20 and 149; Human Rights Act 1998, Schedule 1, Article 8).
bool asks_for_fairness(CatalogueEntry const& entry);

/// Every problem at once; fields are those of the form.
/// (1) Not in the future, and not before the issue was raised. (2) A warning says what it said, what follows
/// if it goes on, to whom and how it was given. (3) A referral says to whom, why, for whom and on what
/// footing: without agreement it says why it is shared all the same; its answer is due after the day it was
/// made. (4) What is enforcement against a person says its aim, what was tried, and what is known of them.
Expected<Done> check_intervention(Intervention const& step, CatalogueEntry const& entry, Date raised_on,
                                  Date today);

/// (1) It has none yet. (2) It fits the kind. (3) Not in the future, and not before the step was taken.
Expected<Done> check_outcome(Intervention const& step, Kind kind, Outcome outcome, Date on,
                             std::string_view note, Date today);

}  // namespace doorstep::domain::interventions

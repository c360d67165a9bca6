#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/instant.h"
#include "domain/ids.h"

/// What someone told us happened, by whatever way it came. Anonymous reports and unknown people complained
/// about are as good as any other (M-64).
namespace doorstep::domain::reports {

/// Each report is in exactly one.
enum class State {
    waiting,
    being_looked_at,
    case_opened,
    added_to_case,
    duplicate,
    everyday_noise,
    signposted,
    withdrawn,
    dealt_with_before
};
constexpr auto enum_names(State) {
    return std::array{
        EnumName{State::waiting, "waiting", "Waiting"},
        EnumName{State::being_looked_at, "being-looked-at", "Being looked at"},
        EnumName{State::case_opened, "case-opened", "Case opened"},
        EnumName{State::added_to_case, "added-to-case", "Added to a case"},
        EnumName{State::duplicate, "duplicate", "Same as another report"},
        EnumName{State::everyday_noise, "everyday-noise", "Everyday noise"},
        EnumName{State::signposted, "signposted", "Passed to another service"},
        EnumName{State::withdrawn, "withdrawn", "Withdrawn"},
        EnumName{State::dealt_with_before, "dealt-with-before", "Dealt with in an earlier system"}};
}
/// Somebody has decided what becomes of it, or the reporter took it back.
constexpr bool is_settled(State state) { return state != State::waiting && state != State::being_looked_at; }
/// Whether a report may go from one state to the other. What is settled stays settled.
constexpr bool may_become(State from, State to) { return !is_settled(from) && from != to; }

enum class WhoFor { not_said, me, someone_else, witness, staff, professional };
constexpr auto enum_names(WhoFor) {
    return std::array{EnumName{WhoFor::not_said, "not-said", "Not said"},
                      EnumName{WhoFor::me, "me", "Themselves"},
                      EnumName{WhoFor::someone_else, "someone-else", "Someone else"},
                      EnumName{WhoFor::witness, "witness", "Someone who saw or heard it"},
                      EnumName{WhoFor::staff, "staff", "One of our staff"},
                      EnumName{WhoFor::professional, "professional", "A professional"}};
}

/// Whether the person it happened to knows of the report; asked when someone reports for another.
enum class Consent { not_asked, yes, no };
constexpr auto enum_names(Consent) {
    return std::array{EnumName{Consent::not_asked, "not-asked", "Not asked"},
                      EnumName{Consent::yes, "yes", "They agree"},
                      EnumName{Consent::no, "no", "They have not agreed"}};
}

enum class StillHappening { not_said, yes, no, not_known };
constexpr auto enum_names(StillHappening) {
    return std::array{EnumName{StillHappening::not_said, "not-said", "Not said"},
                      EnumName{StillHappening::yes, "yes", "Yes"}, EnumName{StillHappening::no, "no", "No"},
                      EnumName{StillHappening::not_known, "not-known", "Not known"}};
}

enum class HowOften { not_said, once, now_and_then, every_week, most_days, most_nights };
constexpr auto enum_names(HowOften) {
    return std::array{EnumName{HowOften::not_said, "not-said", "Not said"},
                      EnumName{HowOften::once, "once", "Once"},
                      EnumName{HowOften::now_and_then, "now-and-then", "Now and then"},
                      EnumName{HowOften::every_week, "every-week", "Every week"},
                      EnumName{HowOften::most_days, "most-days", "Most days"},
                      EnumName{HowOften::most_nights, "most-nights", "Most nights"}};
}

enum class PeopleKnown { not_said, known, seen, unknown };
constexpr auto enum_names(PeopleKnown) {
    return std::array{EnumName{PeopleKnown::not_said, "not-said", "Not said"},
                      EnumName{PeopleKnown::known, "known", "Knows who it was"},
                      EnumName{PeopleKnown::seen, "seen", "Saw or heard them, does not know who"},
                      EnumName{PeopleKnown::unknown, "unknown", "Does not know who it was"}};
}

enum class Effect { not_said, little, some, a_lot };
constexpr auto enum_names(Effect) {
    return std::array{EnumName{Effect::not_said, "not-said", "Not said"},
                      EnumName{Effect::little, "little", "A little"}, EnumName{Effect::some, "some", "Some"},
                      EnumName{Effect::a_lot, "a-lot", "A lot"}};
}

/// What it touches, besides how much.
enum class EffectOn { health, sleep, children, support, work, fear };
constexpr auto enum_names(EffectOn) {
    return std::array{EnumName{EffectOn::health, "health", "Health"},
                      EnumName{EffectOn::sleep, "sleep", "Sleep"},
                      EnumName{EffectOn::children, "children", "Children in the home"},
                      EnumName{EffectOn::support, "support", "Someone with support or care needs"},
                      EnumName{EffectOn::work, "work", "Work, school or study"},
                      EnumName{EffectOn::fear, "fear", "Afraid at home or to go out"}};
}

/// Why it was done, as the victim or any other person sees it. The first five are those of the definition of
/// a hate incident in the Tenant Satisfaction Measures (NM01 part 2); the others are kept and shown, not
/// counted as hate incidents.
enum class Motive { disability, race, religion, sexual_orientation, transgender, age, sex, other };
constexpr auto enum_names(Motive) {
    return std::array{EnumName{Motive::disability, "disability", "Disability"},
                      EnumName{Motive::race, "race", "Race"},
                      EnumName{Motive::religion, "religion", "Religion"},
                      EnumName{Motive::sexual_orientation, "sexual-orientation", "Sexual orientation"},
                      EnumName{Motive::transgender, "transgender", "Transgender identity"},
                      EnumName{Motive::age, "age", "Age"},
                      EnumName{Motive::sex, "sex", "Being a woman or a man"},
                      EnumName{Motive::other, "other", "Something else about them"}};
}
constexpr bool is_hate(Motive motive) {
    return motive != Motive::age && motive != Motive::sex && motive != Motive::other;
}

enum class ToldWho { us, police, council, other };
constexpr auto enum_names(ToldWho) {
    return std::array{EnumName{ToldWho::us, "us", "Us"}, EnumName{ToldWho::police, "police", "The police"},
                      EnumName{ToldWho::council, "council", "The council"},
                      EnumName{ToldWho::other, "other", "Someone else"}};
}

/// "Have you told anyone before?" Counts for the case review (M-115).
struct EarlierTelling {
    ToldWho told = ToldWho::us;
    std::optional<Date> told_on;
    std::string reference;
    bool operator==(EarlierTelling const&) const = default;
};

struct Report {
    ReportId id;
    std::string reference;  ///< "R-26-00311"
    State state = State::waiting;
    std::string channel;  ///< code of the list "channels" (M-62)
    std::string language = "en";
    Instant received_at;
    Date received_on;                   ///< clocks run from it
    std::optional<AccountId> taken_by;  ///< who wrote it down, when someone did
    Date first_contact_by;

    bool in_danger = false;
    bool self_harm = false;
    bool hate = false;          ///< as perceived by the victim or any other person
    bool high_profile = false;  ///< the restricted queue (M-63)
    /// Judged by the landlord's promise for high risk until somebody has assessed it: somebody may be in
    /// danger or harm themselves, or the landlord's list says so of its kind.
    bool taken_as_high = false;

    WhoFor who_for = WhoFor::not_said;
    Consent consent = Consent::not_asked;
    bool anonymous = false;
    std::string reporter_name;
    std::string reporter_address;      ///< for letters, as given; empty when no letters are wanted
    std::optional<PersonId> reporter;  ///< once triage or a person's sign-in says who they are
    std::optional<std::string> safe_contact_id;

    std::optional<AddressId> address;
    std::string place_text;  ///< where it happened in their own words
    std::string postcode;
    std::optional<AreaId> area;

    std::optional<Date> happened_on;
    std::string happened_about;  ///< "about 11pm most nights"
    StillHappening still_happening = StillHappening::not_said;
    HowOften how_often = HowOften::not_said;
    std::string what_happened;
    PeopleKnown people_known = PeopleKnown::not_said;
    std::string people_text;
    Effect effect = Effect::not_said;
    std::string effect_text;
    std::vector<EffectOn> effect_on;
    std::vector<Motive> motives;
    std::string wish;

    std::string category;                 ///< the first kind chosen; code of the list "categories"
    std::vector<std::string> categories;  ///< every kind, each once (M-68)
    std::vector<EarlierTelling> earlier;

    std::optional<AccountId> looked_at_by;
    std::optional<Instant> looked_at_at;
    std::optional<CaseFileId> case_file;  ///< where it ended up
    std::optional<ReportId> duplicate_of;

    std::optional<std::string> idempotency_key;
    std::optional<std::string> import_source;
    std::optional<std::string> import_key;
    std::int64_t version = 1;

    bool is_settled() const { return reports::is_settled(state); }
};

/// "R-26-00311": the year the report was received, and its number in that year.
std::string report_reference(int year, std::int64_t number);

}  // namespace doorstep::domain::reports

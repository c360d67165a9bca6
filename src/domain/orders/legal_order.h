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
#include "domain/ids.h"
#include "domain/orders/action_kind.h"

/// What a court or an authority made, as data: terms, clauses, who may enter, how it ends.
namespace doorstep::domain::orders {

/// Full: nobody may enter. Partial: nobody but those on its list (2014 Act, section 80(7)).
enum class Scope { full, partial };
constexpr auto enum_names(Scope) {
    return std::array{EnumName{Scope::full, "full", "Full: nobody may enter"},
                      EnumName{Scope::partial, "partial", "Partial: only those on its list may enter"}};
}

enum class OrderEnd { expired, discharged, cancelled, quashed, replaced };
constexpr auto enum_names(OrderEnd) {
    return std::array{EnumName{OrderEnd::expired, "expired", "It ran out"},
                      EnumName{OrderEnd::discharged, "discharged", "The court discharged it"},
                      EnumName{OrderEnd::cancelled, "cancelled", "The notice was cancelled"},
                      EnumName{OrderEnd::quashed, "quashed", "Quashed on appeal"},
                      EnumName{OrderEnd::replaced, "replaced", "Another order took its place"}};
}

struct LegalOrder {
    LegalOrderId id;
    LegalActionId action;
    CaseFileId case_file;
    OrderForm form = OrderForm::final;
    std::optional<Scope> scope;
    std::string court;    ///< or who issued a notice, with rank
    bool senior = false;  ///< a notice by a superintendent or a chief executive, who may make it longer
    Date made_on;
    Instant from_at;                     ///< in force from this moment
    std::optional<Date> until_on;        ///< last day; nothing: until further order
    std::optional<Instant> until_at;     ///< the moment it runs out
    std::optional<Date> first_until_on;  ///< before any extension
    std::optional<int> age;              ///< of the respondent when it was made, where the law asks
    bool without_notice = false;
    std::string note;
    std::optional<OrderEnd> end;
    std::optional<Instant> ended_at;
    std::string end_note;
    std::optional<AccountId> recorded_by;
    Instant recorded_at;
    std::int64_t version = 1;

    bool is_in_force(Instant at) const {
        return from_at <= at && (!until_at || at < *until_at) && (!ended_at || at < *ended_at);
    }
    /// The moment it stopped or will stop; nothing for one without an end.
    std::optional<Instant> stops_at() const {
        if (ended_at && (!until_at || *ended_at < *until_at)) return ended_at;
        return until_at;
    }
};

/// An extension made by the court, or a notice made longer.
struct OrderExtension {
    std::string id;
    LegalOrderId order;
    Date applied_on;
    Date made_on;
    Date until_before;
    Date until_on;
    std::string court;
    std::string note;
};

enum class ClauseKind { prohibition, requirement };
constexpr auto enum_names(ClauseKind) {
    return std::array{EnumName{ClauseKind::prohibition, "prohibition", "Must not"},
                      EnumName{ClauseKind::requirement, "requirement", "Must"}};
}
/// 2014 Act, section 4(1).
enum class ArrestGround { violence, risk_of_harm };
constexpr auto enum_names(ArrestGround) {
    return std::array{
        EnumName{ArrestGround::violence, "violence", "Violence used or threatened"},
        EnumName{ArrestGround::risk_of_harm, "risk-of-harm", "Significant risk of harm to others"}};
}

struct OrderClause {
    OrderClauseId id;
    LegalOrderId order;
    int position = 1;
    ClauseKind kind = ClauseKind::prohibition;
    std::string words;
    Date from_on;
    std::optional<Date> until_on;  ///< nothing: as long as the order
    bool participation = false;    ///< to take part in something
    std::string supervisor;
    bool power_of_arrest = false;
    std::optional<ArrestGround> arrest_ground;
    std::optional<Date> arrest_until;
    bool no_contact = false;      ///< with the people protected by the order
    bool home_exclusion = false;  ///< keeps the respondent out of their own home
    std::string zone;             ///< well-known text in metres of the National Grid; empty: no zone
    std::optional<double> zone_easting;
    std::optional<double> zone_northing;
    std::optional<int> zone_radius;  ///< metres, of a circle
    bool struck = false;             ///< taken out by a variation
    /// Kinds of behaviour it is about: codes of the list "categories".
    std::vector<std::string> conduct;

    bool is_live(Date on) const { return !struck && from_on <= on && (!until_on || on <= *until_on); }
};

struct ProtectedPerson {
    std::string id;
    LegalOrderId order;
    std::string name;
    std::string note;  ///< "Reception, Acre Court"
};

enum class BreachOutcome { no_action, warned, police, committed, fined, dismissed };
constexpr auto enum_names(BreachOutcome) {
    return std::array{EnumName{BreachOutcome::no_action, "no-action", "No action"},
                      EnumName{BreachOutcome::warned, "warned", "Warned"},
                      EnumName{BreachOutcome::police, "police", "With the police"},
                      EnumName{BreachOutcome::committed, "committed", "Committed to prison or detained"},
                      EnumName{BreachOutcome::fined, "fined", "Fined"},
                      EnumName{BreachOutcome::dismissed, "dismissed", "Not proved"}};
}

struct OrderBreach {
    OrderBreachId id;
    LegalOrderId order;
    std::optional<OrderClauseId> clause;
    std::optional<IncidentId> incident;
    Instant happened_at;
    std::string what;
    std::string evidence;
    std::string crime_reference;
    std::optional<Date> police_told_on;
    std::optional<Instant> arrested_at;
    std::optional<Date> committal_on;
    std::optional<BreachOutcome> outcome;
    std::optional<Date> outcome_on;
    std::string outcome_note;
    std::optional<AccountId> recorded_by;
    Instant recorded_at;
    std::int64_t version = 1;
};

/// What happens when an order ends (M-35).
enum class AfterIt { return_home, extension, possession, surrender, support, let_again, nothing_more };
constexpr auto enum_names(AfterIt) {
    return std::array{EnumName{AfterIt::return_home, "return-home", "They come back to the home"},
                      EnumName{AfterIt::extension, "extension", "We ask for an extension"},
                      EnumName{AfterIt::possession, "possession", "We seek possession"},
                      EnumName{AfterIt::surrender, "surrender", "The tenancy is given up"},
                      EnumName{AfterIt::support, "support", "A support plan"},
                      EnumName{AfterIt::let_again, "let-again", "The home is let again"},
                      EnumName{AfterIt::nothing_more, "nothing-more", "Nothing more is needed"}};
}
struct ExpiryPlan {
    LegalOrderId order;
    AfterIt after_it{};
    AccountId owner;
    Date by;
    std::string note;
};

/// Everything that is wrong with an order as it is recorded, besides its term, which the law judges: made in
/// the future or before the action began, an end before its beginning, a form that the kind of action does
/// not make, full or partial not said, one like it in force on the same day.
Expected<Done> check_order(LegalOrder const& order, ActionKind const& kind, Date raised_on, Instant now,
                           std::vector<LegalOrder> const& others);
/// Applied for before the order ran out, and longer than it was.
Expected<Done> check_extension(LegalOrder const& order, OrderExtension const& extension, Date today);
/// Ended once, no earlier than it was made and not in the future; run out only on its last day, and cancelled
/// only where it is a notice.
Expected<Done> check_end(LegalOrder const& order, OrderEnd end, Instant at, std::string const& note,
                         Instant now);
/// (1) Says something. (2) Lies within the order. (3) A requirement names who supervises it (2014 Act,
/// section 3). (4) A power of arrest has a ground, ends no later than its clause, and supports no requirement
/// to take part in something (section 4). (5) An interim order made without notice asks nobody to take part
/// in something (section 7).
Expected<Done> check_clause(OrderClause const& clause, LegalOrder const& order);
/// Within the time the order was in force, not in the future, against a clause of the order.
Expected<Done> check_breach(OrderBreach const& breach, LegalOrder const& order, OrderClause const* clause,
                            Instant now);
Expected<Done> check_breach_outcome(OrderBreach const& breach, BreachOutcome outcome, Date on,
                                    std::string const& note, Date today);
Expected<Done> check_expiry_plan(ExpiryPlan const& plan, LegalOrder const& order, Date today);

}  // namespace doorstep::domain::orders

#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/expected.h"
#include "domain/orders/possession.h"
#include "domain/orders/respite.h"
#include "gateways/zone.h"
#include "storage/legal_actions.h"
#include "storage/legal_orders.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"
#include "usecases/orders/law_answers.h"

namespace doorstep::usecases::orders {

/// The legal action of a case (C18), newest first, with every day that runs.
struct OrdersView {
    cases::CaseHeader header;
    struct Line {
        storage::legal_actions::ListedAction listed;
        domain::orders::ActionKind const* kind = nullptr;
        std::string order_words;  ///< "Closure order, full"; empty without one
        std::string order_state;  ///< "In force until 14 September 2026"
        bool in_force = false;
    };
    std::vector<Line> lines;
    std::vector<domain::orders::LegalDeadline> deadlines;
    int total = 0;
    int page = 1;
    int pages = 1;
    bool may_work_order = false;
};
constexpr int actions_a_page = 25;
Expected<OrdersView> view_orders(Context& context, std::string_view reference, int page);

/// The kinds to choose from, each with whether we may use it and who can instead.
struct KindsView {
    cases::CaseHeader header;
    struct Choice {
        domain::orders::ActionKind const* kind = nullptr;
        PowerAnswer ours;
    };
    std::vector<Choice> choices;
};
Expected<KindsView> view_kinds(Context& context, std::string_view reference);

struct StartView {
    cases::CaseHeader header;
    domain::orders::ActionKind const* kind = nullptr;
    PowerAnswer ours;
    std::vector<BodyChoice> bodies;
    std::string place;
    std::vector<std::pair<CasePersonId, std::string>> people;
};
Expected<StartView> view_start(Context& context, std::string_view reference, std::string_view kind);

/// One legal action: its task list and everything recorded of it.
struct ActionView {
    cases::CaseHeader header;
    storage::legal_actions::NamedAction named;
    domain::orders::ActionKind const* kind = nullptr;
    std::string body_words;
    std::vector<domain::orders::StepStanding> steps;
    std::vector<domain::orders::StepDone> done;
    std::vector<storage::legal_orders::OrderOfAction> orders;
    std::vector<domain::orders::Hearing> hearings;
    std::vector<domain::orders::Service> services;
    std::vector<domain::orders::LegalDeadline> deadlines;
    std::vector<domain::orders::ConditionFound> conditions;  ///< of the absolute ground; possession only
    bool may_change = false;  ///< the case is open, the action goes on, the role may
    bool may_pass_gate = false;

    domain::orders::StepDone const* record_of(std::string_view code) const;
    domain::orders::Hearing const* hearing(std::string_view id) const;
};
Expected<ActionView> view_action(Context& context, std::string_view reference, std::string_view id);

/// One order or notice.
struct OrderView {
    cases::CaseHeader header;
    storage::legal_orders::OrderInCase found;
    domain::orders::ActionKind const* kind = nullptr;
    std::string words;  ///< "Closure order"
    std::vector<domain::orders::OrderClause> clauses;
    std::vector<domain::orders::EntryPermission> list;
    std::vector<std::string> list_words;
    std::vector<domain::orders::OrderExtension> extensions;
    std::vector<domain::orders::OrderBreach> breaches;
    std::vector<storage::legal_actions::RuleUsed> rules;
    std::optional<Date> cap;  ///< the last day the law allows with every extension
    /// Of a closure: what neighbours reported and said, and visits, before, during and after it (M-41).
    struct Respite {
        domain::orders::RespiteTimes times;
        std::array<domain::orders::RespiteCount, 3> counts{};
    };
    std::optional<Respite> respite;
    bool in_force = false;
    bool may_change = false;
};
Expected<OrderView> view_order(Context& context, std::string_view reference, std::string_view id);

/// One clause with the addresses of ours that lie inside its zone (M-53).
struct ClauseView {
    cases::CaseHeader header;
    LegalOrderId order;
    std::string words;  ///< of the order
    domain::orders::OrderClause clause;
    std::string conduct;  ///< "Noise, drugs"
    std::vector<storage::legal_orders::PlacedAddress> inside;
    /// For a picture of the zone: the square that is shown, and what lies in it.
    struct Plan {
        double west = 0;
        double north = 0;
        double metres = 0;
        std::vector<gateways::GridPoint> corners;  ///< of an outline; the centre alone of a circle
        std::vector<storage::legal_orders::PlacedAddress> outside;
    };
    std::optional<Plan> plan;
    bool may_change = false;
};
Expected<ClauseView> view_clause(Context& context, std::string_view reference, std::string_view order,
                                 std::string_view clause);

/// What forms about an order ask from: the order, who can own a plan, kinds of people.
struct OrderFormView {
    cases::CaseHeader header;
    storage::legal_orders::OrderInCase found;
    domain::orders::ActionKind const* kind = nullptr;
    std::string words;
    std::vector<std::pair<AccountId, std::string>> owners;
    std::vector<std::pair<std::string, std::string>> roles;
    std::vector<std::pair<std::string, std::string>>
        categories;  ///< kinds of behaviour, when the order was made
    std::vector<domain::orders::OrderClause> clauses;
    std::vector<storage::legal_orders::ProtectedPerson> protected_people;
    /// For drawing a zone: a square around the case's home with the homes in it; nothing where it is not
    /// known.
    struct Surroundings {
        double west = 0;
        double north = 0;
        double metres = 0;
        std::vector<storage::legal_orders::PlacedAddress> homes;
    };
    std::optional<Surroundings> surroundings;
};
Expected<OrderFormView> view_order_form(Context& context, std::string_view reference, std::string_view id);

}  // namespace doorstep::usecases::orders

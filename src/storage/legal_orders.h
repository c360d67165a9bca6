#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/orders/entry.h"
#include "domain/orders/legal_order.h"
#include "storage/sql/database.h"

/// Orders and notices as they were made: clauses, who may enter, extensions, breaches, plans for their end.
namespace doorstep::storage::legal_orders {

using domain::orders::EntryPermission;
using domain::orders::ExpiryPlan;
using domain::orders::LegalOrder;
using domain::orders::OrderBreach;
using domain::orders::OrderClause;
using domain::orders::OrderExtension;
using domain::orders::ProtectedPerson;

void insert(sql::Write& tx, LegalOrder const& order);
/// False when someone else changed it first.
bool update(sql::Write& tx, LegalOrder& order);
std::optional<LegalOrder> find(sql::Read& tx, LegalOrderId id);

/// With what is around it: the case's reference for those who come by the order alone.
struct OrderInCase {
    LegalOrder order;
    std::string case_reference;
    std::string kind;  ///< of its action
    std::string place;
    std::string respondent_name;
    std::optional<ExpiryPlan> plan;
    std::string plan_owner_name;
    int protected_people = 0;
};
std::optional<OrderInCase> find_in_case(sql::Read& tx, LegalOrderId id);
struct OrderOfAction {
    LegalOrder order;
    bool has_plan = false;  ///< for its end
};
/// In order of their beginning.
std::vector<OrderOfAction> of_action(sql::Read& tx, LegalActionId action);

/// What stands over a case now, for its overview.
struct OrderInForce {
    LegalOrderId id;
    LegalActionId action;
    std::string kind;
    std::string form;
    std::string scope;
    std::optional<Date> until_on;
    std::optional<Instant> until_at;
};
/// Newest first.
std::vector<OrderInForce> in_force_on_case(sql::Read& tx, CaseFileId file, Instant now);

void insert(sql::Write& tx, OrderExtension const& extension);
std::vector<OrderExtension> extensions(sql::Read& tx, LegalOrderId order);

/// The rectangle around a zone, for finding it.
struct ZoneBox {
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
};
void insert(sql::Write& tx, OrderClause const& clause, std::optional<ZoneBox> const& box = {});
void strike(sql::Write& tx, OrderClauseId clause);
std::vector<OrderClause> clauses(sql::Read& tx, LegalOrderId order);

/// An address whose position is known, for zones.
struct PlacedAddress {
    std::string line;
    std::string postcode;
    double easting = 0;
    double northing = 0;
};
/// Those within a rectangle, by postcode. At most 2,000.
std::vector<PlacedAddress> addresses_within(sql::Read& tx, ZoneBox const& box);

void insert(sql::Write& tx, EntryPermission const& permission);
/// True when it was of this order.
bool remove_permission(sql::Write& tx, LegalOrderId order, std::string_view id);
std::vector<EntryPermission> permissions(sql::Read& tx, LegalOrderId order);

void insert(sql::Write& tx, ProtectedPerson const& person);
bool remove_protected(sql::Write& tx, LegalOrderId order, std::string_view id);
std::vector<ProtectedPerson> protected_people(sql::Read& tx, LegalOrderId order);

void insert(sql::Write& tx, OrderBreach const& breach);
bool update(sql::Write& tx, OrderBreach& breach);
std::optional<OrderBreach> find_breach(sql::Read& tx, OrderBreachId id);
/// Newest first.
std::vector<OrderBreach> breaches(sql::Read& tx, LegalOrderId order);

/// Writes the plan in place of what was there.
void put(sql::Write& tx, ExpiryPlan const& plan);

struct EntryCheck {
    std::string id;
    LegalOrderId order;
    std::string role;
    std::string name;
    Instant asked_about;
    bool may_enter = false;
    std::string reason;
    std::optional<std::string> permission;
    std::optional<AccountId> checked_by;
    Instant checked_at;
    std::string checked_by_name;  ///< when read
};
void insert(sql::Write& tx, EntryCheck const& check);
/// Newest first.
std::vector<EntryCheck> entry_checks(sql::Read& tx, LegalOrderId order, int limit);

struct BriefRead {
    std::string name;
    Instant read_at;
    std::int64_t order_version = 0;
    AccountId account;
};
/// False when this version was read by them before.
bool put_brief_read(sql::Write& tx, LegalOrderId order, AccountId account, std::int64_t version, Instant at);
std::vector<BriefRead> brief_reads(sql::Read& tx, LegalOrderId order);

}  // namespace doorstep::storage::legal_orders

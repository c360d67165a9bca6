#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/orders/legal_action.h"
#include "storage/sql/database.h"

/// Legal action on a case: the action, its steps, hearings, service, deadlines and what it rested on.
namespace doorstep::storage::legal_actions {

using domain::orders::Hearing;
using domain::orders::LegalAction;
using domain::orders::LegalDeadline;
using domain::orders::Service;
using domain::orders::StepDone;

void insert(sql::Write& tx, LegalAction const& action);
/// False when someone else changed it first.
bool update(sql::Write& tx, LegalAction& action);

struct NamedAction {
    LegalAction action;
    std::string respondent_name;  ///< or what is known of them
    std::string started_by_name;
};
std::optional<NamedAction> find(sql::Read& tx, LegalActionId id);

/// A line of the list of a case's legal action.
struct ListedAction {
    LegalActionId id;
    std::string kind;
    Date started_on;
    std::string respondent_name;
    std::string place;
    std::optional<domain::orders::ActionOutcome> outcome;
    std::optional<Date> next_deadline;
    std::string next_words;
    /// The newest order or notice of it, if any.
    std::optional<LegalOrderId> order;
    std::string order_form;
    std::string order_scope;
    std::optional<Instant> order_from_at;
    std::optional<Instant> order_until_at;
    std::optional<Date> order_until_on;
    std::optional<Instant> order_ended_at;
};
/// Newest first.
std::vector<ListedAction> of_case(sql::Read& tx, CaseFileId file, int limit, int offset = 0);
int count_of_case(sql::Read& tx, CaseFileId file);

// Steps
/// Writes what is recorded of a step, in place of what was there.
void put(sql::Write& tx, StepDone const& done);
std::vector<StepDone> steps(sql::Read& tx, LegalActionId action);

// Hearings
void insert(sql::Write& tx, Hearing const& hearing);
bool update(sql::Write& tx, Hearing& hearing);
std::optional<Hearing> find_hearing(sql::Read& tx, HearingId id);
/// In order of their time.
std::vector<Hearing> hearings(sql::Read& tx, LegalActionId action);

// Service
void insert(sql::Write& tx, Service const& service);
/// In order of their time.
std::vector<Service> services(sql::Read& tx, LegalActionId action);

// Deadlines
void insert(sql::Write& tx, LegalDeadline const& deadline);
/// Open ones of this code, and of this order where one is named, are met. Returns their ids.
std::vector<std::string> meet(sql::Write& tx, LegalActionId action, std::string_view code,
                              std::optional<LegalOrderId> order, Date on);
/// Every open one; its ids.
std::vector<std::string> meet_all(sql::Write& tx, LegalActionId action, Date on);
/// Open first, in order of their day.
std::vector<LegalDeadline> deadlines(sql::Read& tx, LegalActionId action);
std::vector<LegalDeadline> open_deadlines_of_case(sql::Read& tx, CaseFileId file);

/// A provision that a decision rested on, as it stood.
struct RuleUsed {
    std::string rule;
    std::string says;
    std::string source;
    std::string evidence;
    std::optional<Date> in_force_from;
    std::string decision;
};
void keep_rules(sql::Write& tx, LegalActionId action, std::string_view subject, std::string_view decision,
                std::vector<RuleUsed> const& rules);
std::vector<RuleUsed> rules_used(sql::Read& tx, std::string_view subject);

struct Cost {
    std::string id;
    LegalActionId action;
    Date on;
    std::string what;
    std::int64_t pence = 0;
    std::optional<AccountId> recorded_by;
};
void insert(sql::Write& tx, Cost const& cost);
std::vector<Cost> costs(sql::Read& tx, LegalActionId action);

}  // namespace doorstep::storage::legal_actions

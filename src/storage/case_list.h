#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_names.h"
#include "domain/cases/case_file.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// Lists of cases (C08), narrowed down and sorted by the database. A page costs the same however many cases
/// there are: each narrowing that leaves few starts from an index of its own.
namespace doorstep::storage::case_list {

enum class Stage { not_closed, open, paused, closing, closed, all };
constexpr auto enum_names(Stage) {
    return std::array{EnumName{Stage::not_closed, "not-closed", "Not closed"},
                      EnumName{Stage::open, "open", "Open"},
                      EnumName{Stage::paused, "paused", "Paused"},
                      EnumName{Stage::closing, "closing", "Waiting for approval to close"},
                      EnumName{Stage::closed, "closed", "Closed"},
                      EnumName{Stage::all, "all", "Open and closed"}};
}

enum class Clock { any, contact, risk, plan };
constexpr auto enum_names(Clock) {
    return std::array{EnumName{Clock::any, "any", "Anything overdue"},
                      EnumName{Clock::contact, "contact", "Contact overdue"},
                      EnumName{Clock::risk, "risk", "Risk assessment overdue"},
                      EnumName{Clock::plan, "plan", "Action plan overdue"}};
}

/// High with those that are taken as high until assessed.
enum class Risk { high, medium, standard, not_assessed };
constexpr auto enum_names(Risk) {
    return std::array{EnumName{Risk::high, "high", "High"}, EnumName{Risk::medium, "medium", "Medium"},
                      EnumName{Risk::standard, "standard", "Standard"},
                      EnumName{Risk::not_assessed, "not-assessed", "Not assessed yet"}};
}

struct Filter {
    std::optional<AccountId> owner;
    bool without_owner = false;
    std::optional<TeamId> team;
    std::optional<AreaId> area;
    std::optional<std::string> category;
    std::optional<Risk> risk;
    Stage stage = Stage::not_closed;
    std::optional<Clock> overdue;
    std::optional<AddressId> address;
    std::optional<BlockId> block;
    std::optional<std::string> partner;  ///< a service that a step of the case went to
    Date today;                          ///< what is overdue is so on this day

    bool shows_closed() const { return stage == Stage::closed || stage == Stage::all; }
};

enum class SortBy { due, opened, risk, reference };
constexpr auto enum_names(SortBy) {
    return std::array{EnumName{SortBy::due, "due", "Next contact"},
                      EnumName{SortBy::opened, "opened", "Opened"}, EnumName{SortBy::risk, "risk", "Risk"},
                      EnumName{SortBy::reference, "case", "Case"}};
}
enum class Direction { up, down };
constexpr auto enum_names(Direction) {
    return std::array{EnumName{Direction::up, "up", "Ascending"},
                      EnumName{Direction::down, "down", "Descending"}};
}

/// A case in a list, with the words behind its ids.
struct ListedCase {
    CaseFileId id;
    std::string reference;
    std::string title;
    domain::cases::State state{};
    std::string category;
    std::optional<domain::cases::RiskBand> risk_band;
    bool taken_as_high = false;  ///< high risk until assessed; true still when it has been
    bool in_danger = false;
    bool self_harm = false;
    bool restricted = false;
    Date opened_on;
    std::optional<Date> first_contact_by;
    std::optional<Date> next_contact_by;
    std::optional<Date> risk_review_by;
    std::optional<Date> plan_by;
    std::optional<Date> plan_agreed_on;
    std::optional<Date> closed_on;
    std::optional<AddressId> address;
    std::string owner_name;
    std::string area_name;

    bool is_closed() const { return state == domain::cases::State::closed; }
    bool is_high_until_assessed() const { return !risk_band && taken_as_high; }
};

inline domain::cases::BeforeAssessment before_assessment(ListedCase const& listed) {
    return listed.taken_as_high ? domain::cases::BeforeAssessment::taken_as_high
                                : domain::cases::BeforeAssessment::nothing_known;
}

/// Undated cases come after those with a date. Closed cases of everybody come newest first where the order is
/// by what is due or by risk: they have neither.
struct Page {
    SortBy sort = SortBy::due;
    Direction direction = Direction::up;
    int limit = 25;
    int offset = 0;
};
std::vector<ListedCase> list(sql::Read& tx, CaseScope const& scope, Filter const& filter, Page const& page);
/// In the order of their references, those after this one: for programs that walk through all of them. A page
/// costs the same however far it is.
std::vector<ListedCase> list_after(sql::Read& tx, CaseScope const& scope, Filter const& filter,
                                   std::string_view after_reference, int limit);
/// Those of these ids that the scope sees, in the order of the ids.
std::vector<ListedCase> list(sql::Read& tx, CaseScope const& scope, std::vector<CaseFileId> const& ids);
/// No more than `most`: counting on would cost as much as reading.
int count(sql::Read& tx, CaseScope const& scope, Filter const& filter, int most);
/// Restricted cases that match and that this viewer is not named on; for those who could give access.
int count_restricted_from(sql::Read& tx, CaseScope const& scope, Filter const& filter);

struct Team {
    TeamId id;
    std::string name;
};
std::vector<Team> teams(sql::Read& tx);
/// Services that the last 300 referrals went to, of cases that the scope sees, by name.
std::vector<std::string> partners(sql::Read& tx, CaseScope const& scope);

}  // namespace doorstep::storage::case_list

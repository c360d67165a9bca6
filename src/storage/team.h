#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_names.h"
#include "base/instant.h"
#include "domain/ids.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"
#include "storage/work_items.h"

/// Who has how much, and moving it (T01, T03). Each figure is one condition, used for its number and for the
/// list behind it, so that they agree.
namespace doorstep::storage::team {

enum class Figure { open, overdue, high_risk, no_plan, no_contact, unread };
constexpr auto enum_names(Figure) {
    return std::array{EnumName{Figure::open, "open", "Not closed"},
                      EnumName{Figure::overdue, "overdue", "Something overdue"},
                      EnumName{Figure::high_risk, "high-risk", "High risk"},
                      EnumName{Figure::no_plan, "no-plan", "No plan agreed"},
                      EnumName{Figure::no_contact, "no-contact", "No contact lately"},
                      EnumName{Figure::unread, "unread", "Unread files"}};
}
constexpr std::size_t figure_count = 6;

struct Days {
    Date today;
    Date quiet_since;  ///< no conversation with a complainant on or after this day is "no contact lately"
};

struct OfficerFigures {
    std::optional<AccountId> officer;  ///< nothing: cases that nobody owns
    std::string name;
    std::array<int, figure_count> counts{};  ///< in the order of Figure

    int of(Figure figure) const { return counts[static_cast<std::size_t>(figure)]; }
};
/// Everybody who owns a case that is not closed, by name; cases without an owner last.
std::vector<OfficerFigures> figures(sql::Read& tx, CaseScope const& scope, Days const& days);

struct Behind {
    Figure figure = Figure::open;
    std::optional<AccountId> officer;
    bool nobodys = false;  ///< cases without an owner
};
int count_behind(sql::Read& tx, CaseScope const& scope, Days const& days, Behind const& which);
/// The most urgent contact first.
std::vector<CaseFileId> cases_behind(sql::Read& tx, CaseScope const& scope, Days const& days,
                                     Behind const& which, int limit, int offset);

/// A declared conflict of interest.
struct Conflict {
    CaseFileId case_file;
    AccountId account;
};
std::vector<Conflict> conflicts(sql::Read& tx, std::vector<CaseFileId> const& files);

/// Unfinished plan steps and tasks of `from` on this case go to `to`.
void move_steps_and_tasks(sql::Write& tx, CaseFileId file, AccountId from, AccountId to);

/// Something of this account's that falls due, on a case the scope sees.
struct DueItem {
    work_items::WorkItem item;
    std::string case_reference;
    std::string case_title;
    std::string about;
    work_items::Pressing pressing;
};
/// What is open and due before `until`, overdue included, in order of its day.
std::vector<DueItem> due_before(sql::Read& tx, CaseScope const& scope, AccountId account, Date until,
                                int limit);

}  // namespace doorstep::storage::team

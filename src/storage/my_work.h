#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/work/work_item.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"
#include "storage/work_items.h"

/// The one due list of an account (C01), and what others did on its cases (C02).
namespace doorstep::storage::my_work {

struct WorkRow {
    domain::work::WorkItem item;
    std::string case_reference;  ///< empty for an item without a case
    std::string case_title;
    std::string report_reference;  ///< of an item about a report
    std::string about;             ///< the person's name, or the words of the step, task, file or referral
    work_items::Pressing pressing;
};

struct WorkPage {
    AccountId account;
    Date today;
    std::optional<domain::work::Band> band;  ///< all when not given
    int number = 1;                          ///< past the last page: the last
    int size = 50;
};

/// How many in each band, in the order of Band; and the first day after today that anything is due.
struct WorkCounts {
    std::array<int, 4> by_band{};
    std::optional<Date> next_due_on;
    int of(domain::work::Band band) const { return by_band[static_cast<std::size_t>(band)]; }
    int total() const { return by_band[0] + by_band[1] + by_band[2] + by_band[3]; }
};

/// Overdue first, oldest first; then by band, high risk and danger before the rest, then by day. Only what
/// the account may still see: an item of a case it lost sight of is left out.
struct DueList {
    std::vector<WorkRow> rows;  ///< of the page
    int page = 1;
    int pages = 1;      ///< of the band, or of all
    WorkCounts counts;  ///< of every page and band
};
DueList due(sql::Read& tx, WorkPage const& page, CaseScope const& scope);

struct ChangeRow {
    std::string case_reference;
    std::string case_title;
    Instant at;
    std::string kind;  ///< of the event
    std::string actor_name;
};
/// What anybody else did on open cases this account owns since then, newest first.
std::vector<ChangeRow> changes(sql::Read& tx, AccountId account, Instant since, int limit);
/// When the account last said it had read them.
std::optional<Instant> changes_read_at(sql::Read& tx, AccountId account);
void set_changes_read_at(sql::Write& tx, AccountId account, Instant at);

}  // namespace doorstep::storage::my_work

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "domain/work/work_item.h"
#include "storage/sql/database.h"

namespace doorstep::storage::work_items {

using domain::work::Kind;
using domain::work::WorkItem;

/// Makes the one open item of this kind and subject equal to `item`: inserts it, or moves its date and owner.
void put(sql::Write& tx, WorkItem const& item, Instant now);
/// Done, or no longer asked for. Harmless when there is none.
void finish(sql::Write& tx, Kind kind, std::string_view subject, Instant now);
/// What lists mark an item with, as its case or report stands.
struct Pressing {
    bool high_risk = false;  ///< by the band, or taken as high until assessed
    bool assessed = false;
    bool in_danger = false;
    bool self_harm = false;
};
/// Open items of a case, in order of their day.
std::vector<WorkItem> open_of_case(sql::Read& tx, CaseFileId file);
/// An item with what people need to know it by.
struct ListedItem {
    WorkItem item;
    std::string owner_name;  ///< empty while it is nobody's
    std::string about;       ///< the name of the person, or the words of the step, task, file or referral
};
/// Open items of a case, in order of their day, in one statement.
std::vector<ListedItem> listed_of_case(sql::Read& tx, CaseFileId file);
/// Whose the open item of this kind and subject is; nothing when it is nobody's or there is none.
std::optional<AccountId> account_of(sql::Read& tx, Kind kind, std::string_view subject);
/// Open items of a report that are nobody's go to whoever deals with it.
void give_of_report(sql::Write& tx, ReportId report, AccountId to);
/// Every open item of a case, as when it closes.
void finish_all_of_case(sql::Write& tx, CaseFileId file, Instant now);
/// Items of a case that belong to `from` go to `to`.
void hand_over(sql::Write& tx, CaseFileId file, std::optional<AccountId> from, std::optional<AccountId> to);
/// The band of a case changed.
void set_high_risk(sql::Write& tx, CaseFileId file, bool high_risk);

}  // namespace doorstep::storage::work_items

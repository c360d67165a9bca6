#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/instant.h"
#include "domain/ids.h"
#include "storage/contacts.h"
#include "storage/sql/database.h"

/// Whole rows of a case, with the day they were made and what became of them, for filling a new site.
namespace doorstep::storage::filling {

/// Takes away every index that only makes reading faster, and returns the statements that make them again:
/// made at the end they cost a sort, kept up all the time they cost a search for every row. Nothing on
/// PostgreSQL.
std::vector<std::string> take_away_indexes(sql::Database& database);
void make_indexes(sql::Database& database, std::vector<std::string> const& statements);

/// For records that came with numbers of their own: the next one taken is this.
void set_next_number(sql::Write& tx, std::string_view kind, int year, std::int64_t number);

/// One that is not there yet.
void insert(sql::Write& tx, CaseFileId file, contacts::StoredInterval const& interval);

struct Incident {
    std::string id;
    std::optional<ReportId> report;
    Date happened_on;
    std::optional<TimeOfDay> happened_time;
    std::string category;
    std::string place_text;
    std::string description;
    std::string source;
    std::optional<CasePersonId> person;
    std::optional<AccountId> recorded_by;
    Instant recorded_at;
};
void insert(sql::Write& tx, CaseFileId file, Incident const& incident);

/// A step taken, from the list "interventions".
struct Intervention {
    std::string id;
    std::string code;
    bool legal = false;
    std::string track;
    Date used_on;
    std::optional<AccountId> used_by;
    std::optional<CasePersonId> recipient;
    std::string content;
    std::string consequence;
    std::string given_how;
    std::string referred_to;
    std::string consent;
    std::string basis;
    std::optional<Date> respond_by;
    std::string aim;
    std::string tried;
    std::string vulnerabilities;
    std::string outcome;
    std::optional<Date> outcome_on;
    std::string outcome_note;
    Instant recorded_at;
    std::int64_t version = 1;
};
void insert(sql::Write& tx, CaseFileId file, Intervention const& taken);

struct Task {
    std::string id;
    std::string what;
    AccountId owner;
    Date due_on;
    std::optional<Date> done_on;
    std::string result;
    std::optional<AccountId> created_by;
    Instant created_at;
    std::int64_t version = 1;
};
void insert(sql::Write& tx, CaseFileId file, Task const& task);

struct Access {
    AccountId account;
    std::optional<AccountId> granted_by;
    std::string reason;
    Instant granted_at;
};
void insert(sql::Write& tx, CaseFileId file, Access const& access);

}  // namespace doorstep::storage::filling

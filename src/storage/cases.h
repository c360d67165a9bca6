#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/access/permissions.h"
#include "domain/cases/case_file.h"
#include "domain/contacts/intervals.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

namespace doorstep::storage::cases {

using domain::cases::CaseFile;

/// Also keeps case_spell, the stretches a case was open, equal to what the case says: closing sets closed_on;
/// reopening clears it, raises reopened_count and sets reopened_on.
void insert(sql::Write& tx, CaseFile const& file);
/// The present stretch of a case as it stood; earlier ones stand as they ended. For filling a new site:
/// insert and update do it.
void keep_spell(sql::Write& tx, CaseFile const& file);
std::optional<CaseFile> find(sql::Read& tx, CaseFileId id);
std::optional<CaseFile> find_by_reference(sql::Read& tx, std::string_view reference);
/// Writes every changeable column where the version is still `file.version`, and raises it. False when
/// someone else changed the case first.
bool update(sql::Write& tx, CaseFile& file);

/// The times for which the case was closed and that have ended, oldest first. No statement for a case that
/// was never reopened; the last reopening may be on `file` only, and not saved yet.
std::vector<domain::contacts::Closed> closed_times(sql::Read& tx, CaseFile const& file);

/// How the viewer stands to the case, in one statement.
domain::access::CaseStanding standing(sql::Read& tx, CaseFile const& file,
                                      domain::access::Viewer const& viewer);

/// The words behind a case's ids, in one statement; empty where there is none.
struct CaseLabels {
    std::string owner_name;
    std::string housing_officer_name;
    std::string area_name;
    std::string address_line;
};
CaseLabels labels(sql::Read& tx, CaseFileId id);

/// Remembers that this person worked on the case (they never make its survey call). Harmless when done again.
void add_handler(sql::Write& tx, CaseFileId file, AccountId account, Instant at);

}  // namespace doorstep::storage::cases

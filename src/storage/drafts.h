#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/reports/draft.h"
#include "storage/sql/database.h"

/// Unfinished reports. The database keeps only hashes of the cookie and of the written code.
namespace doorstep::storage::drafts {

using domain::reports::Draft;
using domain::reports::Journey;

void insert(sql::Write& tx, Draft const& draft, std::string_view token_hash);
std::optional<Draft> find(sql::Read& tx, DraftId id);
/// Nothing once its last day is over.
std::optional<Draft> find_by_token(sql::Read& tx, std::string_view token_hash, Date today);
/// The same, also when its last day is over: the caller says so.
std::optional<Draft> find_by_code(sql::Read& tx, std::string_view code_hash);
/// Answers, step and dates. False when another tab saved it first.
bool save(sql::Write& tx, Draft& draft);
/// The written code of "save and come back later"; a new one replaces the old, nothing ends it.
void set_code(sql::Write& tx, DraftId id, std::optional<std::string> const& code_hash);
/// Taken up again on this device: the cookie of the old one no longer opens it.
void set_token(sql::Write& tx, DraftId id, std::string_view token_hash);
/// Newest first.
std::vector<Draft> of_account(sql::Read& tx, AccountId account, Journey journey, Date today, int limit);
/// Its files belong to nothing then: received_files::take_abandoned finds them.
void remove(sql::Write& tx, DraftId id);
/// Drafts whose last day was before today. Returns how many.
int remove_expired(sql::Write& tx, Date today);
/// The same for one journey that has no files.
int remove_expired_of(sql::Write& tx, Journey journey, Date today);

}  // namespace doorstep::storage::drafts

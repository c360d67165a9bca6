#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/uuid.h"
#include "domain/places/place.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// Finding by words, one small interface over SQLite's FTS5 and PostgreSQL's full text. Words are folded
/// before they are kept and before they are looked for, so that accents, case and punctuation do not matter,
/// the same on both engines.
namespace doorstep::storage::search {

// A case is one document of the index, so that words said on different days find it together. To replace a
// document costs more the longer the case runs: what was said last is therefore one row beside the index,
// which `cases_with_words` reads too, until a job takes it into the document
// (docs/adr/2026-11-22-words-said-last.md).

/// The words that find a case from now on, and nothing else: title, place, what was said. Call it wherever
/// one of them changes. `forget_said` comes before the words are read, so that what somebody adds meanwhile
/// stays.
void forget_said(sql::Write& tx, CaseFileId id);
void index_case(sql::Write& tx, CaseFileId id, std::string_view words);
/// More words that find a case, at the cost of one row.
void add_said(sql::Write& tx, IdSource& ids, CaseFileId id, std::string_view words);
/// Cases whose document lacks something that was said.
std::vector<CaseFileId> cases_to_index(sql::Read& tx, int limit);
/// For filling a new site: as `index_case`, of a case that has no words yet, and found only after
/// `make_case_index`, which reads them all at once.
void keep_case_words(sql::Write& tx, CaseFileId id, std::string_view words);
void make_case_index(sql::Write& tx);
/// What was said on a case: reports, incidents that stand, contacts, and notes that were not removed. One
/// statement.
std::string words_said_on(sql::Read& tx, CaseFileId id);
/// Cases with all of the words that this scope sees, the newest first: the last word as the beginning of one,
/// unless `limit` cases have it whole.
std::vector<CaseFileId> cases_with_words(sql::Read& tx, CaseScope const& scope, std::string_view typed,
                                         int limit);

/// The words that find an address; storage::places keeps them with it.
void index_address(sql::Write& tx, AddressId id, std::string_view words);
/// Addresses with all of the words.
std::vector<AddressId> addresses_with_words(sql::Read& tx, std::string_view typed, int limit);

}  // namespace doorstep::storage::search

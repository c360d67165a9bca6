#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/files/received_file.h"
#include "storage/sql/database.h"

namespace doorstep::storage::received_files {

using domain::files::ReceivedFile;

void insert(sql::Write& tx, ReceivedFile const& file);
std::optional<ReceivedFile> find(sql::Read& tx, FileId id);
// In the order they came.
std::vector<ReceivedFile> of_draft(sql::Read& tx, DraftId draft);
std::vector<ReceivedFile> of_report(sql::Read& tx, ReportId report);
std::vector<ReceivedFile> of_case(sql::Read& tx, CaseFileId file);
/// A page of a case's files, newest first.
std::vector<ReceivedFile> page_of_case(sql::Read& tx, CaseFileId file, int limit, int offset);

/// The draft was sent: its files are the report's. Returns how many.
int give_to_report(sql::Write& tx, DraftId draft, ReportId report);
/// The report became part of a case: its files are the case's too. Returns how many.
int give_to_case(sql::Write& tx, ReportId report, CaseFileId file);
/// Takes a file off an unsent draft: it belongs to nothing then. False when it is not there.
bool remove_from_draft(sql::Write& tx, FileId id, DraftId draft);
/// True for whoever opened it first.
bool mark_opened(sql::Write& tx, FileId id, AccountId by, Instant at);
/// Removes files received before this moment that were on a draft which is gone, at most `limit`, and returns
/// the hashes of content that no record names any more.
std::vector<std::string> take_abandoned(sql::Write& tx, Instant received_before, int limit);
/// Every record of this content.
std::vector<ReceivedFile> with_content(sql::Read& tx, std::string_view sha256);
/// Whether any record names this content.
bool is_named(sql::Read& tx, std::string_view sha256);

}  // namespace doorstep::storage::received_files

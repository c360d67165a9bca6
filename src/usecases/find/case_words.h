#pragma once

#include <string>

#include "domain/cases/case_file.h"
#include "usecases/context.h"

namespace doorstep::usecases::find {

/// Keeps the words that find a case: its reference, title, kind, place, what was reported, what happened,
/// what was said in contacts and written in notes; never names, which are found as people. Call it in the
/// transaction that opens a case, changes one of these or takes one away.
void keep_case_words(storage::sql::Write& tx, Settings const& settings, domain::cases::CaseFile const& file);

/// What was said is found from now on: for the transaction that adds a contact, an incident or a note. Costs
/// one row, where `keep_case_words` reads the whole case.
void add_case_words(Change& change, CaseFileId file, std::string_view said);

/// Takes what was said last into the index, case by case, so that nobody waits long for the one who writes.
/// What was done, in words for the settings page.
std::string take_up_words(Context& context);

}  // namespace doorstep::usecases::find

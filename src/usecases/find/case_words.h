#pragma once

#include "domain/cases/case_file.h"
#include "storage/sql/database.h"

namespace doorstep::usecases {
class Settings;
}

namespace doorstep::usecases::find {

/// Keeps the words that find a case: its reference, title, kind, place, what was reported, what happened,
/// what was said in contacts and written in notes; never names, which are found as people. Call it in the
/// transaction that opens a case, changes one of these or adds one.
void keep_case_words(storage::sql::Write& tx, Settings const& settings, domain::cases::CaseFile const& file);

}  // namespace doorstep::usecases::find

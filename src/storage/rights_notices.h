#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "domain/contacts/contact.h"
#include "domain/ids.h"
#include "domain/people/rights.h"
#include "storage/sql/database.h"

/// That a complainant was told of their rights: when, by whom, in which words, with which numbers (M-82).
namespace doorstep::storage::rights_notices {

using domain::people::NumberGiven;

struct RightsNotice {
    std::string id;
    CaseFileId case_file;
    CasePersonId person;
    std::string wording;  ///< "victims-code"
    int wording_version = 0;
    std::vector<NumberGiven> numbers;
    std::string crime_reference;  ///< empty when there is none
    domain::contacts::Method told_how{};
    Date told_on;
    std::optional<AccountId> told_by;
    std::string told_by_name;  ///< read only
};

void insert(sql::Write& tx, RightsNotice const& notice);
/// Newest first.
std::vector<RightsNotice> of_case(sql::Read& tx, CaseFileId file);

}  // namespace doorstep::storage::rights_notices

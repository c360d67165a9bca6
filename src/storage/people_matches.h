#pragma once

#include <string>
#include <vector>

#include "domain/people/people.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// The same person met elsewhere, as far as a viewer may know.
namespace doorstep::storage::people {

/// A person of this case who stands on another side in another case.
struct OtherSide {
    CasePersonId person;  ///< on this case
    std::string reference;
    domain::people::Side side{};  ///< over there
};
/// One statement. Only cases this scope sees: a restricted one leaves no trace here.
std::vector<OtherSide> on_other_sides(sql::Read& tx, CaseFileId file, CaseScope const& scope);

/// Somebody who may be the same: known from a case this scope sees.
struct LikelySame {
    domain::people::Person person;
    std::string address_line;  ///< of an address we hold; else what was written
    bool same_number = false;  ///< telephone or e-mail is the same
    int sounds_shared = 0;     ///< words of the name that sound alike
};
/// Those with the same telephone number or e-mail, or whose name shares the sound of a word, the likeliest
/// first. How alike the names are is for the caller to judge.
std::vector<LikelySame> likely_same(sql::Read& tx, domain::people::Person const& wanted,
                                    CaseScope const& scope, int limit);

}  // namespace doorstep::storage::people

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/people/people.h"
#include "storage/case_scope.h"
#include "storage/sql/database.h"

/// Finding people by keys kept with them: how a name sounds, its three-letter windows, telephone, e-mail.
/// Only people who are on a case that the scope sees, however they are found.
namespace doorstep::storage::person_search {

struct Candidate {
    PersonId id;
    std::string name;
    std::string address_text;
    std::optional<AddressId> address;
    std::string telephone;
    std::string email;
};

/// Whose names sound like every one of these words (text::phonetic_keys), in any order.
std::vector<Candidate> who_sound_like(sql::Read& tx, CaseScope const& scope,
                                      std::vector<std::string> const& sounds, int limit);
/// Whose names share at least `least` of these windows (text::trigrams), those that share most first.
std::vector<Candidate> who_share(sql::Read& tx, CaseScope const& scope,
                                 std::vector<std::string> const& trigrams, int least, int limit);
/// By whole telephone number (storage::people::digits_of), or its beginning from six figures on.
std::vector<Candidate> with_telephone(sql::Read& tx, CaseScope const& scope, std::string_view digits,
                                      int limit);
/// By whole e-mail address, folded.
std::vector<Candidate> with_email(sql::Read& tx, CaseScope const& scope, std::string_view email, int limit);
std::vector<Candidate> at_address(sql::Read& tx, CaseScope const& scope, AddressId address, int limit);

/// A person's part in a case that the scope sees.
struct PartInCase {
    PersonId person;
    CaseFileId case_file;
    std::string reference;
    std::string title;
    bool is_closed = false;
    domain::people::Part part{};
    domain::people::Side side{};
    Date opened_on;
};
/// Of several people, the newest case first.
std::vector<PartInCase> parts_in_cases(sql::Read& tx, CaseScope const& scope,
                                       std::vector<PersonId> const& people);

}  // namespace doorstep::storage::person_search

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/instant.h"
#include "domain/people/people.h"
#include "storage/sql/database.h"

namespace doorstep::storage::people {

using domain::people::CasePerson;
using domain::people::Person;
using domain::people::SafeContact;

void insert(sql::Write& tx, Person const& person, Instant now);
/// For filling a new site: found only when the keys of all are written.
void insert_without_keys(sql::Write& tx, Person const& person, Instant now);
/// The keys by which many people are found, to be written in the order of their index. Needs four bytes for
/// each.
class KeysOfMany {
  public:
    void add(Person const& person);
    void insert(sql::Write& tx) const;

  private:
    std::vector<PersonId> people_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> keys_;  ///< places in `people_`
};
/// False when someone else changed the person first.
bool update(sql::Write& tx, Person& person);
std::vector<Person> find_people(sql::Read& tx, std::vector<PersonId> const& ids);

void insert(sql::Write& tx, CasePerson const& person);
/// False when someone else changed it first.
bool update(sql::Write& tx, CasePerson& person);
std::optional<CasePerson> find_case_person(sql::Read& tx, CasePersonId id);
std::vector<CasePerson> of_case(sql::Read& tx, CaseFileId file);

/// A person's part with the person and their safe contact, each where there is one.
struct PersonOnCase {
    CasePerson part;
    std::optional<Person> person;
    std::optional<SafeContact> safe_contact;
};
/// One statement however many people.
std::vector<PersonOnCase> people_of_case(sql::Read& tx, CaseFileId file);

/// A safe contact is never edited: a change is a new row, so that what was agreed when stays on file.
void insert_safe_contact_row(sql::Write& tx, std::string_view id, SafeContact const& safe_contact);
std::map<std::string, SafeContact> find_safe_contacts(sql::Read& tx, std::vector<std::string> const& ids);

/// "+44 7700 900123" and "07700 900123" give "07700900123", for comparing.
std::string digits_of(std::string_view telephone);

}  // namespace doorstep::storage::people

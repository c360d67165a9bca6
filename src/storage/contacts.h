#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/contacts/contact.h"
#include "domain/contacts/intervals.h"
#include "storage/sql/database.h"

namespace doorstep::storage::contacts {

using domain::contacts::Contact;
using domain::contacts::Interval;

void insert(sql::Write& tx, Contact const& contact);
/// Newest first.
std::vector<Contact> of_case(sql::Read& tx, CaseFileId file, int limit);
/// A contact with what people know it by.
struct ListedContact {
    Contact contact;
    std::string with;     ///< name of the person, or how an unknown one was described; empty when nobody
    std::string made_by;  ///< name; empty for the program
};
/// A page of a case's contacts, newest first.
std::vector<ListedContact> listed_of_case(sql::Read& tx, CaseFileId file, int limit, int offset);
/// The day of the oldest message this person left that no conversation followed; nothing when all are
/// answered.
std::optional<Date> unanswered_since(sql::Read& tx, CasePersonId person);
/// Days of this complainant's conversations, in order.
std::vector<Date> conversation_days(sql::Read& tx, CasePersonId person);

struct StoredInterval {
    IntervalId id;
    CasePersonId person;
    Interval interval;
};
/// In the order they fell due.
std::vector<StoredInterval> intervals_of_case(sql::Read& tx, CaseFileId file);
void insert(sql::Write& tx, CaseFileId file, StoredInterval const& interval);
/// Makes the stored intervals of one complainant equal to `computed`, touching only rows that differ.
void store_intervals(sql::Write& tx, IdSource& ids, CaseFileId file, CasePersonId person,
                     std::vector<Interval> const& computed);

}  // namespace doorstep::storage::contacts

#pragma once

#include <optional>
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
/// Days of this complainant's conversations, in order.
std::vector<Date> conversation_days(sql::Read& tx, CasePersonId person);

struct StoredInterval {
    IntervalId id;
    CasePersonId person;
    Interval interval;
};
/// In the order they fell due.
std::vector<StoredInterval> intervals_of_case(sql::Read& tx, CaseFileId file);
/// Makes the stored intervals of one complainant equal to `computed`, touching only rows that differ.
void store_intervals(sql::Write& tx, IdSource& ids, CaseFileId file, CasePersonId person,
                     std::vector<Interval> const& computed);

}  // namespace doorstep::storage::contacts

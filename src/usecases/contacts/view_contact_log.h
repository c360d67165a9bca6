#pragma once

#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/contacts/intervals.h"
#include "storage/contacts.h"
#include "usecases/cases/case_header.h"
#include "usecases/context.h"

namespace doorstep::usecases::contacts {

/// The promises to one complainant: each interval, and how many were kept (M-78).
struct KeptUp {
    CasePersonId person;
    std::string name;
    std::optional<Date> next_contact_by;
    std::vector<domain::contacts::Interval> intervals;  ///< newest first
    domain::contacts::KeptShare kept;
};

struct ContactLogView {
    cases::CaseHeader header;
    std::vector<KeptUp> complainants;
    domain::contacts::KeptShare kept;  ///< of the whole case
    std::vector<storage::contacts::ListedContact> contacts;
    int page = 1;
    int pages = 1;
};
/// Contacts newest first, 25 a page, with the promises they kept. Logged as a view of the case.
Expected<ContactLogView> view_contact_log(Context& context, std::string_view reference, int page);

}  // namespace doorstep::usecases::contacts

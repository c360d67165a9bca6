#include "usecases/demo/write_bundle.h"

#include "storage/cases.h"
#include "storage/people.h"
#include "storage/reports.h"
#include "storage/search.h"
#include "storage/work_items.h"

namespace doorstep::usecases::demo {

// What others refer to comes first.
void write_bundle(storage::sql::Write& tx, Bundle const& bundle) {
    for (auto const& [person, created_at] : bundle.people) storage::people::insert(tx, person, created_at);
    for (auto const& [id, safe_contact] : bundle.safe_contacts)
        storage::people::insert_safe_contact_row(tx, id, safe_contact);
    if (bundle.file) storage::cases::insert(tx, *bundle.file);
    for (auto const& part : bundle.parts) storage::people::insert(tx, part);
    for (auto const& report : bundle.reports) storage::reports::insert(tx, report);
    for (auto const& contact : bundle.contacts) storage::contacts::insert(tx, contact);
    for (auto const& interval : bundle.intervals) storage::contacts::insert(tx, bundle.file->id, interval);
    for (auto const& [item, created_at] : bundle.work_items) storage::work_items::put(tx, item, created_at);
    for (auto const& handler : bundle.handlers)
        storage::cases::add_handler(tx, bundle.file->id, handler.account, handler.first_at);
    if (bundle.file) storage::search::index_case(tx, bundle.file->id, bundle.search_words);
    for (auto const& chain : bundle.chains) storage::events::insert(tx, chain);
}

}  // namespace doorstep::usecases::demo

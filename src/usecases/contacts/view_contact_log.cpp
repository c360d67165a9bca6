#include "usecases/contacts/view_contact_log.h"

#include <algorithm>

#include "storage/people.h"
#include "usecases/people/on_case.h"

namespace doorstep::usecases::contacts {

using domain::access::Action;

namespace {

constexpr int contacts_per_page = 25;

}  // namespace

Expected<ContactLogView> view_contact_log(Context& context, std::string_view reference, int page) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    ContactLogView view;
    view.header = std::move(opened->header);
    view.pages = std::max(1, (view.header.counts.contacts + contacts_per_page - 1) / contacts_per_page);
    view.page = std::clamp(page, 1, view.pages);
    view.contacts = storage::contacts::listed_of_case(tx, view.header.id, contacts_per_page,
                                                      (view.page - 1) * contacts_per_page);
    auto const stored = storage::contacts::intervals_of_case(tx, view.header.id);
    for (auto const& entry : storage::people::people_of_case(tx, view.header.id)) {
        if (entry.part.part != domain::people::Part::complainant) continue;
        KeptUp kept_up{.person = entry.part.id,
                       .name = people::name_of_person(entry),
                       .next_contact_by = entry.part.next_contact_by,
                       .intervals = {},
                       .kept = {}};
        for (auto const& one : stored)
            if (one.person == entry.part.id) kept_up.intervals.push_back(one.interval);
        kept_up.kept = domain::contacts::kept_share(kept_up.intervals, context.today);
        view.kept.kept += kept_up.kept.kept;
        view.kept.of += kept_up.kept.of;
        std::reverse(kept_up.intervals.begin(), kept_up.intervals.end());
        view.complainants.push_back(std::move(kept_up));
    }
    context.note_view("case", view.header.id, view.header.id.text());
    return view;
}

}  // namespace doorstep::usecases::contacts

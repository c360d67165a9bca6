#include "usecases/contacts/view_contact_form.h"

#include "base/text.h"
#include "storage/people.h"
#include "usecases/cases/open_case.h"

namespace doorstep::usecases::contacts {
namespace {

std::string person_words(storage::people::PersonOnCase const& entry) {
    auto const part = text::lower_ascii(words_of(entry.part.part));
    if (entry.person) return entry.person->name + ", " + part;
    return (entry.part.description.empty() ? std::string("Unknown person") : entry.part.description) + ", " +
           part;
}

}  // namespace

Expected<ContactFormView> view_contact_form(Context& context, std::string_view reference) {
    auto const file =
        cases::open_case(context.read(), context.viewer, reference, domain::access::Action::work_case);
    if (!file) return refuse(file.error());
    if (file->is_closed())
        return refuse(RefusalKind::closed, "case-closed",
                      "This case is closed. Reopen it, or start a new report");
    ContactFormView view{
        .reference = file->reference, .next_contact_by = file->next_contact_by, .people = {}};
    for (auto const& entry : storage::people::people_of_case(context.read(), file->id)) {
        if (entry.part.left_on) continue;
        view.people.push_back({.id = entry.part.id,
                               .words = person_words(entry),
                               .safe_contact = entry.safe_contact
                                                   ? domain::people::safe_contact_words(*entry.safe_contact)
                                                   : ""});
    }
    context.note_view("people", file->id, file->id.text());
    return view;
}

}  // namespace doorstep::usecases::contacts

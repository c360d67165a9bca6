#include "usecases/notes/add_note.h"

#include "base/text.h"
#include "usecases/cases/open_case.h"
#include "usecases/find/case_words.h"

namespace doorstep::usecases::notes {

constexpr std::size_t longest_note = 5000;

Expected<Done> add_note(Context& context, AddNote const& input) {
    if (text::trim(input.note).empty()) return refuse_field("note-missing", "note", "Enter the note");
    if (text::length(input.note) > longest_note)
        return refuse_field("note-too-long", "note", "Note must be 5,000 characters or fewer");
    return context.change([&](Change& change) -> Expected<Done> {
        auto const file =
            cases::open_case_to_change(change, input.reference, domain::access::Action::work_case);
        if (!file) return refuse(file.error());
        change.record(file->id, domain::events::note_added, file->id.text(),
                      domain::events::Detail().personal("note", input.note));
        find::add_case_words(change, file->id, input.note);
        return Done{};
    });
}

}  // namespace doorstep::usecases::notes

#include "pages/notes/add_note.h"

#include "pages/cases/case_form.h"
#include "usecases/cases/case_header.h"
#include "usecases/notes/add_note.h"

namespace doorstep::pages::notes {
namespace {

using usecases::notes::AddNote;

forms::Form<AddNote> const& add_note_form() {
    static auto const form = forms::form<AddNote>(
        "add-note",
        forms::textarea_field(
            &AddNote::note,
            {.name = "note",
             .label = "Note",
             .hint =
                 "Facts that belong in the file. It stays as it is: a mistake is put right by another note. "
                 "A contact or an incident has a page of its own",
             .character_limit = 5000},
            {forms::required("Enter the note"),
             forms::at_most(5000, "Note must be 5,000 characters or fewer")}));
    return form;
}

http::Response note_page(Visit& visit, std::string const& reference, http::Pairs typed,
                         std::vector<Problem> const& problems) {
    auto const address = cases::case_address(reference);
    return cases::case_form_page(visit,
                                 {.reference = reference,
                                  .title = "Add a note",
                                  .action = address + "/notes/new",
                                  .save_words = "Save note",
                                  .cancel_href = address},
                                 add_note_form().shapes(), std::move(typed), problems);
}

}  // namespace

http::Response show_add_note(Visit& visit) {
    auto const opened = usecases::cases::open_case_for_form(
        visit.context, visit.request.parameter("reference"), domain::access::Action::work_case);
    if (!opened) return visit.refused(opened.error());
    return note_page(visit, opened->file.reference, {}, {});
}

http::Response post_add_note(Visit& visit) {
    auto const opened = usecases::cases::open_case_for_form(
        visit.context, visit.request.parameter("reference"), domain::access::Action::work_case);
    if (!opened) return visit.refused(opened.error());
    auto const& reference = opened->file.reference;
    auto parsed = visit.parse(add_note_form());
    if (!parsed.ok()) return note_page(visit, reference, std::move(parsed.typed), parsed.problems);
    parsed.input.reference = reference;
    auto const saved = usecases::notes::add_note(visit.context, parsed.input);
    if (saved) return visit.done(cases::case_address(reference), "Note saved.");
    if (is_about_the_form(saved.error()))
        return note_page(visit, reference, std::move(parsed.typed), problems_of(saved.error()));
    return visit.refused(saved.error());
}

}  // namespace doorstep::pages::notes

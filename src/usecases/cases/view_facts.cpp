#include "usecases/cases/view_facts.h"

#include "usecases/cases/open_case.h"

namespace doorstep::usecases::cases {

Expected<CaseFacts> view_facts(Context& context, std::string_view reference) {
    using domain::access::Action;
    auto opened = open_case_with_standing(context.read(), context.viewer, reference, Action::see_case);
    if (!opened) return refuse(opened.error());
    CaseFacts facts;
    facts.file = std::move(opened->file);
    facts.labels = storage::cases::labels(context.read(), facts.file.id);
    facts.sees_protected_details =
        domain::access::may_on_case(context.viewer, Action::see_protected_details, opened->standing);
    context.note_view("case", facts.file.id, facts.file.id.text());
    return facts;
}

}  // namespace doorstep::usecases::cases

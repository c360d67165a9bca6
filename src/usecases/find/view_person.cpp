#include "usecases/find/view_person.h"

#include "storage/people.h"
#include "storage/places.h"

namespace doorstep::usecases::find {

using domain::access::Action;
using domain::people::Side;

namespace {

constexpr int reports_shown = 25;

}  // namespace

Expected<PersonView> view_person(Context& context, PersonId id) {
    if (auto allowed = context.require(Action::see_people); !allowed) return refuse(allowed.error());
    auto& tx = context.read();
    auto parts = storage::person_search::parts_in_cases(
        tx, storage::case_scope(context.viewer, Action::see_protected_details), {id});
    auto people = storage::people::find_people(tx, {id});
    if (parts.empty() || people.empty())
        return refuse(RefusalKind::not_found, "person-not-found", "There is nobody here that you can see");
    PersonView view;
    view.person = std::move(people.front());
    view.address = view.person.address_text;
    if (view.person.address)
        if (auto const address = storage::places::find_address(tx, *view.person.address))
            view.address = address->in_one_line();
    for (auto& part : parts) {
        auto& side = part.side == Side::reporting          ? view.reporting
                     : part.side == Side::complained_about ? view.complained_about
                                                           : view.neutral;
        side.push_back(std::move(part));
    }
    if (domain::access::may(context.viewer, Action::see_triage))
        view.reports = storage::reports::of_reporter(tx, storage::reports::report_scope(context.viewer), id,
                                                     std::nullopt, reports_shown);
    context.note_view("person", {}, id.text());
    return view;
}

}  // namespace doorstep::usecases::find

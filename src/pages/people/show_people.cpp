#include "pages/people/show_people.h"

#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/inset_text.h"
#include "govuk/moj_alert.h"
#include "govuk/section_heading.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/people/person_facts.h"

namespace doorstep::pages::people {

using domain::people::Side;
using usecases::people::PeopleView;
using usecases::people::PersonView;
using usecases::people::Purpose;

namespace {

void append_side(Html& out, PeopleView const& view, Side side, char const* title, char const* when_none,
                 Date today) {
    std::vector<PersonView const*> there;
    for (auto const& person : view.people)
        if (person.part.side == side) there.push_back(&person);
    if (there.empty() && !when_none) return;
    out << html::h2(title);
    if (there.empty()) out << html::p(when_none);
    for (auto const* person : there) {
        if (auto const words = other_side_words(*person); !words.empty())
            append(out, govuk::MojAlert{.variant = "warning",
                                        .title = "On both sides",
                                        .text = person->name + ". " + words,
                                        .heading_tag = "h3"});
        append(out, person_card(view, *person, today));
    }
}

http::Response person_page(Visit& visit, PeopleView const& view, std::optional<std::string> const& shown) {
    auto const& person = view.people.front();
    auto const address = person_address(view.header.reference, person.part.id);
    Html body = html::h2(person.name);
    if (auto const words = other_side_words(person); !words.empty())
        append(body, govuk::MojAlert{
                         .variant = "warning", .title = "On both sides", .text = words, .heading_tag = "h3"});
    for (auto const& list : person_lists(view, person, visit.context.today)) append(body, list);
    if (person.person) {
        body << html::h2("Address");
        if (shown)
            append(body, govuk::InsetText{.text = shown->empty() ? "No address is known" : *shown});
        else
            body << html::p("It is kept closed. Each time it is shown is written down.")
                 << visit.form(address + "/address",
                               govuk::button({.text = "Show address", .classes = "govuk-button--secondary"}));
    }
    if (view.header.may_work && !person.part.left_on)
        body << html::h2("No longer part of the case?")
             << html::p(html::a(address + "/leaving", "Record that they left"));
    body << html::p(html::a(cases::case_address(view.header.reference) + "/people", "Everybody on the case"));
    return visit.page(cases::section_page({.reference = view.header.reference,
                                           .section = cases::Section::people,
                                           .title = std::string(words_of(person.part.part)),
                                           .body = std::move(body)},
                                          view.header.counts));
}

}  // namespace

http::Response show_people(Visit& visit) {
    auto const view = usecases::people::view_people(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto const add = cases::case_address(view->header.reference) + "/people/new";
    auto const today = visit.context.today;
    Html body;
    if (view->people.empty()) {
        append(body, govuk::EmptyState{.title = "Nobody is on this case yet",
                                       .text = "People are added from the report, or here.",
                                       .action_text = view->header.may_work ? "Add a person" : "",
                                       .action_href = view->header.may_work ? add : ""});
    } else {
        if (view->header.may_work) append(body, govuk::Button{.text = "Add a person", .href = add});
        append_side(body, *view, Side::reporting, "Reporting side",
                    "Nobody. Somebody from our own staff may have opened the case.", today);
        append_side(body, *view, Side::complained_about, "Complained about", "Nobody yet.", today);
        append_side(body, *view, Side::neutral, "Neither side", nullptr, today);
    }
    return visit.page(cases::section_page({.reference = view->header.reference,
                                           .section = cases::Section::people,
                                           .title = "People",
                                           .body = std::move(body)},
                                          view->header.counts));
}

http::Response show_person(Visit& visit) {
    auto const view = usecases::people::view_person(visit.context, visit.request.parameter("reference"),
                                                    visit.request.parameter("person"), Purpose::look);
    if (!view) return visit.refused(view.error());
    return person_page(visit, *view, std::nullopt);
}

http::Response post_show_address(Visit& visit) {
    auto const reference = visit.request.parameter("reference");
    auto const person = visit.request.parameter("person");
    auto const shown = usecases::people::show_address(visit.context, reference, person);
    if (!shown) return visit.refused(shown.error());
    auto const view = usecases::people::view_person(visit.context, reference, person, Purpose::look);
    if (!view) return visit.refused(view.error());
    return person_page(visit, *view, *shown);
}

}  // namespace doorstep::pages::people

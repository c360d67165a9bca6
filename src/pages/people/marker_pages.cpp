#include <algorithm>

#include "pages/cases/case_form.h"
#include "pages/people/person_facts.h"
#include "pages/people/person_forms.h"
#include "usecases/people/change_person.h"
#include "usecases/people/markers.h"

namespace doorstep::pages::people {

using forms::at_most;
using forms::required;
using usecases::people::AddMarker;
using usecases::people::EndMarker;
using usecases::people::LeaveCase;
using usecases::people::PeopleView;
using usecases::people::Purpose;

namespace {

forms::Form<AddMarker> const& marker_form() {
    static auto const form = forms::form<AddMarker>(
        "warning-marker",
        forms::textarea_field(
            &AddMarker::warning,
            {.name = "warning",
             .label = "What must staff know?",
             .hint = "Facts, and when it happened. They may ask to see what is written here",
             .rows = 3},
            {required("Enter what staff must know"),
             at_most(500, "What staff must know must be 500 characters or fewer")}),
        forms::textarea_field(&AddMarker::precaution,
                              {.name = "precaution",
                               .label = "What must staff do?",
                               .hint = "For example, visit in pairs",
                               .rows = 2},
                              {required("Enter what staff must do"),
                               at_most(500, "What staff must do must be 500 characters or fewer")}),
        forms::date_field(&AddMarker::until,
                          {.name = "until",
                           .label = "Until when does it stand?",
                           .hint = "It ends by itself after this day"},
                          {required("Enter the last day it stands")}));
    return form;
}

forms::Form<EndMarker> const& end_marker_form() {
    static auto const form = forms::form<EndMarker>(
        "end-marker",
        forms::textarea_field(&EndMarker::reason,
                              {.name = "reason", .label = "Why is it no longer needed?", .rows = 3},
                              {required("Enter why it is no longer needed"),
                               at_most(500, "Reason must be 500 characters or fewer")}));
    return form;
}

forms::Form<LeaveCase> const& leaving_form() {
    static auto const form = forms::form<LeaveCase>(
        "leave-case",
        forms::date_field(
            &LeaveCase::left_on,
            {.name = "left-on",
             .label = "Since when are they no longer part of the case?",
             .hint = "For example, 27 3 2026",
             .recent_days = true},
            {required("Enter the day"), forms::not_in_future("The day must be today or in the past")}),
        forms::textarea_field(
            &LeaveCase::reason,
            {.name = "reason",
             .label = "Why?",
             .hint = "For example, they moved away, or were added by mistake",
             .rows = 3},
            {required("Enter why"), at_most(500, "Reason must be 500 characters or fewer")}));
    return form;
}

cases::CaseForm form_about(PeopleView const& view, char const* title, std::string const& path) {
    auto const address = person_address(view.header.reference, view.people.front().part.id);
    return {
        .reference = view.header.reference, .title = title, .action = address + path, .cancel_href = address};
}

cases::CaseForm end_marker_page(Visit& visit, PeopleView const& view) {
    return form_about(view, "End a warning marker",
                      "/markers/" + std::string(visit.request.parameter("marker")) + "/end");
}

Expected<PeopleView> person_to_change(Visit& visit) {
    return usecases::people::view_person(visit.context, visit.request.parameter("reference"),
                                         visit.request.parameter("person"), Purpose::change);
}

/// What all of them do with an answer: save, or show the form again.
template <class Input, class Save>
http::Response post_about(Visit& visit, PeopleView const& view, cases::CaseForm page,
                          forms::Form<Input> const& form, char const* saved_words, Save save) {
    auto const shapes = form.shapes();
    auto parsed = visit.parse(form);
    if (!parsed.ok())
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     parsed.problems);
    parsed.input.reference = view.header.reference;
    auto const saved = save(parsed.input);
    if (saved) return visit.done(page.cancel_href, saved_words);
    if (is_about_the_form(saved.error()))
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     problems_of(saved.error()));
    return visit.refused(saved.error());
}

}  // namespace

http::Response show_add_marker(Visit& visit) {
    auto const view = person_to_change(visit);
    if (!view) return visit.refused(view.error());
    http::Pairs typed;
    AddMarker latest;
    latest.until = usecases::people::latest_marker_day(visit.context);
    for (auto const& [name, value] : forms::fill(marker_form(), latest))
        if (name.starts_with("until")) typed.add(name, value);
    return cases::case_form_page(visit, form_about(*view, "Add a warning marker", "/markers/new"),
                                 marker_form().shapes(), std::move(typed), {});
}

http::Response post_add_marker(Visit& visit) {
    auto const view = person_to_change(visit);
    if (!view) return visit.refused(view.error());
    return post_about(visit, *view, form_about(*view, "Add a warning marker", "/markers/new"), marker_form(),
                      "Warning marker added.", [&](AddMarker& input) {
                          input.person = view->people.front().part.id;
                          return usecases::people::add_marker(visit.context, input);
                      });
}

http::Response show_end_marker(Visit& visit) {
    auto const view = person_to_change(visit);
    if (!view) return visit.refused(view.error());
    return cases::case_form_page(visit, end_marker_page(visit, *view), end_marker_form().shapes(), {}, {});
}

http::Response post_end_marker(Visit& visit) {
    auto const view = person_to_change(visit);
    if (!view) return visit.refused(view.error());
    return post_about(visit, *view, end_marker_page(visit, *view), end_marker_form(), "Warning marker ended.",
                      [&](EndMarker& input) {
                          input.person = view->people.front().part.id;
                          input.marker = domain::people::MarkerId::parse(visit.request.parameter("marker"))
                                             .value_or(domain::people::MarkerId{});
                          return usecases::people::end_marker(visit.context, input);
                      });
}

http::Response show_leaving(Visit& visit) {
    auto const view = person_to_change(visit);
    if (!view) return visit.refused(view.error());
    return cases::case_form_page(visit, form_about(*view, "No longer part of the case", "/leaving"),
                                 leaving_form().shapes(), {}, {});
}

http::Response post_leaving(Visit& visit) {
    auto const view = person_to_change(visit);
    if (!view) return visit.refused(view.error());
    return post_about(visit, *view, form_about(*view, "No longer part of the case", "/leaving"),
                      leaving_form(), "Saved. Their contact clock stopped on that day.",
                      [&](LeaveCase& input) {
                          input.id = view->people.front().part.id;
                          return usecases::people::leave_case(visit.context, input);
                      });
}

}  // namespace doorstep::pages::people

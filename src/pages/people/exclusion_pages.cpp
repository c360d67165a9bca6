#include "pages/cases/case_form.h"
#include "pages/people/person_facts.h"
#include "pages/people/person_forms.h"
#include "usecases/people/exclusions.h"
#include "usecases/people/view_people.h"
#include "usecases/settings.h"

namespace doorstep::pages::people {

using usecases::people::AddExclusion;
using usecases::people::EndExclusion;

namespace {

forms::Form<AddExclusion> const& exclusion_form() {
    static auto const form = forms::form<AddExclusion>(
        "service-exclusion",
        forms::select_field(&AddExclusion::service,
                            {.name = "service", .label = "Which service are they booked out of?"},
                            {forms::required("Select the service")}),
        forms::text_field(&AddExclusion::service_name,
                          {.name = "service-name",
                           .label = "Its name",
                           .hint = "For example, Acre House",
                           .optional = true},
                          {forms::at_most(200, "Its name must be 200 characters or fewer")}),
        forms::date_field(&AddExclusion::from,
                          {.name = "from",
                           .label = "From which day?",
                           .hint = "For example, 27 3 2026",
                           .recent_days = true},
                          {forms::required("Enter the first day")}),
        forms::date_field(&AddExclusion::until, {.name = "until",
                                                 .label = "Until which day?",
                                                 .hint = "Leave empty where it stands until it is ended",
                                                 .optional = true}),
        forms::date_field(&AddExclusion::review,
                          {.name = "review",
                           .label = "When is it reviewed?",
                           .hint = "The case owner finds it on their list of work"},
                          {forms::required("Enter the day of the review")}),
        forms::textarea_field(
            &AddExclusion::reason,
            {.name = "reason",
             .label = "Why?",
             .hint = "Facts, and when it happened. They may ask to see what is written here",
             .rows = 3},
            {forms::required("Enter why they are booked out"),
             forms::at_most(1000, "Why must be 1,000 characters or fewer")}),
        forms::textarea_field(&AddExclusion::warnings,
                              {.name = "warnings",
                               .label = "Which warnings came before, and what followed?",
                               .rows = 3,
                               .optional = true},
                              {forms::at_most(3000, "Warnings must be 3,000 characters or fewer")}));
    return form;
}

forms::Form<EndExclusion> const& end_exclusion_form() {
    static auto const form = forms::form<EndExclusion>(
        "end-exclusion",
        forms::textarea_field(&EndExclusion::reason,
                              {.name = "reason", .label = "Why does it end?", .rows = 3},
                              {forms::required("Enter why it ends"),
                               forms::at_most(500, "Reason must be 500 characters or fewer")}));
    return form;
}

Expected<usecases::people::PeopleView> excluded_person(Visit& visit) {
    return usecases::people::view_person(visit.context, visit.request.parameter("reference"),
                                         visit.request.parameter("person"),
                                         usecases::people::Purpose::change);
}

cases::CaseForm exclusion_page(Visit& visit, usecases::people::PeopleView const& view, bool is_end) {
    auto const address = person_address(view.header.reference, view.people.front().part.id);
    cases::CaseForm page{
        .reference = view.header.reference,
        .title = is_end ? "End an exclusion from a service" : "Book somebody out of a service",
        .action =
            address + (is_end ? "/exclusions/" + std::string(visit.request.parameter("exclusion")) + "/end"
                              : "/exclusions/new"),
        .cancel_href = address};
    if (!is_end)
        page.choices["service"] = [&] {
            std::vector<forms::Choice> choices{{.value = "", .text = "Select a service"}};
            for (auto const& [code, words] :
                 usecases::people::services_to_choose(visit.context.settings(), visit.context.today))
                choices.push_back({.value = code, .text = words});
            return choices;
        }();
    return page;
}

template <class Input, class Save>
http::Response post_exclusion(Visit& visit, forms::Form<Input> const& form, bool is_end, char const* saved,
                              Save save) {
    auto const view = excluded_person(visit);
    if (!view) return visit.refused(view.error());
    auto page = exclusion_page(visit, *view, is_end);
    auto const shapes = form.shapes();
    auto parsed = visit.parse(form, page.choices);
    if (!parsed.ok())
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     parsed.problems);
    parsed.input.reference = view->header.reference;
    parsed.input.person = view->people.front().part.id;
    auto const done = save(parsed.input);
    if (done) return visit.done(page.cancel_href, saved);
    if (is_about_the_form(done.error()))
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     problems_of(done.error()));
    return visit.refused(done.error());
}

}  // namespace

http::Response show_add_exclusion(Visit& visit) {
    auto const view = excluded_person(visit);
    if (!view) return visit.refused(view.error());
    return cases::case_form_page(visit, exclusion_page(visit, *view, false), exclusion_form().shapes(), {},
                                 {});
}

http::Response post_add_exclusion(Visit& visit) {
    return post_exclusion(
        visit, exclusion_form(), false, "Saved: they are booked out.",
        [&](AddExclusion const& input) { return usecases::people::add_exclusion(visit.context, input); });
}

http::Response show_end_exclusion(Visit& visit) {
    auto const view = excluded_person(visit);
    if (!view) return visit.refused(view.error());
    return cases::case_form_page(visit, exclusion_page(visit, *view, true), end_exclusion_form().shapes(), {},
                                 {});
}

http::Response post_end_exclusion(Visit& visit) {
    return post_exclusion(
        visit, end_exclusion_form(), true, "Exclusion ended.", [&](EndExclusion& input) -> Expected<Done> {
            auto const id = domain::people::ExclusionId::parse(visit.request.parameter("exclusion"));
            if (!id) return refuse(RefusalKind::not_found, "exclusion-unknown", "There is no such exclusion");
            input.exclusion = *id;
            return usecases::people::end_exclusion(visit.context, input);
        });
}

}  // namespace doorstep::pages::people

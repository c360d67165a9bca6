#include "pages/contacts/record_contact.h"

#include "govuk/inset_text.h"
#include "html/elements.h"
#include "inputs/contacts/record_contact.h"
#include "usecases/contacts/record_contact.h"
#include "usecases/contacts/view_contact_form.h"

namespace doorstep::pages::contacts {
namespace {

using inputs::contacts::contact_choices;
using inputs::contacts::record_contact_form;
using usecases::contacts::ContactFormView;

http::Response form_page(Visit& visit, ContactFormView const& view, http::Pairs typed,
                         std::vector<Problem> problems) {
    auto const address = "/cases/" + view.reference;
    auto const shapes = record_contact_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Record a contact");
    if (view.next_contact_by)
        body << govuk::inset_text(
            {.text = "Next contact is due by " + date_words(*view.next_contact_by) + "."});
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = contact_choices(view)});
    fields << forms::buttons("Save contact", address);
    body << visit.form(address + "/contacts/new", fields);

    Page page;
    page.title = "Record a contact";
    page.has_errors = !problems.empty();
    page.breadcrumbs = {{"Cases", "/cases"}, {view.reference, address}};
    page.current_section = "cases";
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

std::string saved_words(usecases::contacts::ContactRecorded const& recorded) {
    std::string const safe_way =
        recorded.asks_for_a_safe_way
            ? " That way is no longer safe: a task to agree another is in the to do list, due today."
            : "";
    if (!recorded.moved_the_clock)
        return "Contact saved. It was not a conversation, so the date of the next contact stays the same." +
               safe_way;
    std::string words = recorded.met_first_contact ? "First contact saved." : "Contact saved.";
    if (recorded.next_contact_by) words += " Next contact by " + date_words(*recorded.next_contact_by) + ".";
    return words + safe_way;
}

}  // namespace

http::Response show_record_contact(Visit& visit) {
    auto const view =
        usecases::contacts::view_contact_form(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    http::Pairs typed;
    if (auto const person = visit.request.query.get("person")) typed.set("person", std::string(*person));
    if (view->people.size() == 1) typed.set("person", std::string(view->people.front().id.text()));
    return form_page(visit, *view, std::move(typed), {});
}

http::Response post_record_contact(Visit& visit) {
    auto const view =
        usecases::contacts::view_contact_form(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());

    auto parsed = visit.parse(record_contact_form(), contact_choices(*view));
    if (!parsed.ok()) return form_page(visit, *view, std::move(parsed.typed), std::move(parsed.problems));
    parsed.input.reference = view->reference;

    auto const recorded = usecases::contacts::record_contact(visit.context, parsed.input);
    if (recorded) return visit.done("/cases/" + view->reference, saved_words(*recorded));
    if (is_about_the_form(recorded.error()))
        return form_page(visit, *view, std::move(parsed.typed), problems_of(recorded.error()));
    return visit.refused(recorded.error());
}

}  // namespace doorstep::pages::contacts

#include "pages/contacts/record_contact.h"

#include "govuk/inset_text.h"
#include "html/elements.h"
#include "usecases/contacts/record_contact.h"
#include "usecases/contacts/view_contact_form.h"

namespace doorstep::pages::contacts {
namespace {

using forms::required;
using usecases::contacts::ContactFormView;
using usecases::contacts::RecordContact;

forms::Form<RecordContact> const& record_contact_form() {
    static auto const form = forms::form<RecordContact>(
        "record-contact",
        forms::radios_field(&RecordContact::person, {.name = "person", .label = "Who was it with?"},
                            {required("Select who you were in contact with")}),
        forms::date_field(&RecordContact::made_on,
                          {.name = "made-on",
                           .label = "When was the contact?",
                           .hint = "For example, 27 3 2026",
                           .recent_days = true},
                          {required("Enter the date of the contact"),
                           forms::not_in_future("Date of the contact must be today or in the past")}),
        forms::time_field(&RecordContact::made_time, {.name = "made-time",
                                                      .label = "What time?",
                                                      .hint = "For example, 9am or 5:30pm",
                                                      .optional = true}),
        forms::radios_field(&RecordContact::method, {.name = "method", .label = "How was it made?"},
                            {required("Select how the contact was made")}),
        forms::radios_field(
            &RecordContact::result,
            {.name = "result",
             .label = "What happened?",
             .hint =
                 "Only a conversation meets our promise to keep in touch. A try or a message left does not "
                 "move the date of the next contact"},
            {required("Select what happened")}),
        forms::textarea_field(&RecordContact::summary,
                              {.name = "summary",
                               .label = "What was said?",
                               .hint = "Facts, what was agreed, and anything that changes the risk",
                               .character_limit = 5000},
                              {required("Enter what was said"),
                               forms::at_most(5000, "What was said must be 5,000 characters or fewer")}),
        forms::yes_no_field(&RecordContact::still_safe, {.name = "still-safe",
                                                         .label = "Is this still a safe way to contact them?",
                                                         .hint = "Ask each time"}));
    return form;
}

forms::Choices choices_of(ContactFormView const& view) {
    forms::Choices choices;
    for (auto const& person : view.people)
        choices["person"].push_back(
            {.value = std::string(person.id.text()), .text = person.words, .hint = person.safe_contact});
    return choices;
}

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
        shapes, {.typed = std::move(typed), .problems = problems, .choices = choices_of(view)});
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
    if (!recorded.moved_the_clock)
        return "Contact saved. It was not a conversation, so the date of the next contact stays the same.";
    std::string words = recorded.met_first_contact ? "First contact saved." : "Contact saved.";
    if (recorded.next_contact_by) words += " Next contact by " + date_words(*recorded.next_contact_by) + ".";
    return words;
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

    auto parsed = visit.parse(record_contact_form(), choices_of(*view));
    if (!parsed.ok()) return form_page(visit, *view, std::move(parsed.typed), std::move(parsed.problems));
    parsed.input.reference = view->reference;

    auto const recorded = usecases::contacts::record_contact(visit.context, parsed.input);
    if (recorded) return visit.done("/cases/" + view->reference, saved_words(*recorded));
    if (is_about_the_form(recorded.error()))
        return form_page(visit, *view, std::move(parsed.typed), problems_of(recorded.error()));
    return visit.refused(recorded.error());
}

}  // namespace doorstep::pages::contacts

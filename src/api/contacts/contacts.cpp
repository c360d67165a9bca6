#include "api/contacts/contacts.h"

#include "inputs/contacts/record_contact.h"
#include "usecases/contacts/view_contact_log.h"

namespace doorstep::api::contacts {
namespace {

using domain::access::Action;
using http::Access;
using http::Method;
using storage::contacts::ListedContact;
using usecases::contacts::ContactRecorded;

Resource<ListedContact> const& contact_resource() {
    using C = ListedContact;
    static Resource<C> const resource{
        "Contact",
        {
            member<C>("id", "Its id", [](C const& c) { return c.contact.id; }),
            member<C>("person", "Whom on the case it was with", [](C const& c) { return c.contact.person; }),
            member<C>("with", "Their name, or what is known of them", [](C const& c) { return c.with; }),
            member<C>("made-on", "The day", [](C const& c) { return c.contact.made_on; }),
            member<C>("made-time", "The time, where it was noted",
                      [](C const& c) { return c.contact.made_time; }),
            member<C>("method", "How", [](C const& c) { return c.contact.method; }),
            member<C>("result", "Only a conversation meets the promise",
                      [](C const& c) { return c.contact.result; }),
            member<C>("summary", "What was said", [](C const& c) { return c.contact.summary; }),
            member<C>("still-safe", "Whether this is still a safe way; null when not asked",
                      [](C const& c) { return c.contact.still_safe; }),
            member<C>("made-by", "Who made it", [](C const& c) { return c.made_by; }),
            member<C>("recorded-at", "When it was written down",
                      [](C const& c) { return c.contact.recorded_at; }),
        }};
    return resource;
}

Resource<ContactRecorded> const& contact_recorded_resource() {
    using C = ContactRecorded;
    static Resource<C> const resource{
        "ContactRecorded",
        {
            member<C>("id", "Its id", [](C const& c) { return c.id; }),
            member<C>("next-contact-by", "With this person; null for someone without a clock",
                      [](C const& c) { return c.next_contact_by; }),
            member<C>("met-first-contact", "It was the first that was promised",
                      [](C const& c) { return c.met_first_contact; }),
            member<C>("moved-the-clock", "False for a try or a message left",
                      [](C const& c) { return c.moved_the_clock; }),
        }};
    return resource;
}

http::Response list_contacts(Call& call) {
    auto const page = page_of_cursor(call);
    if (!page) return call.refused(page.error());
    auto const view = usecases::contacts::view_contact_log(call.context, call.parameter("reference"), *page);
    if (!view) return call.refused(view.error());
    return call.found_page(contact_resource(), view->contacts, cursor_after(view->page, view->pages));
}

http::Response record_contact(Call& call) {
    auto const view = usecases::contacts::view_contact_form(call.context, call.parameter("reference"));
    if (!view) return call.refused(view.error());
    auto input =
        call.parse(inputs::contacts::record_contact_form(), inputs::contacts::contact_choices(*view));
    if (!input) return call.refused(input.error());
    input->reference = view->reference;
    return call.make<ContactRecorded>(
        [&] { return usecases::contacts::record_contact(call.context, *input); },
        [](ContactRecorded const& recorded) { return Call::made(contact_recorded_resource(), recorded); });
}

}  // namespace

void add_endpoints(Endpoints& endpoints) {
    endpoints.push_back({.method = Method::get,
                         .pattern = "/api/v1/cases/{reference}/contacts",
                         .access = Access::to(Action::see_protected_details),
                         .operation = "listContacts",
                         .summary = "Contacts of a case, newest first",
                         .handler = list_contacts,
                         .answer = page_of(contact_resource(), "A page of 25 contacts"),
                         .query = {cursor_parameter()}});
    endpoints.push_back({.method = Method::post,
                         .pattern = "/api/v1/cases/{reference}/contacts",
                         .access = Access::to(Action::work_case),
                         .operation = "recordContact",
                         .summary = "A contact with somebody on the case. A conversation keeps the promise",
                         .handler = record_contact,
                         .answer = made(contact_recorded_resource(), "It is recorded"),
                         .body = body_of(inputs::contacts::record_contact_form),
                         .needs = Needs::idempotency_key});
}

}  // namespace doorstep::api::contacts

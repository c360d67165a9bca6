#include "api/people/people.h"

#include "usecases/people/view_people.h"

namespace doorstep::api::people {
namespace {

using domain::access::Action;
using http::Access;
using http::Method;
using usecases::people::PersonView;

Resource<PersonView> const& person_resource() {
    using P = PersonView;
    static Resource<P> const resource{
        "Person",
        {
            member<P>("id", "Of their part in this case", [](P const& p) { return p.part.id; }),
            member<P>("part", "Their part", [](P const& p) { return p.part.part; }),
            member<P>("side", "Nothing about one side reaches the other",
                      [](P const& p) { return p.part.side; }),
            member<P>("name", "Or how an unknown person was described", [](P const& p) { return p.name; }),
            member<P>("is-known", "Somebody knows who they are",
                      [](P const& p) { return p.part.person.has_value(); }),
            member<P>("anonymous", "Never named outside", [](P const& p) { return p.part.anonymous; }),
            member<P>("safe-contact", "Ways that are safe, in words; empty when nobody asked yet",
                      [](P const& p) { return p.safe_words; }),
            member<P>("adjustments", "What would help, in words", [](P const& p) { return p.adjustments; }),
            member<P>("joined-on", "The day they came on the case",
                      [](P const& p) { return p.part.joined_on; }),
            member<P>("left-on", "Null while they are part of it", [](P const& p) { return p.part.left_on; }),
            member<P>("raised-on", "Of a complainant: the day they raised it",
                      [](P const& p) { return p.part.raised_on; }),
            member<P>("first-contact-by", "Of a complainant: as promised",
                      [](P const& p) { return p.part.first_contact_by; }),
            member<P>("first-contact-on", "Of a complainant: as it was",
                      [](P const& p) { return p.part.first_contact_on; }),
            member<P>("next-contact-by", "Of a complainant",
                      [](P const& p) { return p.part.next_contact_by; }),
            member<P>("told-officers", "They know which officers the case has now",
                      [](P const& p) { return p.is_told; }),
            member<P>("told-rights", "They were told of the Victims' Code",
                      [](P const& p) { return !p.rights.empty(); }),
        }};
    return resource;
}

http::Response list_people(Call& call) {
    auto const view = usecases::people::view_people(call.context, call.parameter("reference"));
    if (!view) return call.refused(view.error());
    return call.found_page(person_resource(), view->people, std::nullopt);
}

}  // namespace

void add_endpoints(Endpoints& endpoints) {
    endpoints.push_back({.method = Method::get,
                         .pattern = "/api/v1/cases/{reference}/people",
                         .access = Access::to(Action::see_protected_details),
                         .operation = "listPeople",
                         .summary = "Everybody on a case: the reporting side first",
                         .handler = list_people,
                         .answer = page_of(person_resource(), "All of them")});
}

}  // namespace doorstep::api::people

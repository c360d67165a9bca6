#include "pages/places/routes.h"

#include "pages/places/list.h"
#include "pages/places/person.h"
#include "pages/places/place.h"

namespace doorstep::pages::places {

void add_routes(Routes& routes) {
    using domain::access::Action;
    using http::Access;
    using http::Method;
    routes.push_back({Method::get, "/places", Access::to(Action::see_places), show_places});
    routes.push_back({Method::get, "/places/{id}", Access::to(Action::see_places), show_place});
    routes.push_back({Method::get, "/people/{id}", Access::to(Action::see_people), show_person});
}

}  // namespace doorstep::pages::places

#include "pages/routes.h"

#include "pages/accounts/routes.h"
#include "pages/cases/routes.h"
#include "pages/contacts/routes.h"
#include "pages/find/routes.h"
#include "pages/plans/routes.h"
#include "pages/risk/routes.h"
#include "pages/surveys/routes.h"
#include "pages/work/routes.h"

namespace doorstep::pages {

Routes all_routes() {
    Routes routes;
    accounts::add_routes(routes);
    cases::add_routes(routes);
    contacts::add_routes(routes);
    find::add_routes(routes);
    plans::add_routes(routes);
    risk::add_routes(routes);
    surveys::add_routes(routes);
    work::add_routes(routes);
    return routes;
}

}  // namespace doorstep::pages

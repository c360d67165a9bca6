#include "pages/routes.h"

#include "pages/accounts/routes.h"
#include "pages/admin/routes.h"
#include "pages/approvals/routes.h"
#include "pages/case_access/case_access.h"
#include "pages/cases/routes.h"
#include "pages/closures/routes.h"
#include "pages/contacts/routes.h"
#include "pages/evidence/evidence.h"
#include "pages/figures/routes.h"
#include "pages/file_history/file_history.h"
#include "pages/files/routes.h"
#include "pages/find/routes.h"
#include "pages/handover/routes.h"
#include "pages/improvements/routes.h"
#include "pages/incidents/incidents.h"
#include "pages/interventions/routes.h"
#include "pages/letters/routes.h"
#include "pages/links/links.h"
#include "pages/meetings/routes.h"
#include "pages/notes/routes.h"
#include "pages/orders/routes.h"
#include "pages/papers/routes.h"
#include "pages/people/routes.h"
#include "pages/places/routes.h"
#include "pages/plans/routes.h"
#include "pages/post/routes.h"
#include "pages/quality/routes.h"
#include "pages/reports/routes.h"
#include "pages/risk/routes.h"
#include "pages/site/routes.h"
#include "pages/stories/routes.h"
#include "pages/surveys/routes.h"
#include "pages/tasks/tasks.h"
#include "pages/team/routes.h"
#include "pages/triage/routes.h"
#include "pages/work/routes.h"
#ifdef DOORSTEP_DEVELOPER_PAGES
#include "pages/developer/routes.h"
#endif

namespace doorstep::pages {

Routes all_routes() {
    Routes routes;
    accounts::add_routes(routes);
    admin::add_routes(routes);
    approvals::add_routes(routes);
    case_access::add_routes(routes);
    cases::add_routes(routes);
    closures::add_routes(routes);
    contacts::add_routes(routes);
    evidence::add_routes(routes);
    figures::add_routes(routes);
    file_history::add_routes(routes);
    files::add_routes(routes);
    find::add_routes(routes);
    handover::add_routes(routes);
    improvements::add_routes(routes);
    incidents::add_routes(routes);
    interventions::add_routes(routes);
    letters::add_routes(routes);
    links::add_routes(routes);
    meetings::add_routes(routes);
    notes::add_routes(routes);
    orders::add_routes(routes);
    papers::add_routes(routes);
    people::add_routes(routes);
    places::add_routes(routes);
    plans::add_routes(routes);
    post::add_routes(routes);
    quality::add_routes(routes);
    reports::add_routes(routes);
    risk::add_routes(routes);
    site::add_routes(routes);
    stories::add_routes(routes);
    surveys::add_routes(routes);
    tasks::add_routes(routes);
    team::add_routes(routes);
    triage::add_routes(routes);
    work::add_routes(routes);
#ifdef DOORSTEP_DEVELOPER_PAGES
    developer::add_routes(routes);
#endif
    return routes;
}

}  // namespace doorstep::pages

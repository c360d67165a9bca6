#include "usecases/work/menu_counts.h"

#include "domain/access/permissions.h"
#include "storage/menu_counts.h"

namespace doorstep::usecases::work {

static_assert(most_counted == storage::most_in_menu);

MenuCounts menu_counts(Context& context) {
    using domain::access::Action;
    bool const sees_triage = domain::access::may(context.viewer, Action::see_triage);
    bool const decides = domain::access::may(context.viewer, Action::approve);
    if (!context.viewer.account || (!sees_triage && !decides)) return {};
    auto const counts = storage::menu_counts(
        context.read(),
        {.approvals = storage::case_scope(context.viewer, Action::approve),
         .sees_triage = sees_triage,
         .sees_restricted_triage = domain::access::may(context.viewer, Action::see_restricted_triage),
         .decides = decides});
    return {.triage = counts.triage, .approvals = counts.approvals};
}

}  // namespace doorstep::usecases::work

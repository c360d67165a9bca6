#include "usecases/find/walk_cases.h"

namespace doorstep::usecases::find {

Expected<WalkedCases> walk_cases(Context& context, WalkCases const& walk) {
    using domain::access::Action;
    if (auto allowed = context.require(Action::find_cases); !allowed) return refuse(allowed.error());
    auto filter = walk.filter;
    filter.today = context.today;
    WalkedCases walked;
    // One more than asked for tells whether there are others.
    walked.cases =
        storage::case_list::list_after(context.read(), storage::case_scope(context.viewer, Action::see_case),
                                       filter, walk.after, walk.limit + 1);
    if (std::ssize(walked.cases) > walk.limit) {
        walked.cases.pop_back();
        walked.next = walked.cases.back().reference;
    }
    return walked;
}

}  // namespace doorstep::usecases::find

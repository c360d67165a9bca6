#include "domain/cases/states.h"

namespace doorstep::domain::cases {
namespace {

tl::unexpected<Refusal> closed_already() {
    return refuse(RefusalKind::closed, "case-closed",
                  "This case is closed. Reopen it, or start a new report");
}

tl::unexpected<Refusal> waits_for_approval() {
    return refuse(RefusalKind::conflict, "closure-waits",
                  "A manager has been asked to agree to closing this case. Take the request back first");
}

}  // namespace

Expected<State> next_state(State state, Verb verb) {
    if (verb == Verb::reopen) {
        if (state == State::closed) return State::open;
        return refuse(RefusalKind::conflict, "case-open", "This case is open already");
    }
    if (state == State::closed) return closed_already();
    switch (verb) {
        case Verb::work:
            return state;
        case Verb::pause:
            if (state == State::closing) return waits_for_approval();
            return State::paused;
        case Verb::resume:
            if (state == State::paused) return State::open;
            return refuse(RefusalKind::conflict, "case-not-paused", "This case is not paused");
        case Verb::ask_to_close:
            if (state == State::closing) return waits_for_approval();
            return State::closing;
        case Verb::close:
            return State::closed;
        case Verb::send_back:
        case Verb::take_back:
            if (state == State::closing) return State::open;
            return refuse(RefusalKind::conflict, "closure-not-waiting",
                          "Nobody waits for a decision about closing this case");
        case Verb::reopen:
            break;
    }
    return state;
}

}  // namespace doorstep::domain::cases

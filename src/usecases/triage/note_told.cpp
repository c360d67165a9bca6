#include "usecases/triage/note_told.h"

#include "storage/messages.h"
#include "usecases/messages/after_sent.h"
#include "usecases/triage/open_report.h"

namespace doorstep::usecases::triage {

Expected<Done> note_told(Context& context, ToldReporter const& input) {
    using domain::messages::Channel;
    using domain::messages::State;
    auto const opened =
        open_report(context.read(), context.viewer, input.report, domain::access::Action::decide_triage);
    if (!opened) return refuse(opened.error());
    return context.change([&](Change& change) -> Expected<Done> {
        auto message = storage::messages::find(change.tx, input.message);
        if (!message || message->report != input.report || message->case_file)
            return refuse(RefusalKind::not_found, "message-not-found", "This report has no such message");
        bool const is_to_be_told = message->state == State::failed ||
                                   (message->state == State::waiting && message->channel == Channel::spoken);
        message->state = State::sent;
        message->sent_at = change.now;
        message->sent_by = change.viewer.account;
        message->sent_how = domain::messages::SentHow::told;
        if (!is_to_be_told || message->version != input.version ||
            !storage::messages::update(change.tx, *message))
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "This message has moved on: look at it again");
        messages::note_sent(change, *message);
        return Done{};
    });
}

}  // namespace doorstep::usecases::triage

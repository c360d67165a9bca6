#include "usecases/messages/end_letter.h"

#include "domain/messages/channels.h"
#include "storage/messages.h"
#include "usecases/messages/after_sent.h"
#include "usecases/messages/open_message.h"
#include "usecases/messages/release.h"

namespace doorstep::usecases::messages {

using domain::access::Action;
using domain::messages::Channel;
using domain::messages::Message;
using domain::messages::SentHow;
using domain::messages::State;

namespace {

Refusal message_moved_on() {
    return {RefusalKind::conflict, "changed-meanwhile", "This message has moved on: look at it again"};
}

/// Opens, changes and saves; `work` changes the message or refuses, `after` records what was done.
template <class Work, class After>
Expected<Done> end(Context& context, MessageRef const& input, Work&& work, After&& after) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto opened = open_message(change.tx, change.viewer, input.reference, input.id, Action::work_case);
        if (!opened) return refuse(opened.error());
        if (opened->message.version != input.version) return refuse(message_moved_on());
        if (Expected<Done> worked = work(change, *opened); !worked) return refuse(worked.error());
        if (!storage::messages::update(change.tx, opened->message)) return refuse(message_moved_on());
        after(change, opened->message);
        return Done{};
    });
}

}  // namespace

Expected<Done> cancel_letter(Context& context, MessageRef const& input) {
    return end(
        context, input,
        [](Change&, OpenedMessage& opened) -> Expected<Done> {
            auto& message = opened.message;
            if (!message.is_open() && message.state != State::failed) return refuse(message_moved_on());
            message.state = State::cancelled;
            return Done{};
        },
        [](Change& change, Message const& message) {
            finish_items(change, message);
            record_about(change, message, domain::events::message_cancelled,
                         domain::events::Detail()
                             .set("channel", message.channel)
                             .set("side", message.side)
                             .set("person", message.person)
                             .personal("to", message.addressee));
        });
}

Expected<Done> try_again(Context& context, MessageRef const& input) {
    return end(
        context, input,
        [](Change& change, OpenedMessage& opened) -> Expected<Done> {
            auto& message = opened.message;
            if (message.state != State::failed || !message.person) return refuse(message_moved_on());
            auto const to = reader_on_case(change.tx, opened.file.id, *message.person);
            if (!to) return refuse(to.error());
            if (!domain::messages::is_safe(to->reach, message.channel))
                return refuse(RefusalKind::invalid, "channel-not-safe",
                              "This person does not agree to this way: write to them another way");
            auto destination = domain::messages::destination_of(to->reach, message.channel);
            if (auto there = check_destination(message.channel, destination); !there)
                return refuse(there.error());
            message.destination = std::move(destination);
            message.state = State::waiting;
            message.attempts = 0;
            message.last_error.clear();
            message.not_before = may_leave(message.channel, to->reach, change.now);
            return Done{};
        },
        [](Change& change, Message const& message) {
            finish_items(change, message);
            record_written(change, message, {}, nullptr);
        });
}

Expected<Done> mark_told(Context& context, MessageRef const& input) {
    return end(
        context, input,
        [](Change& change, OpenedMessage& opened) -> Expected<Done> {
            auto& message = opened.message;
            if (message.state != State::waiting ||
                (message.channel != Channel::text && message.channel != Channel::spoken))
                return refuse(message_moved_on());
            message.state = State::sent;
            message.sent_at = change.now;
            message.sent_by = change.viewer.account;
            message.sent_how = SentHow::told;
            return Done{};
        },
        [](Change& change, Message const& message) { note_sent(change, message); });
}

}  // namespace doorstep::usecases::messages

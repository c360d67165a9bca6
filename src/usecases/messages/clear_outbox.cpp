#include "usecases/messages/clear_outbox.h"

#include <algorithm>

#include "base/text.h"
#include "domain/messages/channels.h"
#include "domain/messages/retry.h"
#include "gateways/mail.h"
#include "storage/cases.h"
#include "storage/messages.h"
#include "storage/people.h"
#include "storage/reports.h"
#include "storage/work_items.h"
#include "usecases/messages/after_sent.h"
#include "usecases/messages/recipient.h"
#include "usecases/settings.h"
#include "usecases/surveys/invitation_link.h"

namespace doorstep::usecases::messages {

using domain::messages::Channel;
using domain::messages::Message;
using domain::messages::SentHow;
using domain::messages::State;
using gateways::Delivery;

namespace {

constexpr int most_at_once = 500;
/// Longer than the mailer ever takes for one message.
constexpr int lease_seconds = 300;

std::optional<domain::messages::Reach> reach_now(storage::sql::Read& tx, Message const& message) {
    if (message.case_file && message.person) {
        for (auto const& entry : storage::people::people_of_case(tx, *message.case_file))
            if (entry.part.id == message.person) return recipient_on_case(tx, entry).reach;
        return std::nullopt;
    }
    if (message.report)
        if (auto const report = storage::reports::find(tx, *message.report))
            return recipient_of_report(tx, *report).reach;
    return std::nullopt;
}

/// Empty when it may go as it was decided.
std::string why_not_any_more(storage::sql::Read& tx, Message const& message) {
    auto const reach = reach_now(tx, message);
    if (!reach) return "The person is no longer there";
    if (!domain::messages::is_safe(*reach, message.channel)) return "They no longer agree to e-mail";
    if (domain::messages::destination_of(*reach, message.channel) != message.destination)
        return "Their e-mail address changed after this was written";
    return {};
}

enum class Outcome { sent, later, failed, taken_by_another };

/// Writes what became of one try. Where something came of it, an event says so.
Outcome write_outcome(Context& context, Message message, Delivery const& delivery) {
    auto const now = context.services.clock.now();
    bool const gives_up =
        delivery.result == Delivery::Result::refused || message.attempts >= domain::messages::most_attempts;
    message.last_error = delivery.why;
    if (delivery.result == Delivery::Result::try_again && !gives_up) {
        message.not_before = now.plus_seconds(60 * domain::messages::wait_after(message.attempts).count());
        context.write_without_event(
            [&](storage::sql::Write& tx) { return storage::messages::after_attempt(tx, message); });
        return Outcome::later;
    }
    bool const sent = delivery.result == Delivery::Result::taken;
    message.state = sent ? State::sent : State::failed;
    if (sent) {
        message.sent_at = now;
        message.sent_how = context.services.mail.reaches_people() ? SentHow::mail_server : SentHow::folder;
    }
    auto const written = context.change([&](Change& change) -> Expected<Done> {
        auto copy = message;
        if (!storage::messages::after_attempt(change.tx, copy))
            return refuse(RefusalKind::conflict, "changed-meanwhile", "The message was cancelled meanwhile");
        if (sent)
            note_sent(change, copy);
        else
            note_failed(change, context.settings(), copy);
        return Done{};
    });
    if (!written) return Outcome::taken_by_another;
    return sent ? Outcome::sent : Outcome::failed;
}

Outcome send_one(Context& context, MessageId id) {
    auto const now = context.services.clock.now();
    std::string stopped;
    auto const message = context.write_without_event([&](storage::sql::Write& tx) -> std::optional<Message> {
        auto leased = storage::messages::lease(tx, id, now, now.plus_seconds(lease_seconds));
        stopped = leased ? why_not_any_more(tx, *leased) : std::string();
        return leased;
    });
    if (!message) return Outcome::taken_by_another;
    if (!stopped.empty())
        return write_outcome(context, *message, {Delivery::Result::refused, std::move(stopped)});
    auto& mailer = context.services.mail;
    gateways::Mail const mail{.id = "<" + std::string(message->id.text()) + "@" + mailer.domain() + ">",
                              .date = now,
                              .from_name = context.settings().site().landlord_name,
                              .to_address = message->destination,
                              .subject = message->subject,
                              .text = surveys::words_that_leave(context.services, *message),
                              .language = message->language};
    return write_outcome(context, *message, mailer.send(mail));
}

}  // namespace

std::string clear_outbox(Context& context, std::stop_token const& stop) {
    auto const due = context.services.database.read([&](storage::sql::Read& tx) {
        return storage::messages::due(tx, Channel::email, context.now, most_at_once);
    });
    int sent = 0;
    int failed = 0;
    int later = 0;
    for (auto const id : due) {
        if (stop.stop_requested()) break;
        auto const outcome = send_one(context, id);
        sent += outcome == Outcome::sent;
        failed += outcome == Outcome::failed;
        later += outcome == Outcome::later;
    }
    auto words = text::count_of(sent, "e-mail", "e-mails") + " sent";
    if (later > 0) words += ", " + std::to_string(later) + " to be tried again";
    if (failed > 0) words += ", " + std::to_string(failed) + " failed";
    return words;
}

std::string find_late_letters(Context& context) {
    auto const before = london_midnight(context.today.plus_days(-1));
    auto const late = context.services.database.write([&](storage::sql::Write& tx) {
        auto const letters = storage::messages::unposted_since(tx, before, most_at_once);
        for (auto const& letter : letters)
            storage::work_items::put(tx,
                                     {.id = WorkItemId(context.services.ids.next()),
                                      .account = whose(tx, letter),
                                      .kind = domain::work::Kind::letter_to_post,
                                      .case_file = letter.case_file,
                                      .report = letter.report,
                                      .subject = std::string(letter.id.text()),
                                      .due_on = london_date(letter.not_before),
                                      .high_risk = false},
                                     context.now);
        return static_cast<int>(letters.size());
    });
    return text::count_of(late, "letter waits", "letters wait") + " for the post too long";
}

}  // namespace doorstep::usecases::messages

#include "usecases/webhooks/deliver.h"

#include <boost/json.hpp>
#include <map>

#include "base/log.h"
#include "base/text.h"
#include "gateways/mail.h"
#include "gateways/secrets.h"
#include "storage/accounts.h"
#include "storage/webhooks.h"
#include "usecases/settings.h"

namespace doorstep::usecases::webhooks {

using domain::webhooks::State;
using domain::webhooks::Webhook;
using storage::webhooks::Message;

namespace {

constexpr int most_messages_at_once = 200;
constexpr int http_gone = 410;

boost::json::string json_text(std::string_view text) { return boost::json::string(text.data(), text.size()); }

/// The same at every try: whoever gets it twice can tell.
std::string id_of(Message const& message) {
    return "msg_" + message.chain + "_" + std::to_string(message.sequence);
}

/// Ids and kinds, never names, words or places.
std::string body_of_message(Message const& message) {
    return boost::json::serialize(
        boost::json::object{{"type", json_text(message.kind)},
                            {"timestamp", json_text(message.at.iso())},
                            {"data", boost::json::object{{"record", json_text(message.chain_kind)},
                                                         {"id", json_text(message.chain)},
                                                         {"reference", json_text(message.reference)},
                                                         {"subject", json_text(message.subject)},
                                                         {"sequence", message.sequence}}}});
}

/// What the job knows of each webhook it sends to.
struct Receiver {
    Webhook webhook;
    std::string secret;
    bool has_ended = false;  ///< switched off, or not to be reached: nothing more is sent this time
};

void tell_administrators(Context& context, Webhook const& webhook) {
    auto& mailer = context.services.mail;
    for (auto const& account : storage::accounts::list(context.read(), false)) {
        if (!account.roles.has(domain::access::Role::administrator)) continue;
        auto const sent = mailer.send(
            {.id = "<" + std::string(StrongId<struct NoticeTag>(context.services.ids.next()).text()) + "@" +
                   mailer.domain() + ">",
             .date = context.services.clock.now(),
             .from_name = context.settings().site().landlord_name,
             .to_address = account.email,
             .subject = "A webhook was switched off",
             .text = "Messages to \"" + webhook.name +
                     "\" have failed for so long that Doorstep has switched the webhook off.\n\nNothing "
                     "is lost: when the other program works again, switch it on under Settings, "
                     "Webhooks, and what waits is sent.\n",
             .language = "en"});
        if (sent.result != gateways::Delivery::Result::taken)
            log::warning("An administrator was not told that a webhook was switched off",
                         {{"webhook", webhook.id}, {"account", account.id}});
    }
}

bool stop_webhook(Context& context, Receiver& receiver) {
    receiver.has_ended = true;
    auto const stopped = context.change([&](Change& change) -> Expected<Done> {
        auto webhook = storage::webhooks::find(change.tx, receiver.webhook.id);
        if (!webhook || webhook->state != State::on)
            return refuse(RefusalKind::conflict, "changed-meanwhile", "It was switched off meanwhile");
        webhook->state = State::stopped;
        storage::webhooks::update(change.tx, *webhook);
        change.record_setting("webhooks", domain::events::webhook_stopped,
                              domain::events::Detail().set("webhook", webhook->id));
        return Done{};
    });
    if (stopped) tell_administrators(context, receiver.webhook);
    return stopped.has_value();
}

struct Outcome {
    bool went_through = false;
    bool was_reached = false;
    bool has_failed_too_long = false;
};

Outcome send_message(Context& context, gateways::WebPoster& poster, Receiver const& receiver,
                     Message const& message) {
    auto const now = context.services.clock.now();
    auto const seconds = now.milliseconds() / 1000;
    auto const id = id_of(message);
    gateways::WebPost post{
        .address = receiver.webhook.address, .headers = {}, .body = body_of_message(message)};
    post.headers = {
        {"webhook-id", id},
        {"webhook-timestamp", std::to_string(seconds)},
        {"webhook-signature", gateways::webhook_signature(receiver.secret, id, seconds, post.body)}};
    auto const answer = poster.post(post);
    auto const failing_hours =
        context.settings().standards().number(legal::standard_ids::webhook_failing, context.today);
    return context.write_without_event([&](storage::sql::Write& tx) {
        Outcome outcome{.went_through = answer.was_taken(), .was_reached = answer.status.has_value()};
        storage::webhooks::Attempt attempt{.at = now,
                                           .went_through = outcome.went_through,
                                           .status = answer.status,
                                           .problem = answer.problem,
                                           .next_at = {}};
        if (outcome.went_through) {
            storage::webhooks::note_delivered(tx, message.webhook, now);
        } else {
            attempt.next_at = domain::webhooks::next_try(message.attempts + 1, now);
            auto const since = storage::webhooks::note_failing(tx, message.webhook, now);
            outcome.has_failed_too_long =
                answer.status == http_gone || now >= since.plus_hours(failing_hours);
        }
        storage::webhooks::note_attempt(tx, message, attempt);
        return outcome;
    });
}

}  // namespace

std::string deliver_webhooks(Context& context, gateways::WebPoster& poster, std::stop_token const& stop) {
    auto const due = storage::webhooks::due(context.read(), context.now, most_messages_at_once);
    std::map<WebhookId, Receiver> receivers;
    for (auto const& webhook :
         due.empty() ? std::vector<Webhook>() : storage::webhooks::list(context.read())) {
        auto const sealed = storage::webhooks::sealed_secret(context.read(), webhook.id);
        auto secret = sealed ? context.services.site_key.open(*sealed) : std::nullopt;
        if (!secret) throw GatewayError(FailureKind::bug, "a webhook's secret cannot be opened");
        receivers.emplace(webhook.id, Receiver{webhook, std::move(*secret)});
    }
    int delivered = 0;
    int failed = 0;
    int stopped = 0;
    for (auto const& message : due) {
        if (stop.stop_requested()) break;
        auto& receiver = receivers.at(message.webhook);
        if (receiver.has_ended) continue;
        if (message.is_restricted) {
            context.write_without_event(
                [&](storage::sql::Write& tx) { storage::webhooks::forget(tx, message); });
            continue;
        }
        auto const outcome = send_message(context, poster, receiver, message);
        delivered += outcome.went_through;
        failed += !outcome.went_through;
        // Others are not kept waiting for one that does not answer.
        if (!outcome.was_reached) receiver.has_ended = true;
        if (outcome.has_failed_too_long) stopped += stop_webhook(context, receiver);
    }
    auto words = text::count_of(delivered, "message", "messages") + " delivered";
    if (failed > 0) words += ", " + std::to_string(failed) + " failed";
    if (stopped > 0) words += ", " + text::count_of(stopped, "webhook", "webhooks") + " switched off";
    return words;
}

}  // namespace doorstep::usecases::webhooks

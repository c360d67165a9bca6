#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/webhooks/webhook.h"
#include "storage/webhooks.h"
#include "usecases/context.h"

/// Other programs that are told when something happens: for those who may manage_site. Every change of a case
/// or report puts its messages in the outbox with itself (Change::record); deliver_webhooks sends them.
namespace doorstep::usecases::webhooks {

using domain::webhooks::Webhook;

struct SaveWebhook {
    std::string name;
    std::string address;
    std::vector<std::string> kinds;  ///< names of events
};
struct WebhookAdded {
    WebhookId id;
    std::string secret;  ///< signs every message; told this once
};
/// Refused: what domain::webhooks::check_webhook refuses.
Expected<WebhookAdded> add_webhook(Context& context, SaveWebhook const& input);

Expected<std::vector<Webhook>> list_webhooks(Context& context);

struct WebhookView {
    Webhook webhook;
    std::vector<storage::webhooks::Message> messages;  ///< newest first
    int total = 0;
    int page = 1;
    int pages = 1;
};
constexpr int messages_on_a_page = 25;
Expected<WebhookView> view_webhook(Context& context, WebhookId id, int page);

/// Off: nothing is told, and what waits stays. On: what waits is sent. Refused for a version that is no
/// longer the newest.
enum class Switch { on, off };
Expected<Done> switch_webhook(Context& context, WebhookId id, std::int64_t seen_version, Switch to);

struct Replay {
    WebhookId id;
    Date since;
    storage::webhooks::Which which = storage::webhooks::Which::not_delivered;
};
/// Messages from this day on are sent again, with the ids they had. Gives how many.
Expected<int> replay_webhook(Context& context, Replay const& input);

}  // namespace doorstep::usecases::webhooks

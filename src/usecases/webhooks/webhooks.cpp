#include "usecases/webhooks/webhooks.h"

#include <algorithm>

#include "base/text.h"
#include "gateways/secrets.h"
#include "gateways/web_post.h"

namespace doorstep::usecases::webhooks {

using domain::access::Action;
using domain::webhooks::State;

namespace {

tl::unexpected<Refusal> no_such_webhook() {
    return refuse(RefusalKind::not_found, "webhook-unknown", "There is no such webhook");
}

}  // namespace

Expected<WebhookAdded> add_webhook(Context& context, SaveWebhook const& input) {
    if (auto const may = context.require(Action::manage_site); !may) return refuse(may.error());
    Webhook webhook;
    webhook.name = input.name;
    webhook.address = std::string(text::trim(input.address));
    webhook.kinds = input.kinds;
    std::sort(webhook.kinds.begin(), webhook.kinds.end());
    webhook.kinds.erase(std::unique(webhook.kinds.begin(), webhook.kinds.end()), webhook.kinds.end());
    if (auto const good = domain::webhooks::check_webhook(webhook); !good) return refuse(good.error());
    auto const secret = gateways::new_webhook_secret();
    auto const sealed = context.services.site_key.seal(secret);
    return context.change([&](Change& change) -> Expected<WebhookAdded> {
        auto added = webhook;
        added.id = change.new_id<WebhookId>();
        added.created_at = change.now;
        storage::webhooks::insert(change.tx, added, sealed, change.viewer.account);
        change.record_setting("webhooks", domain::events::webhook_added,
                              domain::events::Detail()
                                  .set("webhook", added.id)
                                  .set("address", added.address)
                                  .set("kinds", text::join(added.kinds, " ")));
        return WebhookAdded{added.id, secret};
    });
}

Expected<std::vector<Webhook>> list_webhooks(Context& context) {
    if (auto const may = context.require(Action::manage_site); !may) return refuse(may.error());
    return storage::webhooks::list(context.read());
}

Expected<WebhookView> view_webhook(Context& context, WebhookId id, int page) {
    if (auto const may = context.require(Action::manage_site); !may) return refuse(may.error());
    auto& tx = context.read();
    auto webhook = storage::webhooks::find(tx, id);
    if (!webhook) return no_such_webhook();
    WebhookView view;
    view.webhook = std::move(*webhook);
    view.total = storage::webhooks::count_messages(tx, id);
    view.pages = std::max(1, (view.total + messages_on_a_page - 1) / messages_on_a_page);
    view.page = std::clamp(page, 1, view.pages);
    view.messages =
        storage::webhooks::messages_of(tx, id, messages_on_a_page, (view.page - 1) * messages_on_a_page);
    return view;
}

Expected<Done> switch_webhook(Context& context, WebhookId id, std::int64_t seen_version, Switch to) {
    if (auto const may = context.require(Action::manage_site); !may) return refuse(may.error());
    return context.change([&](Change& change) -> Expected<Done> {
        auto webhook = storage::webhooks::find(change.tx, id);
        if (!webhook) return no_such_webhook();
        auto const before = webhook->state;
        webhook->state = to == Switch::on ? State::on : State::off;
        webhook->failing_since.reset();
        if (webhook->version != seen_version || !storage::webhooks::update(change.tx, *webhook))
            return refuse(RefusalKind::conflict, "changed-meanwhile",
                          "Someone changed this webhook while you were working");
        change.record_setting(
            "webhooks", domain::events::webhook_changed,
            domain::events::Detail().set("webhook", id).change("state", before, webhook->state));
        return Done{};
    });
}

Expected<int> replay_webhook(Context& context, Replay const& input) {
    if (auto const may = context.require(Action::manage_site); !may) return refuse(may.error());
    return context.change([&](Change& change) -> Expected<int> {
        if (!storage::webhooks::find(change.tx, input.id)) return no_such_webhook();
        int const count = storage::webhooks::send_again(change.tx, input.id, london_midnight(input.since),
                                                        input.which, change.now);
        change.record_setting("webhooks", domain::events::webhook_replayed,
                              domain::events::Detail()
                                  .set("webhook", input.id)
                                  .set("since", input.since)
                                  .set("messages", count));
        return count;
    });
}

}  // namespace doorstep::usecases::webhooks

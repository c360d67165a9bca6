#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/webhooks/webhook.h"
#include "storage/sql/database.h"

namespace doorstep::storage::webhooks {

using domain::webhooks::Webhook;

/// `sealed_secret` is never read back with the webhook.
void insert(sql::Write& tx, Webhook const& webhook, std::string_view sealed_secret,
            std::optional<AccountId> created_by);
/// Writes name, address, state and kinds where the version is still `webhook.version`, and raises it. False
/// when someone else changed it first.
bool update(sql::Write& tx, Webhook& webhook);
std::vector<Webhook> list(sql::Read& tx);
std::optional<Webhook> find(sql::Read& tx, WebhookId id);
std::optional<std::string> sealed_secret(sql::Read& tx, WebhookId id);

/// An event that was just appended, put in the outbox of every webhook that is on and asked for its kind. Of
/// a restricted case or report nothing is told. One statement.
struct Told {
    std::string_view chain;
    std::string_view chain_kind;
    std::string_view kind;
    std::string_view subject;
    Instant at;
};
void put_messages(sql::Write& tx, Told const& told);

struct Message {
    WebhookId webhook;
    std::string chain;
    std::int64_t sequence = 0;
    std::string chain_kind;
    std::string kind;
    std::string subject;
    std::string reference;  ///< of the case or report
    Instant at;
    int attempts = 0;
    std::optional<Instant> next_at;  ///< nothing: delivered, or given up
    std::optional<Instant> delivered_at;
    std::optional<int> last_status;
    std::string last_problem;
    bool is_restricted = false;  ///< of due() only: not to be told any more
};
/// Whose time has come, of webhooks that are on; those first that happened first.
std::vector<Message> due(sql::Read& tx, Instant now, int limit);
/// Newest first.
std::vector<Message> messages_of(sql::Read& tx, WebhookId id, int limit, int offset);
int count_messages(sql::Read& tx, WebhookId id);

struct Attempt {
    Instant at;
    bool went_through = false;
    std::optional<int> status;
    std::string problem;
    std::optional<Instant> next_at;
};
void note_attempt(sql::Write& tx, Message const& message, Attempt const& attempt);
/// Of the webhook: since when it fails, or that it went through.
void note_delivered(sql::Write& tx, WebhookId id, Instant at);
/// The moment it began to fail: this one, or an earlier one that stands.
Instant note_failing(sql::Write& tx, WebhookId id, Instant at);
/// Every message from this moment on that was not delivered, or also those that were, is due now. Returns how
/// many.
enum class Which { not_delivered, all };
int send_again(sql::Write& tx, WebhookId id, Instant since, Which which, Instant now);
/// A message that must not be told any more: its case is restricted now.
void forget(sql::Write& tx, Message const& message);
int forget_older(sql::Write& tx, Instant before);

}  // namespace doorstep::storage::webhooks

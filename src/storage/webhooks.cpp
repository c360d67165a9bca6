#include "storage/webhooks.h"

namespace doorstep::storage::webhooks {
namespace {

sql::Query const insert_webhook{"webhooks.insert", R"sql(
    INSERT INTO webhook (id, name, address, secret, state, created_by, created_at, version)
    VALUES (:id, :name, :address, :secret, :state, :created_by, :created_at, 1)
)sql"};
sql::Query const insert_webhook_kind{"webhooks.insert_kind", R"sql(
    INSERT INTO webhook_kind (kind, webhook_id, is_on) VALUES (:kind, :webhook, :is_on)
)sql"};
sql::Query const remove_webhook_kinds{"webhooks.remove_kinds",
                                      "DELETE FROM webhook_kind WHERE webhook_id = :webhook"};
sql::Query const update_webhook{"webhooks.update", R"sql(
    UPDATE webhook SET name = :name, address = :address, state = :state, failing_since = :failing_since,
        version = version + 1
    WHERE id = :id AND version = :version
)sql"};

#define WEBHOOK_COLUMNS                                                                                 \
    "w.id, w.name, w.address, w.state, w.failing_since, w.last_delivered_at, w.created_at, w.version, " \
    "k.kind"

sql::Query const select_webhooks{"webhooks.list", "SELECT " WEBHOOK_COLUMNS R"sql(
    FROM webhook w LEFT JOIN webhook_kind k ON k.webhook_id = w.id ORDER BY w.name, w.id, k.kind
)sql"};
sql::Query const select_webhook{"webhooks.find", "SELECT " WEBHOOK_COLUMNS R"sql(
    FROM webhook w LEFT JOIN webhook_kind k ON k.webhook_id = w.id WHERE w.id = :id ORDER BY k.kind
)sql"};
sql::Query const select_secret{"webhooks.secret", "SELECT secret FROM webhook WHERE id = :id"};

sql::Query const insert_messages{"webhooks.put_messages", R"sql(
    INSERT INTO webhook_message (webhook_id, chain_id, sequence, chain_kind, kind, subject_id, at, attempts, next_at,
        last_problem)
    SELECT k.webhook_id, h.chain_id, h.length, h.kind, k.kind, CAST(:subject AS TEXT), CAST(:at AS BIGINT), 0,
        CAST(:at AS BIGINT), ''
    FROM webhook_kind k JOIN event_chain h ON h.chain_id = :chain
    LEFT JOIN case_file c ON c.id = h.chain_id LEFT JOIN report r ON r.id = h.chain_id
    WHERE k.kind = :kind AND k.is_on AND h.kind = :chain_kind
        AND NOT coalesce(c.restricted, FALSE) AND NOT coalesce(r.high_profile, FALSE)
)sql"};

#define HOOK_MESSAGE_COLUMNS                                                                               \
    "m.webhook_id, m.chain_id, m.sequence, m.chain_kind, m.kind, m.subject_id, "                           \
    "coalesce(c.reference, r.reference, ''), m.at, m.attempts, m.next_at, m.delivered_at, m.last_status, " \
    "m.last_problem"
#define HOOK_MESSAGE_FROM                                                 \
    " FROM webhook_message m LEFT JOIN case_file c ON c.id = m.chain_id " \
    "LEFT JOIN report r ON r.id = m.chain_id "

sql::Query const select_due{"webhooks.due",
                            "SELECT " HOOK_MESSAGE_COLUMNS
                            ", coalesce(c.restricted, r.high_profile, FALSE)" HOOK_MESSAGE_FROM R"sql(
    JOIN webhook w ON w.id = m.webhook_id
    WHERE m.next_at IS NOT NULL AND m.next_at <= :now AND w.state = 'on'
    ORDER BY m.next_at, m.chain_id, m.sequence LIMIT :limit
)sql"};
sql::Query const select_messages{"webhooks.messages_of",
                                 "SELECT " HOOK_MESSAGE_COLUMNS HOOK_MESSAGE_FROM R"sql(
    WHERE m.webhook_id = :webhook ORDER BY m.at DESC, m.chain_id, m.sequence DESC LIMIT :limit OFFSET :offset
)sql"};
sql::Query const count_messages_of{"webhooks.count_messages",
                                   "SELECT count(*) FROM webhook_message WHERE webhook_id = :webhook"};
sql::Query const update_attempt{"webhooks.note_attempt", R"sql(
    UPDATE webhook_message SET attempts = attempts + 1, next_at = :next_at, delivered_at = :delivered_at,
        last_status = :status, last_problem = :problem
    WHERE webhook_id = :webhook AND chain_id = :chain AND sequence = :sequence
)sql"};
sql::Query const update_delivered{"webhooks.note_delivered", R"sql(
    UPDATE webhook SET failing_since = NULL, last_delivered_at = :at WHERE id = :id
)sql"};
sql::Query const update_failing{"webhooks.note_failing", R"sql(
    UPDATE webhook SET failing_since = coalesce(failing_since, :at) WHERE id = :id RETURNING failing_since
)sql"};
sql::Query const update_again{"webhooks.send_again", R"sql(
    UPDATE webhook_message SET attempts = 0, next_at = :now, delivered_at = NULL
    WHERE webhook_id = :webhook AND at >= :since AND (:all OR delivered_at IS NULL)
)sql"};
sql::Query const remove_message{"webhooks.forget", R"sql(
    DELETE FROM webhook_message WHERE webhook_id = :webhook AND chain_id = :chain AND sequence = :sequence
)sql"};
sql::Query const remove_old_messages{"webhooks.forget_older",
                                     "DELETE FROM webhook_message WHERE at < :before AND next_at IS NULL"};

void insert_kinds(sql::Write& tx, Webhook const& webhook) {
    for (auto const& kind : webhook.kinds)
        tx.run(insert_webhook_kind, {{"kind", kind},
                                     {"webhook", webhook.id},
                                     {"is_on", webhook.state == domain::webhooks::State::on}});
}

/// One row for each kind.
std::vector<Webhook> read_webhooks(sql::Read& tx, sql::Query const& query, sql::Bindings bindings) {
    std::vector<Webhook> webhooks;
    tx.each(query, bindings, [&](sql::Row& row) {
        Webhook w;
        std::optional<std::string> kind;
        row.read(w.id, w.name, w.address, w.state, w.failing_since, w.last_delivered_at, w.created_at,
                 w.version, kind);
        if (webhooks.empty() || webhooks.back().id != w.id) webhooks.push_back(std::move(w));
        if (kind) webhooks.back().kinds.push_back(std::move(*kind));
    });
    return webhooks;
}

template <class... More>
Message read_message(sql::Row& row, More&... more) {
    Message m;
    row.read(m.webhook, m.chain, m.sequence, m.chain_kind, m.kind, m.subject, m.reference, m.at, m.attempts,
             m.next_at, m.delivered_at, m.last_status, m.last_problem, more...);
    return m;
}

}  // namespace

void insert(sql::Write& tx, Webhook const& webhook, std::string_view sealed_secret,
            std::optional<AccountId> created_by) {
    tx.run(insert_webhook, {{"id", webhook.id},
                            {"name", webhook.name},
                            {"address", webhook.address},
                            {"secret", sealed_secret},
                            {"state", webhook.state},
                            {"created_by", created_by},
                            {"created_at", webhook.created_at}});
    insert_kinds(tx, webhook);
}

bool update(sql::Write& tx, Webhook& webhook) {
    if (tx.run(update_webhook, {{"name", webhook.name},
                                {"address", webhook.address},
                                {"state", webhook.state},
                                {"failing_since", webhook.failing_since},
                                {"id", webhook.id},
                                {"version", webhook.version}}) != 1)
        return false;
    ++webhook.version;
    tx.run(remove_webhook_kinds, {{"webhook", webhook.id}});
    insert_kinds(tx, webhook);
    return true;
}

std::vector<Webhook> list(sql::Read& tx) { return read_webhooks(tx, select_webhooks, {}); }

std::optional<Webhook> find(sql::Read& tx, WebhookId id) {
    auto found = read_webhooks(tx, select_webhook, {{"id", id}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<std::string> sealed_secret(sql::Read& tx, WebhookId id) {
    return tx.value<std::string>(select_secret, {{"id", id}});
}

void put_messages(sql::Write& tx, Told const& told) {
    tx.run(insert_messages, {{"chain", told.chain},
                             {"chain_kind", told.chain_kind},
                             {"kind", told.kind},
                             {"subject", told.subject},
                             {"at", told.at}});
}

std::vector<Message> due(sql::Read& tx, Instant now, int limit) {
    return tx.all(select_due, {{"now", now}, {"limit", limit}}, [](sql::Row& row) {
        bool is_restricted = false;
        auto message = read_message(row, is_restricted);
        message.is_restricted = is_restricted;
        return message;
    });
}

std::vector<Message> messages_of(sql::Read& tx, WebhookId id, int limit, int offset) {
    return tx.all(select_messages, {{"webhook", id}, {"limit", limit}, {"offset", offset}},
                  [](sql::Row& row) { return read_message(row); });
}

int count_messages(sql::Read& tx, WebhookId id) {
    return tx.value<int>(count_messages_of, {{"webhook", id}}).value_or(0);
}

void note_attempt(sql::Write& tx, Message const& message, Attempt const& attempt) {
    std::optional<Instant> delivered_at;
    if (attempt.went_through) delivered_at = attempt.at;
    tx.run(update_attempt, {{"next_at", attempt.next_at},
                            {"delivered_at", delivered_at},
                            {"status", attempt.status},
                            {"problem", attempt.problem},
                            {"webhook", message.webhook},
                            {"chain", message.chain},
                            {"sequence", message.sequence}});
}

void note_delivered(sql::Write& tx, WebhookId id, Instant at) {
    tx.run(update_delivered, {{"at", at}, {"id", id}});
}

Instant note_failing(sql::Write& tx, WebhookId id, Instant at) {
    return tx.value<Instant>(update_failing, {{"at", at}, {"id", id}}).value_or(at);
}

int send_again(sql::Write& tx, WebhookId id, Instant since, Which which, Instant now) {
    return tx.run(update_again,
                  {{"now", now}, {"webhook", id}, {"since", since}, {"all", which == Which::all}});
}

void forget(sql::Write& tx, Message const& message) {
    tx.run(remove_message,
           {{"webhook", message.webhook}, {"chain", message.chain}, {"sequence", message.sequence}});
}

int forget_older(sql::Write& tx, Instant before) { return tx.run(remove_old_messages, {{"before", before}}); }

}  // namespace doorstep::storage::webhooks

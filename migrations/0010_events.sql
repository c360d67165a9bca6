-- What happened, for ever. Each case, report, account and group of settings has a chain of its own: every event's hash
-- covers the one before (docs/adr/2026-11-21-event-chains.md).

CREATE TABLE event_chain (
    chain_id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,                      -- case, report, account, settings
    length BIGINT NOT NULL,
    head_hash TEXT NOT NULL,
    changed_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX event_chain_by_change ON event_chain (changed_at);

CREATE TABLE event (
    chain_id TEXT NOT NULL REFERENCES event_chain (chain_id),
    sequence BIGINT NOT NULL,                -- 1, 2, 3 without a gap
    at BIGINT NOT NULL,
    on_day TEXT NOT NULL,                    -- London
    kind TEXT NOT NULL,
    actor_id TEXT,                           -- null: a resident or the program
    actor_name TEXT NOT NULL,
    door TEXT NOT NULL,
    subject_id TEXT NOT NULL,                -- the record it is about
    detail TEXT,                             -- JSON; null once redacted
    redacted TEXT,                           -- set with redaction
    detail_hash TEXT,                        -- set with redaction
    hash TEXT NOT NULL,
    PRIMARY KEY (chain_id, sequence)
);

CREATE INDEX event_by_time ON event (at);

-- Every so often the heads of all chains that changed are sealed into one chain for the whole site.
CREATE TABLE checkpoint (
    sequence BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    chains BIGINT NOT NULL,
    digest TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TABLE checkpoint_chain (
    sequence BIGINT NOT NULL REFERENCES checkpoint (sequence),
    chain_id TEXT NOT NULL,
    length BIGINT NOT NULL,
    head_hash TEXT NOT NULL,
    PRIMARY KEY (sequence, chain_id)
);
CREATE INDEX checkpoint_chain_by_chain ON checkpoint_chain (chain_id, sequence);

-- Who looked at protected data. Written in batches, at most a second late.
CREATE TABLE view_log (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    account_id TEXT NOT NULL,
    what TEXT NOT NULL,                      -- case, people, file, report, person, search, export, program
    case_file_id TEXT,
    subject_id TEXT NOT NULL,
    reason TEXT NOT NULL                     -- given for a restricted record
) WITHOUT ROWID;
CREATE INDEX view_log_by_case ON view_log (case_file_id, at);
CREATE INDEX view_log_by_account ON view_log (account_id, at);
CREATE INDEX view_log_by_time ON view_log (at);

-- Work the program does by itself. A job may run twice without harm; its lease keeps two servers from doing so at once.
CREATE TABLE job (
    name TEXT PRIMARY KEY,
    next_at BIGINT NOT NULL,
    leased_by TEXT NOT NULL,
    leased_until BIGINT NOT NULL,
    last_started_at BIGINT,
    last_ended_at BIGINT,
    last_result TEXT NOT NULL,
    last_error TEXT NOT NULL,
    failures BIGINT NOT NULL
);

-- Pressing twice makes one record: what the first press made.
CREATE TABLE idempotency (
    key TEXT NOT NULL,
    account_id TEXT NOT NULL,                -- empty for the public
    fingerprint TEXT NOT NULL,               -- hash of what a program asked; empty for a form
    result TEXT NOT NULL,                    -- where the answer is to be found; empty until known
    made_at BIGINT NOT NULL,
    PRIMARY KEY (key, account_id)
);
CREATE INDEX idempotency_by_age ON idempotency (made_at);

-- Other programs that are told when something happens: what kind, on which record, never what it says.
CREATE TABLE webhook (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    secret TEXT NOT NULL,                    -- sealed with the site key; signs every message
    state TEXT NOT NULL CHECK (state IN ('on', 'off', 'stopped')),
    failing_since BIGINT,                    -- null while the last try went through
    last_delivered_at BIGINT,
    created_by TEXT,                         -- null: the command line
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE TABLE webhook_kind (
    kind TEXT NOT NULL,                      -- of an event
    webhook_id TEXT NOT NULL REFERENCES webhook (id),
    is_on BOOLEAN NOT NULL,                  -- as its webhook: what changes read, apart from what deliveries write
    PRIMARY KEY (kind, webhook_id)
);
CREATE INDEX webhook_kind_by_webhook ON webhook_kind (webhook_id);
CREATE TABLE webhook_message (
    webhook_id TEXT NOT NULL REFERENCES webhook (id),
    chain_id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    chain_kind TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    next_at BIGINT,                          -- null: delivered, or given up
    delivered_at BIGINT,
    last_status BIGINT,                      -- of the answer; null without one
    last_problem TEXT NOT NULL,
    PRIMARY KEY (webhook_id, chain_id, sequence)
);
CREATE INDEX webhook_message_due ON webhook_message (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX webhook_message_done ON webhook_message (at) WHERE next_at IS NULL;
CREATE INDEX webhook_message_by_time ON webhook_message (webhook_id, at);

-- Who may sign in. Residents report without an account.

CREATE TABLE team (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) WITHOUT ROWID;

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL,                     -- as typed, for showing and writing to
    sign_in_name TEXT NOT NULL UNIQUE,       -- folded e-mail
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    job_title TEXT NOT NULL,
    telephone TEXT NOT NULL,
    team_id TEXT REFERENCES team (id),
    state TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
    password_hash TEXT,                      -- Argon2id, libsodium's text form; null until one is set
    must_change_password BOOLEAN NOT NULL,
    second_factor_secret TEXT,               -- sealed with the site key; null until set up
    second_factor_required BOOLEAN NOT NULL,
    second_factor_last_step BIGINT,          -- a code is good once
    failed_sign_ins BIGINT NOT NULL,
    locked_until BIGINT,
    last_signed_in_at BIGINT,
    is_demo BOOLEAN NOT NULL,                -- its password is shown on the sign-in page
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX account_by_name ON account (sort_name, id);

CREATE TABLE account_role (
    account_id TEXT NOT NULL REFERENCES account (id),
    role TEXT NOT NULL,
    PRIMARY KEY (account_id, role)
) WITHOUT ROWID;
CREATE INDEX account_role_by_role ON account_role (role, account_id);

CREATE TABLE recovery_code (
    account_id TEXT NOT NULL REFERENCES account (id),
    code_hash TEXT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,         -- SHA-256 of the cookie: a stolen database signs nobody in
    account_id TEXT NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,                 -- absolute time-out
    second_factor_done BOOLEAN NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_by_account ON session (account_id);

-- What a program shows to act for its owner.
CREATE TABLE api_token (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,         -- SHA-256: a stolen database lets no program in
    beginning TEXT NOT NULL,                 -- its first characters, so that its owner knows which it is
    scopes TEXT NOT NULL,                    -- names with a space between
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX api_token_by_account ON api_token (account_id, created_at);

-- A time away and who covers.
CREATE TABLE absence (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,                  -- exclusive: the first day back
    cover_account_id TEXT REFERENCES account (id),
    note TEXT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES account (id),
    recorded_at BIGINT NOT NULL
);
CREATE INDEX absence_by_account ON absence (account_id, until_on);

-- Filters of the list of cases that somebody gave a name (C08). Their own, and no record of anything.
CREATE TABLE saved_view (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    query TEXT NOT NULL,                     -- as in an address: owner=me&risk=high
    saved_at BIGINT NOT NULL,
    UNIQUE (account_id, name)
);

-- What an officer's role asks for, such as a certificate or a project (M-93).
CREATE TABLE qualification (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    title TEXT NOT NULL,
    awarded_by TEXT NOT NULL,
    state TEXT NOT NULL,                     -- working-towards, held, lapsed
    held_from TEXT,
    expires_on TEXT,
    evidence TEXT NOT NULL,                  -- where it can be seen
    recorded_by TEXT NOT NULL REFERENCES account (id),
    recorded_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX qualification_by_account ON qualification (account_id);

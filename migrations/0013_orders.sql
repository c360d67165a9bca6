-- Legal action: every power has one shape (docs/adr/2026-11-22-legal-action-as-one-shape.md).

CREATE TABLE legal_action (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    kind TEXT NOT NULL,                      -- code of standards/actions
    applicant_body TEXT NOT NULL,            -- as the law names bodies
    applicant_name TEXT NOT NULL,
    respondent_id TEXT REFERENCES case_person (id),
    place TEXT NOT NULL,
    why TEXT NOT NULL,                       -- complaints to us and crime reported (M-40)
    impact TEXT NOT NULL,                    -- what residents said it does to them and want (M-42)
    requested_on TEXT,                       -- we asked another body to act (M-29)
    decided_at BIGINT,                       -- to go ahead: the emergency clock counts from it (M-50)
    started_on TEXT NOT NULL,
    started_by TEXT REFERENCES account (id),
    outcome TEXT NOT NULL,                   -- empty while it goes on
    ended_on TEXT,
    end_note TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX legal_action_by_case ON legal_action (case_file_id, started_on);
CREATE INDEX legal_action_by_start ON legal_action (started_on, kind);

-- A step of its task list done, or a gate left out with a reason.
CREATE TABLE legal_step (
    legal_action_id TEXT NOT NULL REFERENCES legal_action (id),
    code TEXT NOT NULL,
    done_on TEXT NOT NULL,
    left_out BOOLEAN NOT NULL,
    with_whom TEXT NOT NULL,                 -- who was there, who was told
    what TEXT NOT NULL,                      -- decided, put in place
    answered_on TEXT,                        -- acknowledged by whoever was told
    reason TEXT NOT NULL,                    -- why it was left out
    recorded_by TEXT REFERENCES account (id),
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (legal_action_id, code)
);

CREATE TABLE legal_hearing (
    id TEXT PRIMARY KEY,
    legal_action_id TEXT NOT NULL REFERENCES legal_action (id),
    purpose TEXT NOT NULL,
    court TEXT NOT NULL,
    listed_at BIGINT NOT NULL,
    listed_on TEXT NOT NULL,                 -- London
    result TEXT NOT NULL,                    -- empty before
    result_note TEXT NOT NULL,
    notice_goes_on BOOLEAN,                  -- over an adjournment
    recorded_by TEXT REFERENCES account (id),
    recorded_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX legal_hearing_by_action ON legal_hearing (legal_action_id, listed_at);
CREATE INDEX legal_hearing_by_day ON legal_hearing (listed_on);

-- A notice or order as it was made.
CREATE TABLE legal_order (
    id TEXT PRIMARY KEY,
    legal_action_id TEXT NOT NULL REFERENCES legal_action (id),
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    form TEXT NOT NULL CHECK (form IN ('notice', 'interim', 'final')),
    scope TEXT NOT NULL,                     -- full, partial; empty where that is no question
    court TEXT NOT NULL,                     -- or who issued a notice
    senior BOOLEAN NOT NULL,
    made_on TEXT NOT NULL,
    from_at BIGINT NOT NULL,
    until_on TEXT,                           -- last day; null: until further order
    until_at BIGINT,                         -- the moment it runs out
    first_until_on TEXT,                     -- before any extension
    age BIGINT,                              -- of the respondent when it was made
    without_notice BOOLEAN NOT NULL,
    note TEXT NOT NULL,
    end_kind TEXT NOT NULL,                  -- empty while nothing has ended it
    ended_at BIGINT,
    end_note TEXT NOT NULL,
    recorded_by TEXT REFERENCES account (id),
    recorded_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX legal_order_by_action ON legal_order (legal_action_id, from_at);
CREATE INDEX legal_order_by_case ON legal_order (case_file_id, until_at);
CREATE INDEX legal_order_by_made ON legal_order (made_on, form);
CREATE INDEX legal_order_by_end ON legal_order (until_at, ended_at);

CREATE TABLE order_extension (
    id TEXT PRIMARY KEY,
    legal_order_id TEXT NOT NULL REFERENCES legal_order (id),
    applied_on TEXT NOT NULL,
    made_on TEXT NOT NULL,
    until_before TEXT NOT NULL,
    until_on TEXT NOT NULL,
    court TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX order_extension_by_order ON order_extension (legal_order_id, made_on);

CREATE TABLE order_clause (
    id TEXT PRIMARY KEY,
    legal_order_id TEXT NOT NULL REFERENCES legal_order (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('prohibition', 'requirement')),
    words TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT,                           -- null: as long as the order
    participation BOOLEAN NOT NULL,
    supervisor TEXT NOT NULL,
    power_of_arrest BOOLEAN NOT NULL,
    arrest_ground TEXT NOT NULL,
    arrest_until TEXT,
    no_contact BOOLEAN NOT NULL,
    home_exclusion BOOLEAN NOT NULL,
    zone TEXT NOT NULL,                      -- well-known text, metres of the National Grid
    zone_easting DOUBLE PRECISION,
    zone_northing DOUBLE PRECISION,
    zone_radius BIGINT,
    zone_west DOUBLE PRECISION,              -- around the zone, for finding it
    zone_south DOUBLE PRECISION,
    zone_east DOUBLE PRECISION,
    zone_north DOUBLE PRECISION,
    struck BOOLEAN NOT NULL                  -- taken out by a variation
);
CREATE INDEX order_clause_by_order ON order_clause (legal_order_id, position);
CREATE INDEX order_clause_by_zone ON order_clause (zone_west, zone_east, zone_south, zone_north)
    WHERE zone <> '' AND NOT struck;

-- Who may enter closed premises (M-24).
CREATE TABLE order_entry (
    id TEXT PRIMARY KEY,
    legal_order_id TEXT NOT NULL REFERENCES legal_order (id),
    position BIGINT NOT NULL,
    role TEXT NOT NULL,                      -- code of the list "entry-roles"
    name TEXT NOT NULL,                      -- of one person; empty: everybody of the role
    reason TEXT NOT NULL,
    from_on TEXT,
    until_on TEXT,
    from_time TEXT NOT NULL,                 -- "08:00"; empty: at all times
    until_time TEXT NOT NULL
);
CREATE INDEX order_entry_by_order ON order_entry (legal_order_id, position);

-- Whom the respondent may not contact: protected data (M-52).
CREATE TABLE order_protected (
    id TEXT PRIMARY KEY,
    legal_order_id TEXT NOT NULL REFERENCES legal_order (id),
    name TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX order_protected_by_order ON order_protected (legal_order_id);

CREATE TABLE order_breach (
    id TEXT PRIMARY KEY,
    legal_order_id TEXT NOT NULL REFERENCES legal_order (id),
    order_clause_id TEXT REFERENCES order_clause (id),
    incident_id TEXT REFERENCES incident (id),
    happened_at BIGINT NOT NULL,
    what TEXT NOT NULL,
    evidence TEXT NOT NULL,
    crime_reference TEXT NOT NULL,
    police_told_on TEXT,
    arrested_at BIGINT,
    committal_on TEXT,
    outcome TEXT NOT NULL,                   -- empty before
    outcome_on TEXT,
    outcome_note TEXT NOT NULL,
    recorded_by TEXT REFERENCES account (id),
    recorded_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX order_breach_by_order ON order_breach (legal_order_id, happened_at);

-- What happens when an order ends: asked for from the day it is made (M-35).
CREATE TABLE order_expiry_plan (
    legal_order_id TEXT PRIMARY KEY REFERENCES legal_order (id),
    after_it TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES account (id),
    by_day TEXT NOT NULL,
    note TEXT NOT NULL
);

CREATE TABLE legal_service (
    id TEXT PRIMARY KEY,
    legal_action_id TEXT NOT NULL REFERENCES legal_action (id),
    legal_order_id TEXT REFERENCES legal_order (id),
    what TEXT NOT NULL,
    how TEXT NOT NULL,
    served_at BIGINT NOT NULL,
    on_whom TEXT NOT NULL,
    where_served TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    proof TEXT NOT NULL,
    recorded_by TEXT REFERENCES account (id),
    recorded_at BIGINT NOT NULL
);
CREATE INDEX legal_service_by_action ON legal_service (legal_action_id, served_at);

-- Days that the law or a promise sets; one open row for each action, order and code.
CREATE TABLE legal_deadline (
    id TEXT PRIMARY KEY,
    legal_action_id TEXT NOT NULL REFERENCES legal_action (id),
    legal_order_id TEXT REFERENCES legal_order (id),
    code TEXT NOT NULL,
    words TEXT NOT NULL,
    due_on TEXT NOT NULL,
    due_at BIGINT,
    target_on TEXT,
    source TEXT NOT NULL,
    met_on TEXT
);
CREATE INDEX legal_deadline_by_action ON legal_deadline (legal_action_id, due_on);

-- The provisions that a decision rested on, as they stood, so that a file explains itself later.
CREATE TABLE legal_rule_used (
    legal_action_id TEXT NOT NULL REFERENCES legal_action (id),
    subject_id TEXT NOT NULL,                -- the order, hearing, deadline or action decided on
    decision TEXT NOT NULL,                  -- "term", "hearing", "who"
    rule TEXT NOT NULL,
    says TEXT NOT NULL,                      -- "3 months"
    source TEXT NOT NULL,
    evidence TEXT NOT NULL,
    in_force_from TEXT,
    PRIMARY KEY (subject_id, decision, rule)
);
CREATE INDEX legal_rule_used_by_action ON legal_rule_used (legal_action_id);

-- Every "may this person enter?" that was asked, with the answer given (M-25).
CREATE TABLE entry_check (
    id TEXT PRIMARY KEY,
    legal_order_id TEXT NOT NULL REFERENCES legal_order (id),
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    asked_about BIGINT NOT NULL,             -- the moment asked about
    may_enter BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    entry_id TEXT,                           -- the permission relied on
    checked_by TEXT REFERENCES account (id),
    checked_at BIGINT NOT NULL
);
CREATE INDEX entry_check_by_order ON entry_check (legal_order_id, checked_at);

-- Who has read an order in brief (M-56).
CREATE TABLE order_brief_read (
    legal_order_id TEXT NOT NULL REFERENCES legal_order (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    order_version BIGINT NOT NULL,
    read_at BIGINT NOT NULL,
    PRIMARY KEY (legal_order_id, account_id, order_version)
);

-- What legal action cost, in pence.
CREATE TABLE legal_cost (
    id TEXT PRIMARY KEY,
    legal_action_id TEXT NOT NULL REFERENCES legal_action (id),
    on_day TEXT NOT NULL,
    what TEXT NOT NULL,
    pence BIGINT NOT NULL,
    recorded_by TEXT REFERENCES account (id)
);
CREATE INDEX legal_cost_by_action ON legal_cost (legal_action_id, on_day);

-- A link that a calendar program reads without signing in; only its hash is kept. One for each account.
CREATE TABLE calendar_link (
    account_id TEXT PRIMARY KEY REFERENCES account (id),
    token_hash TEXT NOT NULL UNIQUE,
    made_at BIGINT NOT NULL
);

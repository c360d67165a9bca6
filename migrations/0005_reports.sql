-- Everything that arrives: a resident's report, a call taken by an officer, a note from a visit, an imported row.
-- Each is in exactly one state.

-- Answers of a journey of several pages, kept until it is sent or expires.
CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    journey TEXT NOT NULL,                   -- report, phone-report
    token_hash TEXT NOT NULL UNIQUE,         -- of the cookie; a written code has its own
    code_hash TEXT UNIQUE,                   -- "save and come back later"
    account_id TEXT REFERENCES account (id),
    answers TEXT NOT NULL,                   -- JSON: field name to list of typed values
    step TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    expires_on TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX draft_by_account ON draft (account_id, updated_at);
CREATE INDEX draft_by_expiry ON draft (expires_on);

CREATE TABLE report (
    id TEXT PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,          -- "R-26-00311"
    state TEXT NOT NULL CHECK (state IN ('waiting', 'being-looked-at', 'case-opened', 'added-to-case', 'duplicate',
                                         'everyday-noise', 'signposted', 'withdrawn', 'dealt-with-before')),
    channel TEXT NOT NULL,                   -- how it was made (M-62)
    language TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    received_on TEXT NOT NULL,               -- London date: clocks run from it
    taken_by TEXT REFERENCES account (id),   -- who wrote it down, when someone did
    first_contact_by TEXT NOT NULL,
    in_danger BOOLEAN NOT NULL,
    self_harm BOOLEAN NOT NULL,
    hate BOOLEAN NOT NULL,                   -- perceived by the victim or any other person
    high_profile BOOLEAN NOT NULL,           -- the restricted queue (M-63)
    taken_as_high BOOLEAN NOT NULL,          -- by danger, self-harm or its kind: high risk until assessed
    who_for TEXT NOT NULL,
    consent TEXT NOT NULL,                   -- when on another's behalf
    anonymous BOOLEAN NOT NULL,
    reporter_name TEXT NOT NULL,
    reporter_address TEXT NOT NULL,          -- for letters, as given
    reporter_id TEXT REFERENCES person (id),
    safe_contact_id TEXT REFERENCES safe_contact (id),
    address_id TEXT REFERENCES address (id),
    place_text TEXT NOT NULL,
    postcode TEXT NOT NULL,
    area_id TEXT REFERENCES area (id),
    happened_on TEXT,
    happened_about TEXT NOT NULL,            -- "about 11pm most nights"
    still_happening TEXT NOT NULL,
    how_often TEXT NOT NULL,
    what_happened TEXT NOT NULL,
    people_known TEXT NOT NULL,
    people_text TEXT NOT NULL,
    effect TEXT NOT NULL,                    -- how much
    effect_text TEXT NOT NULL,
    effect_on TEXT NOT NULL,                 -- JSON list: health, children, support
    motive TEXT NOT NULL,                    -- JSON list of characteristics
    wish TEXT NOT NULL,
    category TEXT NOT NULL,                  -- first kind chosen; all of them in report_kind
    looked_at_by TEXT REFERENCES account (id),
    looked_at_at BIGINT,
    case_file_id TEXT,                       -- where it ended up
    duplicate_of TEXT REFERENCES report (id),
    idempotency_key TEXT UNIQUE,             -- pressing twice makes one report
    import_source TEXT,
    import_key TEXT,
    version BIGINT NOT NULL,
    UNIQUE (import_source, import_key)
);
-- Triage: danger, then high risk of harm, then the clock.
-- With high_profile, so that the number beside Triage in every menu is counted in the index alone.
CREATE INDEX report_by_state ON report (state, in_danger, self_harm, taken_as_high, first_contact_by, id, high_profile);
CREATE INDEX report_by_address ON report (address_id, received_on);
CREATE INDEX report_by_postcode ON report (postcode, received_on);
CREATE INDEX report_by_case ON report (case_file_id, received_on);
CREATE INDEX report_by_reporter ON report (reporter_id);
CREATE INDEX report_by_received ON report (received_on, id);

CREATE TABLE report_kind (
    report_id TEXT NOT NULL REFERENCES report (id),
    category TEXT NOT NULL,
    PRIMARY KEY (report_id, category)
);

-- "Have you told anyone before?" (R13; counts for the case review, M-115)
CREATE TABLE report_earlier (
    report_id TEXT NOT NULL REFERENCES report (id),
    position BIGINT NOT NULL,
    told TEXT NOT NULL,
    told_on TEXT,
    reference TEXT NOT NULL,
    PRIMARY KEY (report_id, position)
);

-- "Is this ASB?" with its reason and what the resident was told (M-66, M-67).
CREATE TABLE triage_decision (
    report_id TEXT PRIMARY KEY REFERENCES report (id),
    path TEXT NOT NULL,                      -- open-case, add-to-case, everyday-noise, signpost, duplicate, dealt-with-before
    is_asb BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    explanation TEXT NOT NULL,               -- given to the resident
    everyday_noise_step TEXT NOT NULL,       -- advice, fabric-check, mediation, case; empty when not that path
    signpost TEXT NOT NULL,
    decided_by TEXT REFERENCES account (id), -- null: in another system, before it was loaded
    decided_at BIGINT NOT NULL,
    decided_on TEXT NOT NULL
);
CREATE INDEX triage_decision_by_day ON triage_decision (decided_on, path);

-- Bytes live in the vault under their hash; this is what we know of them.
CREATE TABLE file (
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    content_type TEXT NOT NULL,              -- found in the content, not what the browser said
    original_name TEXT NOT NULL,
    description TEXT NOT NULL,
    draft_id TEXT,                           -- while the report is not sent
    report_id TEXT REFERENCES report (id),
    case_file_id TEXT,
    side TEXT NOT NULL,                      -- who it came from: reporting, complained-about, neutral
    received_at BIGINT NOT NULL,
    received_from TEXT NOT NULL,             -- resident, officer, import
    received_by TEXT REFERENCES account (id),
    first_opened_at BIGINT,                  -- read or heard (M-72)
    first_opened_by TEXT REFERENCES account (id)
);
CREATE INDEX file_by_draft ON file (draft_id);
CREATE INDEX file_by_report ON file (report_id);
CREATE INDEX file_by_case ON file (case_file_id, received_at, first_opened_at);
CREATE INDEX file_by_hash ON file (sha256);

-- The next number of a reference, by kind and year: "report", "case".
CREATE TABLE reference_counter (
    kind TEXT NOT NULL,
    year BIGINT NOT NULL,
    next_number BIGINT NOT NULL,
    PRIMARY KEY (kind, year)
);

-- A landlord's own dated rows. Defaults ship in standards/ and content/; a row here is added beside them, never edited.

CREATE TABLE standard_override (
    id TEXT PRIMARY KEY,
    standard TEXT NOT NULL,                  -- "sla.first_contact_wd"
    applies_to TEXT NOT NULL,
    value BIGINT NOT NULL,
    unit TEXT NOT NULL,
    counting TEXT NOT NULL,
    in_force_from TEXT NOT NULL,
    in_force_until TEXT,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,                     -- proposed, approved, refused
    proposed_by TEXT NOT NULL REFERENCES account (id),
    proposed_at BIGINT NOT NULL,
    decided_by TEXT REFERENCES account (id),
    decided_at BIGINT
);

-- Entries of dated lists (A03): categories, interventions, closing reasons, signposts. Used values retire, never vanish.
CREATE TABLE list_entry (
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    version BIGINT NOT NULL,
    label TEXT NOT NULL,
    label_welsh TEXT NOT NULL,
    details TEXT NOT NULL,                   -- JSON of the list's own columns
    position BIGINT NOT NULL,
    in_use_from TEXT NOT NULL,
    in_use_until TEXT,
    changed_by TEXT REFERENCES account (id),
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (list, code, version)
);

-- Published versions of letters, notices and page words (A06).
CREATE TABLE wording (
    code TEXT NOT NULL,
    language TEXT NOT NULL,
    version BIGINT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,                      -- Markdown with merge fields
    in_use_from TEXT NOT NULL,
    published_by TEXT REFERENCES account (id),
    published_at BIGINT NOT NULL,
    PRIMARY KEY (code, language, version)
);

-- Published versions of risk and survey questions (A05), as TOML like the shipped ones.
CREATE TABLE question_set (
    code TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    in_use_from TEXT NOT NULL,
    published_by TEXT REFERENCES account (id),
    published_at BIGINT NOT NULL,
    PRIMARY KEY (code, version)
);

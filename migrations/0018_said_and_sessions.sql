-- What was said on a case since the index of words took it (docs/adr/2026-11-22-words-said-last.md): folded words, as in
-- search_entry. A few rows, and none a minute later.
CREATE TABLE search_said (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    words TEXT NOT NULL
) WITHOUT ROWID;

-- On what, and from where, somebody is signed in: for their own list of sessions.
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN from_address TEXT NOT NULL DEFAULT '';

-- A password that somebody else made is good until then; null for one of their own.
ALTER TABLE account ADD COLUMN password_until BIGINT;

-- Restricted cases that are open: counted on every list of a manager.
CREATE INDEX case_file_open_restricted ON case_file (id) WHERE restricted AND state <> 'closed';

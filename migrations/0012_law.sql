-- Start dates of provisions that ship without one: proposed by one person, approved by another (A14). The law itself ships
-- in law/ and is never in the database.

CREATE TABLE commencement (
    id TEXT PRIMARY KEY,
    provision TEXT NOT NULL,                 -- "closure.hearing_deadline_h"
    tenancy TEXT NOT NULL,                   -- social, private; empty: the row is for either
    in_force_from TEXT NOT NULL,
    authority TEXT NOT NULL,                 -- the regulations that say so
    note TEXT NOT NULL,
    state TEXT NOT NULL,                     -- proposed, approved, refused
    proposed_by TEXT NOT NULL REFERENCES account (id),
    proposed_at BIGINT NOT NULL,
    decided_by TEXT REFERENCES account (id),
    decided_at BIGINT
);

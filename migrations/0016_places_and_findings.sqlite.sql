-- Clauses found by place, through SQLite's R-tree; findings of courts and appeals.

-- Which kinds of behaviour a clause is about, as codes of the list "categories" between commas: for meeting incidents with it.
ALTER TABLE order_clause ADD COLUMN conduct TEXT NOT NULL DEFAULT '';

-- What a court found that can open the absolute ground for possession, and that is no order of ours: convictions, findings of
-- breach (Housing Act 1985, section 84A; Housing Act 1988, Schedule 2, ground 7A).
CREATE TABLE court_finding (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    kind TEXT NOT NULL,                      -- serious-offence, injunction-breach, behaviour-order-breach, noise
    who TEXT NOT NULL,                       -- the tenant, who lives there, a visitor
    offence TEXT NOT NULL,                   -- in the words of the court
    offence_on TEXT,
    found_on TEXT NOT NULL,
    court TEXT NOT NULL,
    locality TEXT NOT NULL,                  -- what ties it to the home; none: not tied
    participation BOOLEAN NOT NULL,          -- of a requirement to take part in something
    breach_id TEXT REFERENCES order_breach (id),
    recorded_by TEXT REFERENCES account (id),
    recorded_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX court_finding_by_case ON court_finding (case_file_id, found_on);

-- An appeal against an order or a finding: while it goes on no condition is met, and its end starts the time again.
CREATE TABLE court_appeal (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    subject_id TEXT NOT NULL,                -- legal_order, court_finding or order_breach
    lodged_on TEXT NOT NULL,
    ended_on TEXT,
    outcome TEXT NOT NULL,                   -- empty while it goes on; dismissed, abandoned, withdrawn, allowed
    recorded_by TEXT REFERENCES account (id),
    recorded_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX court_appeal_by_case ON court_appeal (case_file_id, lodged_on);
CREATE INDEX court_appeal_by_subject ON court_appeal (subject_id);

-- The rectangle around each zone, written with the clause. One that is struck out stays here, and is left out where it is
-- looked for.
DROP INDEX order_clause_by_zone;
CREATE VIRTUAL TABLE order_zone USING rtree (number, west, east, south, north, +order_id TEXT, +clause_id TEXT);
INSERT INTO order_zone (west, east, south, north, order_id, clause_id)
    SELECT zone_west, zone_east, zone_south, zone_north, legal_order_id, id FROM order_clause WHERE zone <> '';

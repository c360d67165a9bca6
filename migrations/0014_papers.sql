-- The quarterly paper to the board (M-134 to M-149).

CREATE TABLE board_paper (
    id TEXT PRIMARY KEY,
    period TEXT NOT NULL,                    -- "2023-24-Q1"
    edition BIGINT NOT NULL,                 -- 1, and one more for each correction
    corrects TEXT REFERENCES board_paper (id),
    correction TEXT NOT NULL,                -- why there is a new edition; empty for the first
    board_name TEXT NOT NULL,
    meeting_on TEXT NOT NULL,
    title TEXT NOT NULL,
    author_role TEXT NOT NULL,
    recommendation TEXT NOT NULL,
    report_part TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'approval', 'issued')),
    figures TEXT NOT NULL,                   -- JSON, as they were when it was sent for approval; empty for a draft
    frozen_at BIGINT,
    frozen_by TEXT REFERENCES account (id),
    issued_at BIGINT,
    issued_by TEXT REFERENCES account (id),
    created_at BIGINT NOT NULL,
    created_by TEXT REFERENCES account (id),
    version BIGINT NOT NULL,
    UNIQUE (period, edition)
);

-- Every version of what was written; the newest counts.
CREATE TABLE paper_section (
    paper_id TEXT NOT NULL REFERENCES board_paper (id),
    code TEXT NOT NULL,                      -- of standards/papers; an implication as "implications.legal"
    version BIGINT NOT NULL,
    answer BOOLEAN,                          -- of an implication
    words TEXT NOT NULL,
    edited_by TEXT REFERENCES account (id),
    edited_at BIGINT NOT NULL,
    PRIMARY KEY (paper_id, code, version)
);

CREATE TABLE paper_approval (
    paper_id TEXT NOT NULL REFERENCES board_paper (id),
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    approved_on TEXT NOT NULL,
    recorded_by TEXT REFERENCES account (id),
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (paper_id, role)
);

-- What a partner told us of a quarter (M-142).
CREATE TABLE partner_summary (
    period TEXT NOT NULL,
    partner TEXT NOT NULL,
    patrols BIGINT,
    referrals BIGINT,
    words TEXT NOT NULL,
    recorded_by TEXT REFERENCES account (id),
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (period, partner)
);

-- One case told so that nobody can be recognised (M-145).
CREATE TABLE case_study (
    id TEXT PRIMARY KEY,
    period TEXT NOT NULL,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'signed-off')),
    written_by TEXT REFERENCES account (id),
    written_at BIGINT NOT NULL,
    signed_by TEXT REFERENCES account (id),
    signed_on TEXT,
    version BIGINT NOT NULL,
    UNIQUE (period, case_file_id)
);

-- Meetings of tenant members and their minutes (M-01 to M-13). Nothing here refers to a case.
CREATE TABLE panel_meeting (
    id TEXT PRIMARY KEY,
    series TEXT NOT NULL,                    -- meetings of one series follow each other
    department TEXT NOT NULL,
    name TEXT NOT NULL,
    held_on TEXT NOT NULL,
    starts TEXT NOT NULL,                    -- "10:00"
    ends TEXT NOT NULL,                      -- empty until it is known
    next_on TEXT,
    note_taker TEXT NOT NULL,
    unnamed BIGINT NOT NULL,                 -- "2 new attendees" whose names are not known yet
    state TEXT NOT NULL CHECK (state IN ('planned', 'draft', 'published')),
    published_at BIGINT,
    created_at BIGINT NOT NULL,
    created_by TEXT REFERENCES account (id),
    version BIGINT NOT NULL
);
CREATE INDEX panel_meeting_by_day ON panel_meeting (held_on, id);

CREATE TABLE meeting_attendee (
    meeting_id TEXT NOT NULL REFERENCES panel_meeting (id),
    position BIGINT NOT NULL,
    part TEXT NOT NULL,                      -- member, officer, guest, apologies
    name TEXT NOT NULL,
    initials TEXT NOT NULL,
    PRIMARY KEY (meeting_id, position)
);

CREATE TABLE meeting_item (
    id TEXT PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES panel_meeting (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,                      -- note, question, answer, praise, other-business
    heading TEXT NOT NULL,
    speaker TEXT NOT NULL,                   -- initials, or "Group"
    words TEXT NOT NULL,
    action TEXT NOT NULL,
    action_owner TEXT NOT NULL,
    action_due_on TEXT,
    action_done_on TEXT,
    no_action_because TEXT NOT NULL,         -- of a promise that needs none
    is_deferred BOOLEAN NOT NULL,            -- comes back on the next agenda
    carried_from TEXT,                       -- item of an earlier meeting
    UNIQUE (meeting_id, position)
);

-- What tenant members ask between meetings, and what they are told.
CREATE TABLE panel_question (
    id TEXT PRIMARY KEY,
    asked_by TEXT NOT NULL REFERENCES account (id),
    asked_at BIGINT NOT NULL,
    words TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_by TEXT REFERENCES account (id),
    answered_at BIGINT
);
CREATE INDEX panel_question_by_time ON panel_question (asked_at, id);

-- Checks of live cases by somebody who does not work on them (T06).
CREATE TABLE quality_check (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    month TEXT NOT NULL,                     -- "2026-06"
    why TEXT NOT NULL,                       -- random, risk
    officer_id TEXT REFERENCES account (id), -- whose case it was when it was drawn
    team_id TEXT REFERENCES team (id),
    area_id TEXT REFERENCES area (id),
    drawn_at BIGINT NOT NULL,
    drawn_by TEXT REFERENCES account (id),
    answers TEXT NOT NULL,                   -- JSON: question to yes, no or does-not-apply
    met BIGINT NOT NULL,
    asked BIGINT NOT NULL,                   -- 0 until it is checked
    feedback TEXT NOT NULL,
    learning TEXT NOT NULL,
    checked_by TEXT REFERENCES account (id),
    checked_on TEXT,
    version BIGINT NOT NULL,
    UNIQUE (case_file_id, month)
);
CREATE INDEX quality_check_by_month ON quality_check (month, id);

-- What is done about a weak result, and what came of it (M-110).
CREATE TABLE improvement (
    id TEXT PRIMARY KEY,
    measure TEXT NOT NULL,                   -- of standards/figures; empty for other reasons
    period TEXT NOT NULL,
    why TEXT NOT NULL,
    what TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    review_on TEXT NOT NULL,
    result TEXT NOT NULL,                    -- empty until it was reviewed
    reviewed_on TEXT,
    told_panel_on TEXT,                      -- reported back to the tenants' group
    created_at BIGINT NOT NULL,
    created_by TEXT REFERENCES account (id),
    version BIGINT NOT NULL
);
CREATE INDEX improvement_by_review ON improvement (review_on, id);

-- One survey by one-off link (R41): only the hash of the secret is kept.
CREATE TABLE survey_link (
    secret_hash TEXT PRIMARY KEY,
    survey_id TEXT NOT NULL REFERENCES survey (id),
    made_at BIGINT NOT NULL,
    expires_on TEXT NOT NULL,
    used_at BIGINT
);
CREATE INDEX survey_link_by_survey ON survey_link (survey_id);

-- A month after closure somebody else asks how it went (M-94 to M-104).

CREATE TABLE survey (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    case_person_id TEXT NOT NULL REFERENCES case_person (id),
    set_version BIGINT,                      -- of the question bank; null until its questions are first opened
    closed_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('due', 'attempted', 'completed', 'declined', 'not-reachable', 'cancelled')),
    next_try_on TEXT NOT NULL,               -- the day it ended, once it is over
    attempts BIGINT NOT NULL,
    way TEXT,                                -- telephone, online, paper
    area_id TEXT REFERENCES area (id),       -- as it was at closure (M-104)
    address_id TEXT REFERENCES address (id),
    category TEXT NOT NULL,
    owner_id TEXT REFERENCES account (id),   -- who handled it
    completed_on TEXT,
    completed_by TEXT REFERENCES account (id),
    stop_asking BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (case_file_id, case_person_id, closed_on)
);
CREATE INDEX survey_by_next_try ON survey (state, next_try_on, id);
CREATE INDEX survey_by_due ON survey (due_on, state);
CREATE INDEX survey_by_completed ON survey (completed_on);

CREATE TABLE survey_attempt (
    id TEXT PRIMARY KEY,
    survey_id TEXT NOT NULL REFERENCES survey (id),
    tried_at BIGINT NOT NULL,
    tried_on TEXT NOT NULL,
    tried_by TEXT REFERENCES account (id),
    result TEXT NOT NULL,
    note TEXT NOT NULL,
    next_try_on TEXT
);
CREATE INDEX survey_attempt_by_survey ON survey_attempt (survey_id, tried_at);

CREATE TABLE survey_answer (
    survey_id TEXT NOT NULL REFERENCES survey (id),
    question TEXT NOT NULL,                  -- stable code
    wording_version BIGINT NOT NULL,
    answer TEXT NOT NULL,                    -- option code; empty when skipped
    words TEXT NOT NULL,                     -- free text
    counts_on TEXT,                          -- the day the survey was due, once it is completed: figures count by it
    PRIMARY KEY (survey_id, question)
);
CREATE INDEX survey_answer_by_day ON survey_answer (counts_on, question, wording_version, answer);

CREATE TABLE survey_comment (
    id TEXT PRIMARY KEY,
    survey_id TEXT NOT NULL REFERENCES survey (id),
    said_on TEXT NOT NULL,
    words TEXT NOT NULL,
    kind TEXT NOT NULL,                      -- compliment, observation, concern, not-sorted
    category TEXT NOT NULL,
    sorted_by TEXT REFERENCES account (id),
    sorted_at BIGINT
);
CREATE INDEX survey_comment_by_day ON survey_comment (said_on, kind, id);
CREATE INDEX survey_comment_not_sorted ON survey_comment (said_on, id) WHERE kind = 'not-sorted';
CREATE INDEX survey_comment_by_survey ON survey_comment (survey_id);

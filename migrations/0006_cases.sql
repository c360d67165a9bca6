-- A case file: our work on one or more reports.

CREATE TABLE case_file (
    id TEXT PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,          -- "ASB-26-00142"
    title TEXT NOT NULL,                     -- neutral: kind and place, never a resident's name
    state TEXT NOT NULL CHECK (state IN ('open', 'paused', 'closing', 'closed')),
    category TEXT NOT NULL,
    subcategory TEXT NOT NULL,
    harm_group TEXT NOT NULL,                -- personal, nuisance, environmental (NSIR class)
    hate BOOLEAN NOT NULL,
    in_danger BOOLEAN NOT NULL,
    self_harm BOOLEAN NOT NULL,
    high_profile BOOLEAN NOT NULL,
    restricted BOOLEAN NOT NULL,
    restricted_reason TEXT NOT NULL,
    channel TEXT NOT NULL,                   -- of the first report
    opened_at BIGINT NOT NULL,
    opened_on TEXT NOT NULL,
    raised_on TEXT NOT NULL,                 -- the day the issue was raised: the first-contact clock starts here
    opened_by TEXT REFERENCES account (id),
    owner_id TEXT REFERENCES account (id),
    team_id TEXT REFERENCES team (id),
    housing_officer_id TEXT REFERENCES account (id),
    address_id TEXT REFERENCES address (id),
    block_id TEXT REFERENCES block (id),
    area_id TEXT REFERENCES area (id),
    place_text TEXT NOT NULL,
    risk_band TEXT,                          -- null until assessed
    taken_as_high_on TEXT,                   -- high risk from this day until assessed
    risk_score BIGINT,
    risk_assessed_on TEXT,
    risk_review_by TEXT,                     -- next assessment due
    first_contact_by TEXT,                   -- earliest unmet of any complainant
    next_contact_by TEXT,                    -- earliest of any complainant: shown everywhere
    plan_by TEXT,
    plan_agreed_on TEXT,
    steps_total BIGINT NOT NULL,
    steps_done BIGINT NOT NULL,
    steps_late BIGINT NOT NULL,              -- done late, or undone after their day
    paused_until TEXT,
    pause_reason TEXT NOT NULL,
    closed_at BIGINT,
    closed_on TEXT,
    closed_by TEXT REFERENCES account (id),
    outcome TEXT,                            -- resolved, unresolved
    closing_reason TEXT,
    closing_summary TEXT NOT NULL,
    reopened_on TEXT,                        -- the last time; spells below have every time
    reopened_count BIGINT NOT NULL,
    first_risk_by TEXT,                      -- the day the first assessment was due, and the day it was made
    first_risk_on TEXT,
    first_plan_by TEXT,                      -- the same for the first plan; later work does not move them
    first_plan_on TEXT,
    contacts_count BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX case_file_by_owner ON case_file (owner_id, state, next_contact_by, id);
CREATE INDEX case_file_by_state ON case_file (state, next_contact_by, id);
CREATE INDEX case_file_by_opened ON case_file (opened_on, id);
CREATE INDEX case_file_opened_figures ON case_file (opened_on, category, harm_group, channel, hate);
CREATE INDEX case_file_by_first_risk ON case_file (first_risk_by, first_risk_on, closed_on);
CREATE INDEX case_file_by_first_plan ON case_file (first_plan_by, first_plan_on, closed_on);
CREATE INDEX case_file_by_closed ON case_file (closed_on, id);
CREATE INDEX case_file_by_area ON case_file (area_id, opened_on);
CREATE INDEX case_file_by_address ON case_file (address_id, opened_on);
CREATE INDEX case_file_by_block ON case_file (block_id, opened_on);
CREATE INDEX case_file_by_housing_officer ON case_file (housing_officer_id, state);
-- Lists of cases that are not closed cost the same however many are.
CREATE INDEX case_file_open_by_due ON case_file (coalesce(next_contact_by, '9999-12-31'), id) WHERE state <> 'closed';
CREATE INDEX case_file_open_by_opened ON case_file (opened_on, id) WHERE state <> 'closed';
CREATE INDEX case_file_open_by_reference ON case_file (reference) WHERE state <> 'closed';
CREATE INDEX case_file_open_by_risk ON case_file (
    (CASE coalesce(risk_band, taken_as_high_on, '') WHEN '' THEN 0 WHEN 'standard' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END), id)
    WHERE state <> 'closed';
CREATE INDEX case_file_open_by_owner ON case_file (owner_id, coalesce(next_contact_by, '9999-12-31'), id) WHERE state <> 'closed';
CREATE INDEX case_file_open_by_area ON case_file (area_id, coalesce(next_contact_by, '9999-12-31'), id) WHERE state <> 'closed';
CREATE INDEX case_file_restricted ON case_file (id) WHERE restricted;

-- The stretches of time a case was open: from its opening or a reopening until it was closed. Figures count closings,
-- reopenings and what was open on a day by these rows, so that reopening a case does not change an earlier quarter.
CREATE TABLE case_spell (
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    number BIGINT NOT NULL,                  -- 1 from the opening, 2 from the first reopening
    started_on TEXT NOT NULL,
    ended_on TEXT,                           -- the day it was closed
    outcome TEXT,
    closing_reason TEXT,
    days_open BIGINT,                        -- calendar days from the first opening to this closing
    owner_id TEXT REFERENCES account (id),   -- at the closing
    PRIMARY KEY (case_file_id, number)
);
CREATE INDEX case_spell_by_end ON case_spell (ended_on, started_on, outcome, days_open);
CREATE INDEX case_spell_reopened ON case_spell (started_on) WHERE number > 1;

-- A person's part in one case. An unknown person complained about has no person_id (M-64). Each complainant has clocks
-- of their own (M-69).
CREATE TABLE case_person (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    person_id TEXT REFERENCES person (id),
    part TEXT NOT NULL,                      -- complainant, witness, alleged-perpetrator, respondent, supporter, professional
    side TEXT NOT NULL CHECK (side IN ('reporting', 'complained-about', 'neutral')),
    description TEXT NOT NULL,               -- what is known of an unknown person
    anonymous BOOLEAN NOT NULL,              -- known to us, never named outside
    safe_contact_id TEXT REFERENCES safe_contact (id),
    vulnerabilities TEXT NOT NULL,
    joined_on TEXT NOT NULL,
    left_on TEXT,
    raised_on TEXT,                          -- complainants: when they raised it
    first_contact_by TEXT,
    first_contact_on TEXT,                   -- first conversation
    last_contact_on TEXT,
    next_contact_by TEXT,
    told_officers_on TEXT,                   -- told who deals with the case and who the housing officer is (M-80)
    told_owner_id TEXT REFERENCES account (id),
    told_housing_officer_id TEXT REFERENCES account (id),
    version BIGINT NOT NULL
);
CREATE INDEX case_person_by_case ON case_person (case_file_id, side, left_on);
CREATE INDEX case_person_by_person ON case_person (person_id);

-- What staff must know before they meet somebody. It ends by itself on a day, and can be ended before.
CREATE TABLE warning_marker (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    case_person_id TEXT NOT NULL REFERENCES case_person (id),
    warning TEXT NOT NULL,                   -- what may happen
    precaution TEXT NOT NULL,                -- what to do about it: "Visit in pairs"
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,                  -- the last day it stands
    made_by TEXT REFERENCES account (id),
    made_at BIGINT NOT NULL,
    ended_on TEXT,
    end_reason TEXT NOT NULL
);
CREATE INDEX warning_marker_by_case ON warning_marker (case_file_id, until_on);

-- Who may see a case besides those whose role or work lets them; of a restricted case its owner is always among them.
CREATE TABLE case_access (
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    granted_by TEXT REFERENCES account (id),
    reason TEXT NOT NULL,
    granted_at BIGINT NOT NULL,
    until_on TEXT,                           -- the last day of it; null: until taken back
    PRIMARY KEY (case_file_id, account_id)
) WITHOUT ROWID;
CREATE INDEX case_access_by_account ON case_access (account_id);

-- Somebody asked to see a case, or opened a restricted one with a reason: what a manager or its owner made of it.
CREATE TABLE access_request (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    kind TEXT NOT NULL CHECK (kind IN ('asked', 'opened')),
    reason TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'allowed', 'refused', 'seen')),
    until_on TEXT,                           -- of what was allowed
    answer TEXT NOT NULL,                    -- to whoever asked
    decided_by TEXT REFERENCES account (id),
    decided_at BIGINT
);
CREATE UNIQUE INDEX access_request_waiting ON access_request (case_file_id, account_id, kind) WHERE state = 'waiting';
CREATE INDEX access_request_by_account ON access_request (account_id, asked_at);

-- A declared conflict of interest: for this person the case does not exist.
CREATE TABLE case_conflict (
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    reason TEXT NOT NULL,
    declared_by TEXT REFERENCES account (id),
    declared_at BIGINT NOT NULL,
    PRIMARY KEY (case_file_id, account_id)
) WITHOUT ROWID;
CREATE INDEX case_conflict_by_account ON case_conflict (account_id);

-- Whoever worked on it: never the one who makes its survey call (M-95).
CREATE TABLE case_handler (
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    first_at BIGINT NOT NULL,
    PRIMARY KEY (case_file_id, account_id)
);
CREATE INDEX case_handler_by_account ON case_handler (account_id);

-- Links, never merges. Kept once, the smaller id first.
CREATE TABLE case_link (
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    other_id TEXT NOT NULL REFERENCES case_file (id),
    kind TEXT NOT NULL,                      -- related, same-incident, counter-allegation, earlier-case
    reason TEXT NOT NULL,
    linked_by TEXT REFERENCES account (id),
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (case_file_id, other_id)
);
CREATE INDEX case_link_by_other ON case_link (other_id);

CREATE TABLE incident (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    report_id TEXT REFERENCES report (id),
    happened_on TEXT NOT NULL,
    happened_time TEXT NOT NULL,             -- "23:10", empty when not known
    category TEXT NOT NULL,
    place_text TEXT NOT NULL,
    description TEXT NOT NULL,
    source TEXT NOT NULL,                    -- complainant, witness, officer, police, partner
    case_person_id TEXT REFERENCES case_person (id),
    recorded_by TEXT REFERENCES account (id),
    recorded_at BIGINT NOT NULL,
    -- Struck out as mistaken: kept, and not counted.
    struck_reason TEXT NOT NULL DEFAULT '',
    struck_by TEXT REFERENCES account (id),
    struck_at BIGINT,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX incident_by_case ON incident (case_file_id, happened_on, struck_at);

CREATE TABLE contact (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    case_person_id TEXT REFERENCES case_person (id),
    made_on TEXT NOT NULL,
    made_time TEXT NOT NULL,                 -- empty when not noted
    method TEXT NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('conversation', 'attempt', 'message-left', 'message-received')),
    summary TEXT NOT NULL,
    still_safe BOOLEAN,                      -- "is this still a safe way to contact you?"; null when not asked
    made_by TEXT REFERENCES account (id),
    recorded_at BIGINT NOT NULL
);
CREATE INDEX contact_by_case ON contact (case_file_id, made_on);
CREATE INDEX contact_by_person ON contact (case_person_id, made_on);
CREATE INDEX contact_by_day ON contact (made_on, result);

-- One promised contact: the first, and every interval after (M-76, M-78). A conversation ends it; an attempt does not.
CREATE TABLE contact_interval (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    case_person_id TEXT NOT NULL REFERENCES case_person (id),
    kind TEXT NOT NULL CHECK (kind IN ('first', 'update')),
    started_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    ended_on TEXT,                           -- the conversation, or the day the case closed or the person left
    kept BOOLEAN,                            -- null while open and when the case closed before it fell due
    standard TEXT NOT NULL                   -- "sla.update_days=14 from 2024-04-01"
);
CREATE INDEX contact_interval_by_case ON contact_interval (case_file_id, due_on);
CREATE INDEX contact_interval_by_due ON contact_interval (due_on, kind, kept, ended_on);
CREATE INDEX contact_interval_open ON contact_interval (case_person_id) WHERE ended_on IS NULL;

CREATE TABLE risk_assessment (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    case_person_id TEXT REFERENCES case_person (id),
    question_set TEXT NOT NULL,              -- "ram"
    set_version BIGINT NOT NULL,
    score BIGINT NOT NULL,
    worst_score BIGINT NOT NULL,             -- with unanswered questions at their worst plausible answer
    complete BOOLEAN NOT NULL,
    scored_band TEXT NOT NULL,
    automatic_reason TEXT NOT NULL,          -- why it is high whatever the score
    band TEXT NOT NULL,                      -- in force: scored, automatic or overridden
    override_band TEXT,
    override_reason TEXT NOT NULL,
    override_state TEXT NOT NULL,            -- none, raised, lowered, waiting, approved, refused, withdrawn
    flags TEXT NOT NULL,                     -- what the answers showed: "hate", "self-harm", parted by a space
    made_by TEXT REFERENCES account (id),
    made_at BIGINT NOT NULL,
    made_on TEXT NOT NULL,
    review_by TEXT
);
CREATE INDEX risk_assessment_by_case ON risk_assessment (case_file_id, made_at);
CREATE INDEX risk_assessment_by_day ON risk_assessment (made_on);

CREATE TABLE risk_answer (
    risk_assessment_id TEXT NOT NULL REFERENCES risk_assessment (id),
    question TEXT NOT NULL,
    answer TEXT NOT NULL,                    -- option code; empty when not answered
    score BIGINT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (risk_assessment_id, question)
);

-- The case's band over time: a promise of contact is judged by the band of its day.
CREATE TABLE case_band (
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    from_on TEXT NOT NULL,
    band TEXT NOT NULL,
    PRIMARY KEY (case_file_id, from_on)
);

CREATE TABLE action_plan (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    number BIGINT NOT NULL,                  -- 1 for the first plan of the case
    state TEXT NOT NULL CHECK (state IN ('draft', 'agreed', 'replaced')),
    made_by TEXT REFERENCES account (id),
    made_on TEXT NOT NULL,
    agreed_on TEXT,
    agreed_with TEXT REFERENCES case_person (id),
    agreed_how TEXT NOT NULL,
    copy_given_on TEXT,
    copy_given_how TEXT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (case_file_id, number)
);
CREATE INDEX action_plan_by_agreed ON action_plan (agreed_on);

CREATE TABLE plan_step (
    id TEXT PRIMARY KEY,
    action_plan_id TEXT NOT NULL REFERENCES action_plan (id),
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    position BIGINT NOT NULL,
    track TEXT NOT NULL,                     -- support, enforcement, evidence, other (M-89)
    what TEXT NOT NULL,
    owner_kind TEXT NOT NULL,                -- officer, complainant, person-complained-about, partner, support-team
    owner_account_id TEXT REFERENCES account (id),
    owner_person_id TEXT REFERENCES case_person (id),
    owner_name TEXT NOT NULL,                -- of a partner or support team
    due_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('to-do', 'done', 'dropped')),
    done_on TEXT,
    result TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX plan_step_by_plan ON plan_step (action_plan_id, position);
CREATE INDEX plan_step_by_due ON plan_step (due_on, state, done_on);

-- Steps taken, from the catalogue (M-90 to M-92).
CREATE TABLE intervention (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    catalogue_code TEXT NOT NULL,
    legal BOOLEAN NOT NULL,
    track TEXT NOT NULL,
    used_on TEXT NOT NULL,
    used_by TEXT REFERENCES account (id),
    recipient_id TEXT REFERENCES case_person (id),
    content TEXT NOT NULL,
    consequence TEXT NOT NULL,               -- of continuing, for a warning
    given_how TEXT NOT NULL,
    referred_to TEXT NOT NULL,
    consent TEXT NOT NULL,                   -- of a referral: given, not-asked, refused; empty for others
    basis TEXT NOT NULL,                     -- why it is shared without consent
    respond_by TEXT,
    aim TEXT NOT NULL,                       -- check before enforcement: why this step, and why now
    tried TEXT NOT NULL,                     -- less intrusive steps tried or ruled out
    vulnerabilities TEXT NOT NULL,           -- of the recipient, known and weighed
    outcome TEXT NOT NULL,                   -- empty while open
    outcome_on TEXT,
    outcome_note TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX intervention_by_case ON intervention (case_file_id, used_on);
CREATE INDEX intervention_by_day ON intervention (used_on, legal, catalogue_code);
CREATE INDEX intervention_by_partner ON intervention (referred_to, case_file_id) WHERE referred_to <> '';

CREATE TABLE case_task (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    what TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES account (id),
    due_on TEXT NOT NULL,
    done_on TEXT,
    result TEXT NOT NULL,
    created_by TEXT REFERENCES account (id),
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX case_task_by_case ON case_task (case_file_id, due_on, done_on);

-- Rights told to a complainant: which notice, which wording, which numbers (M-82).
CREATE TABLE rights_notice (
    id TEXT PRIMARY KEY,
    case_file_id TEXT NOT NULL REFERENCES case_file (id),
    case_person_id TEXT NOT NULL REFERENCES case_person (id),
    wording TEXT NOT NULL,
    wording_version BIGINT NOT NULL,
    numbers_given TEXT NOT NULL,             -- JSON list of name and number
    crime_reference TEXT NOT NULL,
    told_how TEXT NOT NULL,
    told_on TEXT NOT NULL,
    told_by TEXT REFERENCES account (id)
);
CREATE INDEX rights_notice_by_case ON rights_notice (case_file_id);

-- Everything with a date that is somebody's: the one due list (C01). Written by the use-case that makes or meets the date.
CREATE TABLE work_item (
    id TEXT PRIMARY KEY,
    account_id TEXT REFERENCES account (id), -- null: nobody's yet, for the team's list
    kind TEXT NOT NULL,
    case_file_id TEXT REFERENCES case_file (id),
    report_id TEXT REFERENCES report (id),
    subject_id TEXT NOT NULL,                -- the record it is about; one open item per kind and subject
    due_on TEXT NOT NULL,
    high_risk BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    done_at BIGINT
);
CREATE UNIQUE INDEX work_item_open_once ON work_item (kind, subject_id) WHERE done_at IS NULL;
-- Holds all that My work asks of the table, done_at too: SQLite would look it up although the index says it.
CREATE INDEX work_item_by_account ON work_item (
    account_id, due_on, high_risk, id, kind, case_file_id, report_id, subject_id, done_at) WHERE done_at IS NULL;
CREATE INDEX work_item_by_case ON work_item (case_file_id, due_on) WHERE done_at IS NULL;

-- A second person's decision (T05): closures, lowered risk. Nobody approves their own.
CREATE TABLE approval (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,                      -- closure, lower-risk, high-risk, standard, questions
    case_file_id TEXT REFERENCES case_file (id),
    subject_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    details TEXT NOT NULL,                   -- JSON, for the use-case that carries it out
    requested_by TEXT NOT NULL REFERENCES account (id),
    requested_at BIGINT NOT NULL,
    decision TEXT,                           -- approved, sent-back, withdrawn
    decision_note TEXT NOT NULL,
    decided_by TEXT REFERENCES account (id),
    decided_at BIGINT
);
CREATE INDEX approval_waiting ON approval (requested_at) WHERE decision IS NULL;
CREATE INDEX approval_by_case ON approval (case_file_id);

-- Up to when an account has read what others did on its cases (C02).
CREATE TABLE changes_read (
    account_id TEXT PRIMARY KEY REFERENCES account (id),
    read_at BIGINT NOT NULL
);

-- What goes out: letters to print, e-mails, texts. Put here in the transaction that decides it, sent after commit.
CREATE TABLE message (
    id TEXT PRIMARY KEY,
    channel TEXT NOT NULL CHECK (channel IN ('letter', 'email', 'text', 'spoken')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'sent', 'failed', 'cancelled')),
    wording TEXT NOT NULL,                   -- code of the letter: "first-contact"
    wording_version BIGINT NOT NULL,
    language TEXT NOT NULL,
    heading TEXT NOT NULL,                   -- what it is about, for colleagues and on paper
    subject TEXT NOT NULL,                   -- of an e-mail: nothing of what it is about
    body TEXT NOT NULL,
    addressee TEXT NOT NULL,                 -- for the envelope
    destination TEXT NOT NULL,               -- postal address in lines, e-mail or number
    large_print BOOLEAN NOT NULL,
    case_file_id TEXT REFERENCES case_file (id),
    case_person_id TEXT REFERENCES case_person (id),
    report_id TEXT REFERENCES report (id),
    side TEXT NOT NULL,
    not_before BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    leased_until BIGINT NOT NULL,            -- held by a server that is sending it; 0 when by none
    last_error TEXT NOT NULL,
    check_reason TEXT NOT NULL,              -- why it may go although the check before sending found something
    names_owner_id TEXT REFERENCES account (id),           -- who it says is dealing with the case (M-80)
    names_housing_officer_id TEXT REFERENCES account (id),
    created_by TEXT REFERENCES account (id),
    created_at BIGINT NOT NULL,
    sent_at BIGINT,
    sent_by TEXT REFERENCES account (id),    -- who posted it or rang
    sent_how TEXT,                           -- post, by-hand, mail-server, folder, told
    proof TEXT NOT NULL,                     -- of posting
    returned_on TEXT,                        -- the post brought it back
    returned_note TEXT NOT NULL,
    cause TEXT UNIQUE,                       -- what the program wrote it for, once only: "survey-invitation ID"
    numbers_given TEXT NOT NULL,             -- JSON list of name and number in a notice of rights; else empty
    version BIGINT NOT NULL
);
CREATE INDEX message_waiting ON message (channel, not_before, id) WHERE state = 'waiting';
CREATE INDEX message_by_case ON message (case_file_id, created_at);
CREATE INDEX message_by_report ON message (report_id) WHERE report_id IS NOT NULL;
CREATE INDEX message_unsent ON message (state, channel, created_at) WHERE state IN ('waiting', 'failed');
CREATE INDEX message_returned ON message (returned_on) WHERE returned_on IS NOT NULL;
CREATE INDEX message_posted ON message (sent_at, id) WHERE channel = 'letter' AND state = 'sent';

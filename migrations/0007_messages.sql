-- What goes out: letters to print, e-mails, texts. Put here in the transaction that decides it, sent after commit.
CREATE TABLE message (
    id TEXT PRIMARY KEY,
    channel TEXT NOT NULL CHECK (channel IN ('letter', 'email', 'text')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'cancelled')),
    wording TEXT NOT NULL,                   -- "first-contact-letter"
    wording_version BIGINT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    addressee TEXT NOT NULL,                 -- name to use
    destination TEXT NOT NULL,               -- postal address, e-mail or number
    case_file_id TEXT REFERENCES case_file (id),
    case_person_id TEXT REFERENCES case_person (id),
    report_id TEXT REFERENCES report (id),
    side TEXT NOT NULL,
    not_before BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    last_error TEXT NOT NULL,
    created_by TEXT REFERENCES account (id),
    created_at BIGINT NOT NULL,
    sent_at BIGINT,
    sent_by TEXT REFERENCES account (id)     -- who printed and posted it
);
CREATE INDEX message_waiting ON message (channel, not_before) WHERE state = 'waiting';
CREATE INDEX message_by_case ON message (case_file_id, created_at);

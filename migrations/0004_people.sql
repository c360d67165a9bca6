-- People, kept apart from their part in any case, and how to reach them safely.

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    address_id TEXT REFERENCES address (id),
    address_text TEXT NOT NULL,              -- when the address is not one we hold
    telephone TEXT NOT NULL,
    email TEXT NOT NULL,
    date_of_birth TEXT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX person_by_name ON person (sort_name, id);
CREATE INDEX person_by_address ON person (address_id);

-- How a name sounds and its three-letter windows: misspelt and reversed names are found by overlap.
CREATE TABLE person_key (
    kind TEXT NOT NULL,                      -- sound, trigram, telephone, email
    key TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (kind, key, person_id)
) WITHOUT ROWID;
CREATE INDEX person_key_by_person ON person_key (person_id);

-- Channel by channel what is safe (M-80; dated, asked again at each contact).
CREATE TABLE safe_contact (
    id TEXT PRIMARY KEY,
    telephone TEXT NOT NULL,
    telephone_allowed BOOLEAN NOT NULL,
    voicemail_allowed BOOLEAN NOT NULL,
    text_allowed BOOLEAN NOT NULL,
    email TEXT NOT NULL,
    email_allowed BOOLEAN NOT NULL,
    letter_allowed BOOLEAN NOT NULL,
    visit_allowed BOOLEAN NOT NULL,
    will_contact_us BOOLEAN NOT NULL,        -- "I will contact you"
    best_times TEXT NOT NULL,
    someone_else TEXT NOT NULL,              -- who may answer or speak for them
    name_to_use TEXT NOT NULL,
    language TEXT NOT NULL,                  -- for letters: en or cy
    interpreter TEXT NOT NULL,               -- language wanted, empty when none
    sign_language BOOLEAN NOT NULL,
    large_print BOOLEAN NOT NULL,
    adjustments TEXT NOT NULL,
    agreed_on TEXT NOT NULL
) WITHOUT ROWID;

-- Words, folded by us (accents, case), found by full text. One row per case file, kept by the use-cases that change it.
CREATE TABLE search_entry (
    case_file_id TEXT PRIMARY KEY REFERENCES case_file (id),
    words TEXT NOT NULL,
    document TSVECTOR NOT NULL
);
CREATE INDEX search_entry_document ON search_entry USING GIN (document);

-- The same for addresses, kept with them.
CREATE TABLE address_entry (
    address_id TEXT PRIMARY KEY REFERENCES address (id),
    words TEXT NOT NULL,
    document TSVECTOR NOT NULL
);
CREATE INDEX address_entry_document ON address_entry USING GIN (document);

-- Words of cases, folded by us (accents, case), found by full text. One row per case file.
CREATE TABLE search_entry (
    case_file_id TEXT PRIMARY KEY REFERENCES case_file (id),
    words TEXT NOT NULL,
    document TSVECTOR NOT NULL
);
CREATE INDEX search_entry_document ON search_entry USING GIN (document);

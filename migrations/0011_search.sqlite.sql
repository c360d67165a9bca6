-- Words, folded by us (accents, case), found by FTS5: its ascii tokenizer takes them as they are, letters
-- of every script included. One row per case file, kept by the use-cases that change it.
CREATE TABLE search_entry (
    number INTEGER PRIMARY KEY,
    case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
    words TEXT NOT NULL
);
CREATE VIRTUAL TABLE search_index USING fts5 (words, content = 'search_entry', content_rowid = 'number', tokenize = 'ascii', detail = 'none', prefix = '3');

-- The same for addresses, kept with them.
CREATE TABLE address_entry (
    number INTEGER PRIMARY KEY,
    address_id TEXT NOT NULL UNIQUE REFERENCES address (id),
    words TEXT NOT NULL
);
CREATE VIRTUAL TABLE address_index USING fts5 (words, content = 'address_entry', content_rowid = 'number', tokenize = 'ascii', detail = 'none', prefix = '3');

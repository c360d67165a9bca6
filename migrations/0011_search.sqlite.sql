-- Words of cases, folded by us (accents, case), found by FTS5. One row per case file, kept by the use-cases that change it.
CREATE TABLE search_entry (
    number INTEGER PRIMARY KEY,
    case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
    words TEXT NOT NULL
);
CREATE VIRTUAL TABLE search_index USING fts5 (words, content = 'search_entry', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 0', detail = 'none');

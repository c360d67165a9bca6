-- Facts about the site as a whole, by name.
CREATE TABLE site (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);

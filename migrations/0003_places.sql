-- Areas, patches, blocks and addresses (M-14, M-70).

CREATE TABLE area (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,               -- ward code, or the landlord's own
    name TEXT NOT NULL,
    asb_officer_id TEXT REFERENCES account (id),
    homes BIGINT NOT NULL
) WITHOUT ROWID;

CREATE TABLE patch (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    housing_officer_id TEXT REFERENCES account (id)
);

-- ASB officer by area and type: the most particular rule wins (category and area, category, area).
CREATE TABLE assignment_rule (
    id TEXT PRIMARY KEY,
    area_id TEXT REFERENCES area (id),
    category TEXT,
    account_id TEXT NOT NULL REFERENCES account (id)
);
CREATE INDEX assignment_rule_by_area ON assignment_rule (area_id);

CREATE TABLE block (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    area_id TEXT REFERENCES area (id),
    homes BIGINT NOT NULL,
    setting TEXT NOT NULL                    -- "Industrial estate", "Town centre"
);
CREATE INDEX block_by_area ON block (area_id);

CREATE TABLE address (
    id TEXT PRIMARY KEY,
    uprn TEXT UNIQUE,
    line TEXT NOT NULL,                      -- "Flat 12, Acre Court, 4 Mill Lane"
    town TEXT NOT NULL,
    postcode TEXT NOT NULL,
    search_line TEXT NOT NULL,               -- folded line and postcode
    block_id TEXT REFERENCES block (id),
    area_id TEXT REFERENCES area (id),
    patch_id TEXT REFERENCES patch (id),
    kind TEXT NOT NULL,                      -- home, shop, communal, other (M-21)
    is_ours BOOLEAN NOT NULL,
    tenure TEXT NOT NULL,                    -- empty when not known
    easting DOUBLE PRECISION,
    northing DOUBLE PRECISION,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    position_accuracy TEXT NOT NULL          -- address, postcode, none
);
CREATE INDEX address_by_postcode ON address (postcode, line, id);
CREATE INDEX address_by_block ON address (block_id);
CREATE INDEX address_by_area ON address (area_id);
CREATE INDEX address_by_patch ON address (patch_id);
CREATE INDEX address_by_search_line ON address (search_line, id);

CREATE TABLE postcode (
    postcode TEXT PRIMARY KEY,
    easting DOUBLE PRECISION NOT NULL,
    northing DOUBLE PRECISION NOT NULL,
    latitude DOUBLE PRECISION NOT NULL,
    longitude DOUBLE PRECISION NOT NULL,
    ward_code TEXT NOT NULL,
    area_id TEXT REFERENCES area (id),
    lsoa_code TEXT NOT NULL                  -- empty when not known
);
CREATE INDEX postcode_by_ward ON postcode (ward_code);

-- Lower layer super output areas of the census: what police figures are published by.
CREATE TABLE lsoa (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL
);

-- What a load of place data brought, so that pages can say how old it is.
CREATE TABLE data_load (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    loaded_at BIGINT NOT NULL,
    rows_read BIGINT NOT NULL,
    rows_taken BIGINT NOT NULL,
    rows_refused BIGINT NOT NULL
);

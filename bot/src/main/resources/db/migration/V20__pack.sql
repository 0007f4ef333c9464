-- Packs as they were installed: their files, by path, as JSON. A version is never changed, only superseded;
-- of two packs that say the same, the one installed later is heard.
CREATE TABLE pack (
  id           TEXT    NOT NULL,
  version      TEXT    NOT NULL,
  position     INTEGER NOT NULL,
  active       INTEGER NOT NULL,
  content      TEXT    NOT NULL,
  installed_at BIGINT  NOT NULL,
  PRIMARY KEY (id, version)
);
CREATE UNIQUE INDEX pack_one_active ON pack (id) WHERE active = 1;

-- What the console changed in the library: it lies over the packs and survives their upgrades.
CREATE TABLE library_overlay (
  entry_id   TEXT   PRIMARY KEY,
  hidden     INTEGER NOT NULL,
  content    TEXT   NOT NULL,
  changed_at BIGINT NOT NULL
);

-- One row; whoever changes packs or overlay increments it in the same transaction.
CREATE TABLE library_version (
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  version BIGINT NOT NULL
);
INSERT INTO library_version (one, version) VALUES (1, 1);

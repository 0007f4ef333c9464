-- What an administrator decided about a person: the company's directories do not touch it.
CREATE TABLE person_pin (
  person TEXT NOT NULL,
  what   TEXT NOT NULL,          -- NAME, TEAM or LEADER
  PRIMARY KEY (person, what)
);

-- The listing of one platform's directory: when it is due, and what came of the last one.
CREATE TABLE directory_run (
  channel       TEXT    PRIMARY KEY,
  next_at       BIGINT  NOT NULL,
  accept_losses INTEGER NOT NULL DEFAULT 0,
  failures      INTEGER NOT NULL DEFAULT 0,
  started_at    BIGINT,
  ended_at      BIGINT,
  outcome       TEXT,              -- RUNNING, DONE, PARTIAL, DOUBTED or FAILED
  reason        TEXT,
  members       INTEGER NOT NULL DEFAULT 0,
  departments   INTEGER NOT NULL DEFAULT 0,
  changed       INTEGER NOT NULL DEFAULT 0,
  gone          INTEGER NOT NULL DEFAULT 0
);

-- Keys of programs: what a key opens, and only the SHA-256 of its secret.
CREATE TABLE access_token (
  id           TEXT   PRIMARY KEY,
  name         TEXT   NOT NULL,
  sha256       TEXT   NOT NULL UNIQUE,
  scopes       TEXT   NOT NULL,  -- their codes, separated by blanks
  created_by   TEXT   NOT NULL,
  created_at   BIGINT NOT NULL,
  expires_at   BIGINT,
  revoked_at   BIGINT,
  last_used_at BIGINT
);

-- Links that sign one person in, once and soon; gone when used.
CREATE TABLE sign_in_ticket (
  sha256     TEXT   PRIMARY KEY,
  person     TEXT   NOT NULL,
  expires_at BIGINT NOT NULL
);

-- Whom a leader may see.
CREATE INDEX person_leader ON person (leader);

-- When a person last wrote from an account: of several, the one that pushes go to.
ALTER TABLE person_identity ADD COLUMN used_at BIGINT;

CREATE TABLE customer (
  id         TEXT   PRIMARY KEY,
  code       TEXT,
  name       TEXT   NOT NULL,
  owner      TEXT,
  contacts   TEXT   NOT NULL,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX customer_code ON customer (code) WHERE code IS NOT NULL;
CREATE INDEX customer_name ON customer (name);

CREATE TABLE customer_alias (
  customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  alias       TEXT NOT NULL,
  PRIMARY KEY (customer_id, alias)
);

-- One row; every change increments it in the same transaction, nodes poll it.
CREATE TABLE customer_version (
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  version BIGINT NOT NULL
);
INSERT INTO customer_version (one, version) VALUES (1, 1);

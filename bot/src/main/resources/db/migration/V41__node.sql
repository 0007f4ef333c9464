-- The processes that use this store. Each moves seen_at while it lives; started_at says who was first.
CREATE TABLE node (
  id         TEXT   PRIMARY KEY,
  address    TEXT   NOT NULL,
  started_at BIGINT NOT NULL,
  seen_at    BIGINT NOT NULL
);

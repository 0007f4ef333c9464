-- What administrators should hear of: a stranger, what got stuck, a speech model that is missing.
CREATE TABLE notice (
  topic    TEXT   PRIMARY KEY,
  due_at   BIGINT,             -- none: nothing to tell now
  told_at  BIGINT,
  decision TEXT                -- of a stranger: ADDED or REFUSED
);

-- What waits for its sender to be added, and is let go after a while.
CREATE INDEX inbox_held ON inbox (received_at, id) WHERE state IN ('HELD', 'TURNED_AWAY');

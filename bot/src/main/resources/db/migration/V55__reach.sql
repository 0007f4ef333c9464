-- How a message reached its reader, and what takes it back: one receipt a line.
ALTER TABLE outbox ADD COLUMN way TEXT;
ALTER TABLE outbox ADD COLUMN receipts TEXT;

-- The group of a team, where what the team may see is said. Address and secret open it to whoever has them.
CREATE TABLE team_group (
  team       TEXT   PRIMARY KEY,
  channel    TEXT   NOT NULL,
  recipient  TEXT   NOT NULL,
  address    TEXT   NOT NULL,
  secret     TEXT   NOT NULL,
  changed_by TEXT   NOT NULL,
  changed_at BIGINT NOT NULL,
  refused    TEXT                -- why the platform takes nothing for it any more; none: it does
);
CREATE INDEX team_group_recipient ON team_group (channel, recipient);

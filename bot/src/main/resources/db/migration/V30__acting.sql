-- A promise that comes up again; one per follow-up, moved with its due time.
CREATE TABLE reminder (
  id         TEXT    PRIMARY KEY,
  follow_up  TEXT    NOT NULL UNIQUE REFERENCES follow_up (id),
  person     TEXT    NOT NULL,
  action     TEXT    NOT NULL,
  customer   TEXT,
  due_at     BIGINT  NOT NULL,
  due_kind   TEXT    NOT NULL,
  remind_at  BIGINT,            -- none: it comes up in the morning list only
  list_day   BIGINT  NOT NULL,  -- days since 1970-01-01: the morning list it stands in
  state      TEXT    NOT NULL,
  declined   BOOLEAN NOT NULL,  -- a person cancelled it: only a new due time brings it back
  showing    INT     NOT NULL,
  version    INT     NOT NULL,
  card       TEXT,
  changed_at BIGINT  NOT NULL
);
CREATE INDEX reminder_person ON reminder (person, due_at, id);
CREATE INDEX reminder_list ON reminder (person, list_day);

-- What comes once a day for each person; last_day in days since 1970-01-01.
CREATE TABLE routine (
  name     TEXT   NOT NULL,
  person   TEXT   NOT NULL,
  last_day BIGINT NOT NULL,
  PRIMARY KEY (name, person)
);

-- What a leader should hear of: once per follow-up and library entry.
CREATE TABLE alert (
  id         TEXT   PRIMARY KEY,
  follow_up  TEXT   NOT NULL REFERENCES follow_up (id),
  entry      TEXT   NOT NULL,
  label      TEXT   NOT NULL,
  rep        TEXT   NOT NULL,
  leader     TEXT,
  customer   TEXT,
  quote      TEXT   NOT NULL,
  state      TEXT   NOT NULL,
  card       TEXT,
  not_before BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  told_at    BIGINT,
  UNIQUE (follow_up, entry)
);
CREATE INDEX alert_leader ON alert (leader, state, not_before);
CREATE INDEX alert_card ON alert (card);

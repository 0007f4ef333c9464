-- The same file runs on SQLite and PostgreSQL. Ids are text made by us, instants are epoch milliseconds,
-- JSON is opaque text; what is queried is a column. ${instant} and ${bytes} are each store's own types.

-- work: the table of db-scheduler
CREATE TABLE scheduled_tasks (
  task_name            TEXT      NOT NULL,
  task_instance        TEXT      NOT NULL,
  task_data            ${bytes},
  execution_time       ${instant} NOT NULL,
  picked               BOOLEAN   NOT NULL,
  picked_by            TEXT,
  last_success         ${instant},
  last_failure         ${instant},
  consecutive_failures INT,
  last_heartbeat       ${instant},
  version              BIGINT    NOT NULL,
  priority             SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);

CREATE TABLE dead_letter (
  id         TEXT   PRIMARY KEY,
  work       TEXT   NOT NULL,
  subject    TEXT   NOT NULL,
  reason     TEXT   NOT NULL,
  attempts   INT    NOT NULL,
  at         BIGINT NOT NULL,
  retried_at BIGINT
);

CREATE TABLE journal (
  id       TEXT    PRIMARY KEY,
  kind     TEXT    NOT NULL,
  at       BIGINT  NOT NULL,
  person   TEXT,
  customer TEXT,
  subject  TEXT    NOT NULL,
  data     TEXT    NOT NULL,
  waiting  BOOLEAN NOT NULL
);
CREATE INDEX journal_subject ON journal (subject, id);
CREATE INDEX journal_kind ON journal (kind, id);

CREATE TABLE journal_reaction (
  entry    TEXT   NOT NULL REFERENCES journal (id),
  reaction TEXT   NOT NULL,
  at       BIGINT NOT NULL,
  outcome  TEXT   NOT NULL,
  PRIMARY KEY (entry, reaction)
);

CREATE TABLE media (
  id           TEXT    PRIMARY KEY,
  sha256       TEXT    NOT NULL,
  content_type TEXT    NOT NULL,
  size         BIGINT  NOT NULL,
  bytes        ${bytes} NOT NULL,
  created_at   BIGINT  NOT NULL
);
CREATE INDEX media_age ON media (created_at);

CREATE TABLE person (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  role     TEXT NOT NULL,
  language TEXT NOT NULL,
  team     TEXT NOT NULL,
  leader   TEXT
);

CREATE TABLE person_identity (
  channel TEXT NOT NULL,
  account TEXT NOT NULL,
  person  TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (channel, account)
);
CREATE INDEX person_identity_person ON person_identity (person);

CREATE TABLE inbox (
  id           TEXT   PRIMARY KEY,
  channel      TEXT   NOT NULL,
  message_id   TEXT   NOT NULL,
  sender       TEXT   NOT NULL,
  conversation TEXT   NOT NULL,
  kind         TEXT   NOT NULL,
  payload      TEXT   NOT NULL,
  media        TEXT   REFERENCES media (id),
  transcript   TEXT,
  state        TEXT   NOT NULL,
  lane         TEXT   NOT NULL,
  starts       INT    NOT NULL,
  said_at      BIGINT NOT NULL,
  received_at  BIGINT NOT NULL,
  done_at      BIGINT,
  note         TEXT,
  UNIQUE (channel, message_id)
);
CREATE INDEX inbox_open ON inbox (channel, conversation, id) WHERE done_at IS NULL;
CREATE INDEX inbox_lane ON inbox (state, lane, id) WHERE done_at IS NULL;
CREATE INDEX inbox_sender ON inbox (channel, sender, id);

CREATE TABLE outbox (
  id         TEXT    PRIMARY KEY,
  message    TEXT    NOT NULL UNIQUE,
  channel    TEXT    NOT NULL,
  recipient  TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  payload    TEXT    NOT NULL,
  card       TEXT,
  owner      TEXT,
  subject    TEXT,
  push       BOOLEAN NOT NULL,
  state      TEXT    NOT NULL,
  handle     TEXT,
  reason     TEXT,
  created_at BIGINT  NOT NULL,
  not_before BIGINT  NOT NULL,
  sent_at    BIGINT
);
CREATE INDEX outbox_waiting ON outbox (channel, recipient, id) WHERE state = 'WAITING';
CREATE INDEX outbox_recipient ON outbox (channel, recipient, id);
CREATE INDEX outbox_card ON outbox (card, id);

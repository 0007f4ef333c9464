CREATE TABLE follow_up (
  id         TEXT   PRIMARY KEY,
  message    TEXT   NOT NULL REFERENCES inbox (id),
  visit      INT    NOT NULL,
  rep        TEXT   NOT NULL,
  customer   TEXT,
  status     TEXT   NOT NULL,
  text       TEXT   NOT NULL,
  due        BIGINT,
  version    INT    NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  data       TEXT   NOT NULL,
  UNIQUE (message, visit)
);
CREATE INDEX follow_up_rep ON follow_up (rep, id);
CREATE INDEX follow_up_customer ON follow_up (customer, id);
CREATE INDEX follow_up_created ON follow_up (created_at);

CREATE TABLE follow_up_tag (
  follow_up TEXT NOT NULL REFERENCES follow_up (id),
  entry     TEXT NOT NULL,
  kind      TEXT NOT NULL,
  status    TEXT NOT NULL,
  PRIMARY KEY (follow_up, entry)
);
CREATE INDEX follow_up_tag_entry ON follow_up_tag (entry, follow_up);

CREATE TABLE follow_up_version (
  follow_up  TEXT   NOT NULL REFERENCES follow_up (id),
  version    INT    NOT NULL,
  changed_at BIGINT NOT NULL,
  changed_by TEXT   NOT NULL,
  reason     TEXT   NOT NULL,
  data       TEXT   NOT NULL,
  PRIMARY KEY (follow_up, version)
);

-- What the conversation with one account is about right now: a change that waits for its reason, …
CREATE TABLE matter (
  channel TEXT   NOT NULL,
  account TEXT   NOT NULL,
  data    TEXT   NOT NULL,
  until   BIGINT NOT NULL,
  PRIMARY KEY (channel, account)
);

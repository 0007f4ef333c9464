-- What people's work taught about entries, once somebody accepted it: it lies over packs and edits alike.
CREATE TABLE library_taught (
  entry_id  TEXT   NOT NULL,
  sense     TEXT   NOT NULL,
  text      TEXT   NOT NULL,
  taught_at BIGINT NOT NULL,
  PRIMARY KEY (entry_id, sense, text)
);

-- An utterance that reps showed to mean an entry, or to only sound like it; names and numbers are masked.
CREATE TABLE lesson (
  id         TEXT   PRIMARY KEY,
  entry_id   TEXT   NOT NULL,
  sense      TEXT   NOT NULL,
  text       TEXT   NOT NULL,
  words      TEXT   NOT NULL,          -- the text as it is compared
  state      TEXT   NOT NULL,
  first_at   BIGINT NOT NULL,
  decided_by TEXT,
  decided_at BIGINT,
  UNIQUE (entry_id, sense, words)
);
CREATE INDEX lesson_state ON lesson (state, entry_id);

-- Who showed it, where and when.
CREATE TABLE lesson_source (
  lesson    TEXT   NOT NULL REFERENCES lesson (id),
  follow_up TEXT   NOT NULL REFERENCES follow_up (id),
  person    TEXT   NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (lesson, follow_up)
);
CREATE INDEX lesson_source_follow_up ON lesson_source (follow_up);

-- What became of an entry on one follow-up: whether it was tagged or suggested, and what a person did about it.
CREATE TABLE entry_use (
  follow_up TEXT    NOT NULL REFERENCES follow_up (id),
  entry_id  TEXT    NOT NULL,
  tagged    INTEGER NOT NULL,
  suggested INTEGER NOT NULL,
  ticked    INTEGER NOT NULL,
  unticked  INTEGER NOT NULL,
  PRIMARY KEY (follow_up, entry_id)
);
CREATE INDEX entry_use_entry ON entry_use (entry_id);

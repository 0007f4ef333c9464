-- What an AI bot of WeCom may say because somebody did something in a chat, until it ends.
CREATE TABLE reply_window (
  id        TEXT    PRIMARY KEY,  -- the platform's id of what was done
  chat      TEXT    NOT NULL,
  kind      TEXT    NOT NULL,     -- MESSAGE, GROUP, TAP or WELCOME
  address   TEXT    NOT NULL,     -- takes one answer; empty once it is used
  said      TEXT    NOT NULL,
  stage     TEXT    NOT NULL,     -- OPEN, TOLD or LEFT
  opened_at BIGINT  NOT NULL,
  said_at   BIGINT  NOT NULL,
  asked_at  BIGINT  NOT NULL,
  version   INTEGER NOT NULL
);
CREATE INDEX reply_window_chat ON reply_window (chat, opened_at);

-- What was used of a platform's monthly quotas. The month is that of the platform's own calendar.
CREATE TABLE quota (
  channel TEXT   NOT NULL,
  month   TEXT   NOT NULL,      -- 2026-11
  kind    TEXT   NOT NULL,      -- calls or messages
  used    BIGINT NOT NULL,
  PRIMARY KEY (channel, month, kind)
);

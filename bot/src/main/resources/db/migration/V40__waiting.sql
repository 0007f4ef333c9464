-- What cannot leave yet: until when it waits (why is in "reason"), when words were first tried, with which message
-- they leave, and how many messages of the platform's pace it took.
ALTER TABLE outbox ADD COLUMN retry_at BIGINT;
ALTER TABLE outbox ADD COLUMN begun_at BIGINT;
ALTER TABLE outbox ADD COLUMN merged_into TEXT;
ALTER TABLE outbox ADD COLUMN parts INT NOT NULL DEFAULT 1;
UPDATE outbox SET parts = 0 WHERE kind = 'CHANGE';
CREATE INDEX outbox_pace ON outbox (channel, recipient, sent_at) WHERE state = 'SENT';
CREATE INDEX outbox_merged ON outbox (merged_into) WHERE merged_into IS NOT NULL;

-- The handle of a card that its last change used up: a tap that comes twice must not bring it back.
ALTER TABLE outbox ADD COLUMN spent_handle TEXT;

-- Bytes that the platform did not give yet: when they are asked for again, and why they are missing.
ALTER TABLE inbox ADD COLUMN fetch_at BIGINT;
ALTER TABLE inbox ADD COLUMN fetch_reason TEXT;

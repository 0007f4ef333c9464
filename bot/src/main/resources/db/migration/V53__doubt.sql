-- Since when nobody knows whether a message arrived: written before it leaves, and taken back once the platform said no.
ALTER TABLE outbox ADD COLUMN unsure_since BIGINT;

-- What may have arrived takes its place in the pace like what has.
DROP INDEX outbox_pace;
CREATE INDEX outbox_pace ON outbox (channel, recipient, sent_at) WHERE sent_at IS NOT NULL;

-- Since when a platform says that an account cannot use the bot any more; none: it can.
ALTER TABLE person_identity ADD COLUMN left_at BIGINT;

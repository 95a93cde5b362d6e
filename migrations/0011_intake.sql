-- Proofs that can be used once, and dead letters to look through and replay (SPEC 7). Only adds: safe while the previous
-- release serves.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s';
ALTER TABLE raw_events ADD COLUMN proof text;
COMMENT ON COLUMN raw_events.proof IS 'A token that its sender uses once; another event under it is a forgery.';
CREATE UNIQUE INDEX uq_raw_events_proof ON raw_events (provider, proof) WHERE proof IS NOT NULL;
ALTER TABLE raw_events ADD COLUMN replays integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN raw_events.replays IS 'How often an operator had it tried again.';
CREATE INDEX ix_raw_events_received ON raw_events (status, received_at DESC, id DESC);

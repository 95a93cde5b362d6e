-- migrate: outside a transaction
-- A reply's token and a counted click name a mail before anybody knows whose it is.
CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_outreach_id ON outreach (id);

-- migrate: outside a transaction
-- A person's mails in the order they are planned, page by page, however many there are.
CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_outreach_by_time ON outreach (user_id, due_at, id);

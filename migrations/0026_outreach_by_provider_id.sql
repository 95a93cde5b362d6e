-- migrate: outside a transaction
-- Events name a mail by its provider's id alone; an index that begins with the provider serves that from PostgreSQL 18 on only.
CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_outreach_provider_id ON outreach (provider_id) WHERE provider_id IS NOT NULL;

-- Where each thing known of a company comes from, field by field. Only adds: safe while the previous release serves.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s';
ALTER TABLE companies ADD COLUMN sources jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN companies.sources IS 'By field: user, or the vendor that found it; what is `mock` is never said in a mail.';
CREATE INDEX ix_companies_created ON companies (user_id, created_at DESC, id DESC);
CREATE INDEX ix_companies_domains ON companies USING gin (domains);

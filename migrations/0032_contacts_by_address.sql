-- An address is found by an index again. Under row-level security a condition on lower(email) is looked at only after the policy, since
-- lower() might leak: everybody a person knows was read to find one address, and an import of many rows read them all for each batch.
-- A comparison of plain columns leaks nothing, so the address in lower case is a column. Safe while the previous release serves; the
-- table is written anew once, some seconds for a million contacts.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '60s';
ALTER TABLE contacts ADD COLUMN email_key text GENERATED ALWAYS AS (lower(email)) STORED;
COMMENT ON COLUMN contacts.email_key IS 'The address as it is compared.';
CREATE UNIQUE INDEX uq_contacts_email_key ON contacts (user_id, email_key);
DROP INDEX uq_contacts_email;
ALTER INDEX uq_contacts_email_key RENAME TO uq_contacts_email;

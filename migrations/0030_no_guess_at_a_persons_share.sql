-- Nobody's share of the rows is guessed. Who had none when statistics were last gathered was taken to have one row, so that any
-- index that begins with the user looked as good as the right one, and all their mails were read to find one (28 ms and more);
-- and plans of foreign keys, kept by a connection, did so for each row of a launch. Without statistics everybody is taken to have
-- one row in 200, and the index with more columns wins for all. Event numbers grow: how many lie after one is never as it was.
-- Safe while the previous release serves.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s';
ALTER TABLE outreach ALTER COLUMN user_id SET STATISTICS 0;
ALTER TABLE outreach_events ALTER COLUMN user_id SET STATISTICS 0, ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE outreach_attempts ALTER COLUMN user_id SET STATISTICS 0;
ALTER TABLE enrollments ALTER COLUMN user_id SET STATISTICS 0;
ALTER TABLE contacts ALTER COLUMN user_id SET STATISTICS 0;
ALTER TABLE companies ALTER COLUMN user_id SET STATISTICS 0;
-- What was gathered goes too; before PostgreSQL 18 there is no way to say so, and it stays as it is.
DO $$ BEGIN
    PERFORM pg_clear_attribute_stats('public', one.relation, one.field, false)
       FROM (VALUES ('outreach', 'user_id'), ('outreach_events', 'user_id'), ('outreach_events', 'number'),
                    ('outreach_attempts', 'user_id'), ('enrollments', 'user_id'), ('contacts', 'user_id'),
                    ('companies', 'user_id')) AS one (relation, field);
EXCEPTION WHEN undefined_function THEN NULL;
END $$;

-- migrate: outside a transaction
-- While a launch is under way a vacuum sees none of its enrollments, and every index that begins with the user looks as good as
-- the right one to the foreign key of each of its mails: all enrollments were read for each. Among equals the newest is taken.
CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_enrollments_id ON enrollments (id);

-- The sum over all campaigns and days stands beside the mark: years of days need not be added up to be looked at.
-- Safe while the previous release serves; what is kept is forgotten once and added up anew by the next night, since times
-- to an answer are kept in coarser steps from now on.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s';
TRUNCATE campaign_metrics, figure_marks;
ALTER TABLE figure_marks ADD COLUMN total jsonb;
COMMENT ON COLUMN figure_marks.total IS 'What campaign_metrics adds up to, as of this mark; NULL if the previous release made it.';

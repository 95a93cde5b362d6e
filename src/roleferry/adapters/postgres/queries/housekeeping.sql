-- name: find_nightly_run
-- $1 name, $2 day
SELECT ran_at FROM nightly_runs WHERE name = $1 AND day = $2;

-- name: find_last_nightly_run
-- $1 name
SELECT max(day) AS day FROM nightly_runs WHERE name = $1;

-- name: purge_mail_bodies
-- The words go, what happened stays; $1 over since
UPDATE outreach SET body = NULL, claims = '[]'
 WHERE body IS NOT NULL AND status IN ('sent', 'delivered', 'canceled', 'suppressed', 'failed') AND coalesce(sent_at, ended_at) < $1;

-- name: purge_reply_texts
-- $1 received before
UPDATE replies SET text = NULL, deciding = '{}' WHERE text IS NOT NULL AND received_at < $1;

-- name: find_preferences
-- $1 user
SELECT data, updated_at FROM job_preferences WHERE user_id = $1;

-- name: save_preferences
-- $1 user, $2 data, $3 at
INSERT INTO job_preferences (user_id, data, updated_at) VALUES ($1, $2, $3)
ON CONFLICT (user_id) DO UPDATE SET data = excluded.data, updated_at = excluded.updated_at;

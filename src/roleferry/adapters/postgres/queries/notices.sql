-- name: add_notice
-- $1 user, $2 id, $3 code, $4 level, $5 message, $6 facts, $7 dedupe key, $8 created
INSERT INTO notices (user_id, id, code, level, message, facts, dedupe_key, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (user_id, dedupe_key) DO NOTHING;

-- name: show_notices
-- $1 user, $2 created before, $3 id before, $4 limit
SELECT id, code, level, message, facts, created_at
  FROM notices
 WHERE user_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
 ORDER BY created_at DESC, id DESC LIMIT $4;

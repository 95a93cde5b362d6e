-- name: add_suppressions
-- A complaint or an opt-out outranks what stood there; waits for mails that are just being begun (lock_claimed); arrays of one length
WITH begun AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtext('roleferry.suppressions')))
INSERT INTO suppressions (user_id, id, kind, hashed, shown, reason, source, at)
SELECT s.user_id, s.id, s.kind, s.hashed, s.shown, s.reason, s.source, s.at
  FROM begun, unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
    AS s (user_id, id, kind, hashed, shown, reason, source, at)
ON CONFLICT (user_id, hashed) DO UPDATE SET reason = excluded.reason, source = excluded.source, at = excluded.at
 WHERE suppressions.reason IN ('added_by_user', 'added_by_operator') AND excluded.reason NOT IN ('added_by_user', 'added_by_operator');

-- name: add_service_suppressions
-- As above; $1 hashes, $2 ids, $3 kinds, $4 reasons, $5 at
WITH begun AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtext('roleferry.suppressions')))
INSERT INTO service_suppressions (hashed, id, kind, reason, at)
SELECT s.hashed, s.id, s.kind, s.reason, s.at
  FROM begun, unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) AS s (hashed, id, kind, reason, at)
ON CONFLICT DO NOTHING;

-- name: find_suppression
-- $1 user, $2 id
SELECT id, user_id, kind, 'user' AS scope, hashed, reason, at, shown, source FROM suppressions WHERE user_id = $1 AND id = $2;

-- name: remove_suppression
-- $1 user, $2 id
DELETE FROM suppressions WHERE user_id = $1 AND id = $2;

-- name: match_suppressions
-- $1 users, $2 hashes
SELECT id, user_id, kind, 'user' AS scope, hashed, reason, at, NULL AS shown, source
  FROM suppressions WHERE user_id = ANY ($1::uuid[]) AND hashed = ANY ($2::text[])
UNION ALL
SELECT id, NULL, kind, 'global', hashed, reason, at, NULL, NULL FROM service_suppressions WHERE hashed = ANY ($2::text[]);

-- name: show_suppressions
-- $1 user, $2 at before, $3 id before, $4 limit
SELECT id, kind, shown, reason, source, at
  FROM suppressions
 WHERE user_id = $1 AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid))
 ORDER BY at DESC, id DESC LIMIT $4;

-- name: show_suppression
-- $1 user, $2 id
SELECT id, kind, shown, reason, source, at FROM suppressions WHERE user_id = $1 AND id = $2;

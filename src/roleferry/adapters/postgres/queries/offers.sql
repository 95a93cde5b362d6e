-- name: add_offer
-- $1 user, $2 id, $3 application, $4 contact, $5 tone, $6 length, $7 level, $8 subject, $9 body, $10 claims, $11 lint, $12 engine,
-- $13 engine reason, $14 thin, $15 missing, $16 instructions, $17 at
INSERT INTO offers (user_id, id, application_id, contact_id, tone, length, level, subject, body, claims, lint, engine, engine_reason,
                    thin, missing, instructions, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17);

-- name: lock_offer
-- $1 user, $2 id
SELECT id, application_id, contact_id, subject, body, tone, length, level, claims, engine, engine_reason, thin, missing, lint, version
  FROM offers WHERE user_id = $1 AND id = $2 FOR UPDATE;

-- name: save_offer
-- $1 user, $2 id, $3 version before, $4 subject, $5 body, $6 claims, $7 lint, $8 at
UPDATE offers SET subject = $4, body = $5, claims = $6, lint = $7, edited = true, version = version + 1, updated_at = $8
 WHERE user_id = $1 AND id = $2 AND version = $3;

-- name: keep_one_pager
-- $1 user, $2 id, $3 key
UPDATE offers SET one_pager_key = $3 WHERE user_id = $1 AND id = $2;

-- name: latest_offers
-- $1 user, $2 contacts, $3 applications (same length)
SELECT DISTINCT ON (o.contact_id, o.application_id) o.id, o.application_id, o.contact_id, o.subject, o.body, o.tone, o.length,
       o.level, o.claims, o.engine, o.engine_reason, o.thin, o.missing, o.lint, o.version
  FROM unnest($2::uuid[], $3::uuid[]) AS asked (contact_id, application_id)
  JOIN offers o ON o.user_id = $1 AND o.contact_id = asked.contact_id AND o.application_id = asked.application_id
 ORDER BY o.contact_id, o.application_id, o.created_at DESC, o.id DESC;

-- name: list_colleagues_offers
-- $1 user, $2 application, $3 contact or NULL
SELECT DISTINCT ON (o.contact_id) o.body
  FROM offers o WHERE o.user_id = $1 AND o.application_id = $2 AND o.contact_id IS NOT NULL AND o.contact_id IS DISTINCT FROM $3::uuid
 ORDER BY o.contact_id, o.created_at DESC, o.id DESC;

-- name: show_offers
-- Newest first; $1 user, $2 application, $3 contact or NULL, $4 created before, $5 id before, $6 limit
SELECT o.id, o.application_id, o.contact_id, o.subject, o.body, o.tone, o.length, o.level, o.claims, o.engine, o.engine_reason,
       o.thin, o.missing, o.lint, o.instructions, o.edited, o.version, o.one_pager_key IS NOT NULL AS has_one_pager, o.created_at,
       o.updated_at
  FROM offers o
 WHERE o.user_id = $1 AND o.application_id = $2 AND ($3::uuid IS NULL OR o.contact_id = $3)
   AND ($4::timestamptz IS NULL OR (o.created_at, o.id) < ($4, $5::uuid))
 ORDER BY o.created_at DESC, o.id DESC LIMIT $6;

-- name: show_offer
-- $1 user, $2 id
SELECT o.id, o.application_id, o.contact_id, o.subject, o.body, o.tone, o.length, o.level, o.claims, o.engine, o.engine_reason,
       o.thin, o.missing, o.lint, o.instructions, o.edited, o.version, o.one_pager_key IS NOT NULL AS has_one_pager, o.created_at,
       o.updated_at, o.one_pager_key
  FROM offers o WHERE o.user_id = $1 AND o.id = $2;

-- name: has_application
-- $1 user, $2 id
SELECT 1 AS there FROM applications WHERE user_id = $1 AND id = $2;

-- name: add_sequence
-- $1 user, $2 id, $3 campaign, $4 name, $5 tone, $6 length, $7 at
INSERT INTO sequence_templates (user_id, id, campaign_id, name, tone, length, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $7);

-- name: add_steps
-- $1 user, $2 template, $3 at; then arrays of one length: $4 ids, $5 numbers, $6 kinds, $7 days, $8 subjects, $9 bodies,
-- $10 in the thread, $11 switched on, $12 lints, $13 versions
INSERT INTO sequence_steps (user_id, template_id, updated_at, id, number, kind, day, subject, body, same_thread, enabled, lint, version)
SELECT $1, $2, $3, s.id, s.number, s.kind, s.day, s.subject, s.body, s.same_thread, s.enabled, s.lint, s.version
  FROM unnest($4::uuid[], $5::integer[], $6::text[], $7::integer[], $8::text[], $9::text[], $10::boolean[], $11::boolean[],
              $12::jsonb[], $13::integer[])
    AS s (id, number, kind, day, subject, body, same_thread, enabled, lint, version);

-- name: remove_steps
-- $1 user, $2 template
DELETE FROM sequence_steps WHERE user_id = $1 AND template_id = $2;

-- name: lock_sequence
-- $1 user, $2 id
SELECT id, campaign_id, name, tone, length, version FROM sequence_templates WHERE user_id = $1 AND id = $2 FOR UPDATE;

-- name: find_campaign_sequence
-- Under the lock of its campaign, which every change of it takes too; $1 user, $2 campaign
SELECT id, campaign_id, name, tone, length, version FROM sequence_templates WHERE user_id = $1 AND campaign_id = $2;

-- name: lock_sequence_of_step
-- $1 user, $2 step
SELECT t.id, t.campaign_id, t.name, t.tone, t.length, t.version
  FROM sequence_templates t
 WHERE t.user_id = $1 AND t.id = (SELECT s.template_id FROM sequence_steps s WHERE s.user_id = $1 AND s.id = $2) FOR UPDATE;

-- name: list_steps
-- $1 user, $2 template
SELECT id, kind, day, subject, body, same_thread, enabled, lint, version
  FROM sequence_steps WHERE user_id = $1 AND template_id = $2 ORDER BY number;

-- name: rename_sequence
-- $1 user, $2 id, $3 name, $4 tone, $5 length, $6 at
UPDATE sequence_templates SET name = $3, tone = $4, length = $5, updated_at = $6, version = version + 1 WHERE user_id = $1 AND id = $2;

-- name: save_step
-- $1 user, $2 id, $3 version before, $4 day, $5 subject, $6 body, $7 in the thread, $8 switched on, $9 lint, $10 at
UPDATE sequence_steps
   SET day = $4, subject = $5, body = $6, same_thread = $7, enabled = $8, lint = $9, version = version + 1, updated_at = $10
 WHERE user_id = $1 AND id = $2 AND version = $3;

-- name: remove_sequence
-- $1 user, $2 id
DELETE FROM sequence_templates WHERE user_id = $1 AND id = $2;

-- name: show_sequences
-- Those that are no campaign's; $1 user, $2 created before, $3 id before, $4 limit
SELECT t.id, t.name, t.tone, t.length, t.campaign_id, t.created_at, t.updated_at,
       (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'kind', s.kind, 'day', s.day, 'subject', s.subject,
                                            'body', s.body, 'same_thread', s.same_thread, 'enabled', s.enabled, 'lint', s.lint,
                                            'version', s.version) ORDER BY s.number)
          FROM sequence_steps s WHERE s.user_id = $1 AND s.template_id = t.id) AS steps
  FROM sequence_templates t
 WHERE t.user_id = $1 AND t.campaign_id IS NULL AND ($2::timestamptz IS NULL OR (t.created_at, t.id) < ($2, $3::uuid))
 ORDER BY t.created_at DESC, t.id DESC LIMIT $4;

-- name: show_sequence
-- By its id, its campaign or one of its steps; $1 user, $2 id
SELECT t.id, t.name, t.tone, t.length, t.campaign_id, t.created_at, t.updated_at,
       (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'kind', s.kind, 'day', s.day, 'subject', s.subject,
                                            'body', s.body, 'same_thread', s.same_thread, 'enabled', s.enabled, 'lint', s.lint,
                                            'version', s.version) ORDER BY s.number)
          FROM sequence_steps s WHERE s.user_id = $1 AND s.template_id = t.id) AS steps
  FROM sequence_templates t
 WHERE t.user_id = $1 AND (t.id = $2 OR t.campaign_id = $2
                           OR t.id = (SELECT s.template_id FROM sequence_steps s WHERE s.user_id = $1 AND s.id = $2));

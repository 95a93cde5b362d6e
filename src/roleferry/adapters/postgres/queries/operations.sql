-- name: record_audit
-- Append to the audit log; $1 user, $2 id, $3 actor, $4 action, $5 entity, $6 entity id, $7 facts, $8 request id, $9 at
INSERT INTO audit_log (user_id, id, actor, action, entity, entity_id, facts, request_id, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: add_task
-- $1 user, $2 id, $3 kind, $4 payload, $5 created
INSERT INTO tasks (user_id, id, kind, payload, created_at) VALUES ($1, $2, $3, $4, $5);

-- name: show_task
-- $1 user, $2 id
SELECT id, kind, status, done, total, result, error, created_at, started_at, ended_at
  FROM tasks WHERE user_id = $1 AND id = $2;

-- name: claim_task
-- Take a task for $2 seconds unless somebody else has it; $1 id, $3 now as people see it
UPDATE tasks
   SET status = 'running', attempts = attempts + 1, started_at = coalesce(started_at, $3),
       lease_until = now() + make_interval(secs => $2::double precision)
 WHERE id = $1 AND (status = 'queued' OR (status = 'running' AND lease_until < now()))
RETURNING id, user_id, kind, payload, created_at, attempts;

-- name: advance_task
-- Progress, which also renews the lease; $1 user, $2 id, $3 done, $4 total, $5 seconds
UPDATE tasks SET done = $3, total = $4, lease_until = now() + make_interval(secs => $5::double precision)
 WHERE user_id = $1 AND id = $2 AND status = 'running';

-- name: end_task
-- $1 user, $2 id, $3 status, $4 result, $5 error, $6 at
UPDATE tasks SET status = $3, result = $4, error = $5, ended_at = $6, lease_until = NULL,
       done = CASE WHEN $3 = 'done' THEN coalesce(total, done) ELSE done END
 WHERE user_id = $1 AND id = $2 AND status = 'running';

-- name: list_open_tasks
-- What the sweep re-announces: never started (in dev a moved clock may date a task ahead), or abandoned; $1 limit
SELECT id FROM tasks
 WHERE (status = 'queued' AND created_at NOT BETWEEN now() - interval '10 seconds' AND now()) OR (status = 'running' AND lease_until < now())
 ORDER BY created_at LIMIT $1;

-- name: list_waiting_tasks
-- Every task nobody has finished, for a drain; $1 limit
SELECT id FROM tasks WHERE status = 'queued' OR (status = 'running' AND lease_until < now()) ORDER BY created_at LIMIT $1;

-- name: beat
-- $1 worker, $2 facts
INSERT INTO worker_heartbeats (worker, beat_at, facts) VALUES ($1, now(), $2)
ON CONFLICT (worker) DO UPDATE SET beat_at = now(), facts = excluded.facts;

-- name: forget_dead_workers
DELETE FROM worker_heartbeats WHERE beat_at < now() - interval '1 day';

-- name: latest_heartbeat
SELECT max(beat_at) AS beat_at, extract(epoch FROM now() - max(beat_at))::double precision AS age,
       (SELECT value ->> 'why' FROM service_state WHERE key = 'sending_stopped') AS sending_hold
  FROM worker_heartbeats;

-- name: read_state
-- $1 key
SELECT value FROM service_state WHERE key = $1;

-- name: write_state
-- $1 key, $2 value
INSERT INTO service_state (key, value, updated_at) VALUES ($1, $2, now())
ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now();

-- name: list_sending_stops
-- The service's stop under no user, and those of these people; $1 users
SELECT NULL::uuid AS user_id, value ->> 'why' AS why FROM service_state WHERE key = 'sending_stopped' AND jsonb_typeof(value) = 'object'
UNION ALL
SELECT user_id, why FROM sending_holds WHERE user_id = ANY ($1::uuid[]);

-- name: outlast_beginnings
-- Wait for whoever is just beginning mails (lock_claimed)
SELECT pg_advisory_xact_lock(hashtext('roleferry.suppressions')) IS NULL AS done;

-- name: hold_sending
-- $1 user, $2 why, $3 at
INSERT INTO sending_holds (user_id, why, at) VALUES ($1, $2, $3)
ON CONFLICT (user_id) DO UPDATE SET why = excluded.why, at = excluded.at;

-- name: release_sending
-- $1 user
DELETE FROM sending_holds WHERE user_id = $1;

-- name: show_sending_holds
-- $1 at before, $2 user before, $3 limit
SELECT user_id, why, at FROM sending_holds
 WHERE $1::timestamptz IS NULL OR (at, user_id) < ($1, $2::uuid) ORDER BY at DESC, user_id DESC LIMIT $3;

-- name: advance_epoch
-- Number the stretches of sending; the installation's name goes into every backup with them; $1 a number to be beyond
INSERT INTO service_state (key, value, updated_at)
VALUES ('send_epoch', jsonb_build_object('installation', gen_random_uuid(), 'number', $1::bigint + 1), now())
ON CONFLICT (key) DO UPDATE
   SET value = jsonb_set(service_state.value, '{number}',
                         to_jsonb(greatest((service_state.value ->> 'number')::bigint, $1::bigint) + 1)), updated_at = now()
RETURNING value;

-- name: begin_nightly_run
-- Take tonight's run unless it was taken; $1 name, $2 day
INSERT INTO nightly_runs (name, day) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: begin_idempotent
-- Take a key; no row when it is taken; $1 user, $2 key, $3 fingerprint, $4 seconds an unfinished one stays taken
INSERT INTO idempotency_keys (user_id, key, fingerprint) VALUES ($1, $2, $3)
ON CONFLICT (user_id, key) DO UPDATE SET fingerprint = excluded.fingerprint, status = NULL, created_at = now()
 WHERE idempotency_keys.created_at < now() - interval '24 hours'
    OR (idempotency_keys.status IS NULL AND idempotency_keys.created_at < now() - make_interval(secs => $4::double precision))
RETURNING key;

-- name: find_idempotent
-- $1 user, $2 key
SELECT fingerprint, status, headers, body FROM idempotency_keys WHERE user_id = $1 AND key = $2;

-- name: finish_idempotent
-- $1 user, $2 key, $3 status, $4 headers, $5 body
UPDATE idempotency_keys SET status = $3, headers = $4, body = $5 WHERE user_id = $1 AND key = $2;

-- name: release_idempotent
-- The request failed in a way that may be tried again; $1 user, $2 key
DELETE FROM idempotency_keys WHERE user_id = $1 AND key = $2 AND status IS NULL;

-- name: forget_idempotent
DELETE FROM idempotency_keys WHERE created_at < now() - interval '24 hours';

-- name: add_user
-- $1 id, $2 e-mail, $3 name, $4 role
INSERT INTO users (id, email, name, role) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING;

-- name: find_user_by_email
-- $1 e-mail
SELECT id, email, name, role, postal_address, timezone, created_at FROM users WHERE email = $1;

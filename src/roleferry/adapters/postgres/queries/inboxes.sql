-- name: claim_inboxes
-- Longest due first; a trigger on their servers makes new ones and changed ones due; $1 token, $2 lease in seconds, $3 limit
WITH due AS (
    SELECT i.user_id, i.mailbox_id FROM inboxes i
     WHERE i.due_at <= now() AND (i.lease_until IS NULL OR i.lease_until < now())
     ORDER BY i.due_at LIMIT $3 FOR UPDATE SKIP LOCKED
), login AS (
    SELECT d.user_id, d.mailbox_id, m.address, c.host, c.port, c.security, c.username, c.password, c.changed_at
      FROM due d
      JOIN mailboxes m ON m.user_id = d.user_id AND m.id = d.mailbox_id
      JOIN mailbox_connections c ON c.user_id = d.user_id AND c.mailbox_id = d.mailbox_id AND c.protocol = 'imap'
), other AS (
    -- Settings may lead to another account, where the same numbers name other mails.
    DELETE FROM inbox_folders f USING login d, inboxes i
     WHERE f.user_id = d.user_id AND f.mailbox_id = d.mailbox_id AND i.user_id = d.user_id AND i.mailbox_id = d.mailbox_id
       AND i.settings_at IS DISTINCT FROM d.changed_at
)
UPDATE inboxes i
   SET lease_token = $1, lease_until = now() + make_interval(secs => $2::double precision),
       due_at = now() + make_interval(secs => $2::double precision), settings_at = d.changed_at,
       failures = CASE WHEN i.settings_at IS DISTINCT FROM d.changed_at THEN 0 ELSE i.failures END
  FROM login d
 WHERE i.user_id = d.user_id AND i.mailbox_id = d.mailbox_id
RETURNING i.user_id, i.mailbox_id, i.lease_token AS token, i.settings_at, i.connected_at, i.failures, d.address, d.host, d.port,
          d.security, d.username, d.password;

-- name: are_inboxes_waiting
SELECT EXISTS (SELECT FROM inboxes i WHERE i.due_at <= now() AND (i.lease_until IS NULL OR i.lease_until < now())) AS waiting;

-- name: find_inbox_folder
-- $1 user, $2 mailbox, $3 folder
SELECT folder, uid_validity, last_uid, since FROM inbox_folders WHERE user_id = $1 AND mailbox_id = $2 AND folder = $3;

-- name: save_inbox_folder
-- Nothing is written by who lost the lease; $1 user, $2 mailbox, $3 token, $4 folder, $5 validity, $6 last uid, $7 since
INSERT INTO inbox_folders (user_id, mailbox_id, folder, uid_validity, last_uid, since)
SELECT i.user_id, i.mailbox_id, $4, $5, $6, $7
  FROM inboxes i
  JOIN mailbox_connections c ON c.user_id = i.user_id AND c.mailbox_id = i.mailbox_id AND c.protocol = 'imap'
 WHERE i.user_id = $1 AND i.mailbox_id = $2 AND i.lease_token = $3 AND i.lease_until > now() AND i.settings_at = c.changed_at
   FOR UPDATE OF i
ON CONFLICT ON CONSTRAINT pk_inbox_folders
DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, since = excluded.since;

-- name: set_inbox_mail_aside
-- $1 user, $2 mailbox, $3 folder, $4 validity, $5 uid, $6 reason
INSERT INTO inbox_set_aside (user_id, mailbox_id, folder, uid_validity, uid, reason) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT DO NOTHING;

-- name: renew_inbox
-- $1 user, $2 mailbox, $3 token, $4 lease in seconds
UPDATE inboxes i
   SET lease_until = now() + make_interval(secs => $4::double precision), due_at = now() + make_interval(secs => $4::double precision),
       state = 'read', detail = NULL, failures = 0, read_at = now(), connected_at = coalesce(i.connected_at, now())
  FROM mailbox_connections c
 WHERE i.user_id = $1 AND i.mailbox_id = $2 AND i.lease_token = $3 AND i.lease_until > now()
   AND c.user_id = i.user_id AND c.mailbox_id = i.mailbox_id AND c.protocol = 'imap' AND c.changed_at = i.settings_at
RETURNING i.connected_at;

-- name: release_inbox
-- One whose settings changed meanwhile stays due; $1 user, $2 mailbox, $3 token, $4 state, $5 detail, $6 seconds until it is due again
UPDATE inboxes
   SET lease_token = NULL, lease_until = NULL, state = $4, detail = $5,
       due_at = CASE WHEN settings_at IS NULL THEN due_at ELSE now() + make_interval(secs => $6::double precision) END,
       failures = CASE WHEN $4 = 'read' THEN 0 ELSE failures + 1 END
 WHERE user_id = $1 AND mailbox_id = $2 AND lease_token = $3;

-- name: show_inbox
-- $1 user, $2 mailbox
SELECT i.state, i.detail, i.failures, i.due_at, i.connected_at, i.read_at,
       (SELECT count(*) FROM inbox_set_aside a WHERE a.user_id = i.user_id AND a.mailbox_id = i.mailbox_id) AS set_aside
  FROM inboxes i
  JOIN mailbox_connections c ON c.user_id = i.user_id AND c.mailbox_id = i.mailbox_id AND c.protocol = 'imap'
 WHERE i.user_id = $1 AND i.mailbox_id = $2;

-- name: show_inbox_set_aside
-- The newest of them; $1 user, $2 mailbox, $3 limit
SELECT folder, uid, reason, at FROM inbox_set_aside WHERE user_id = $1 AND mailbox_id = $2 ORDER BY at DESC, uid DESC LIMIT $3;

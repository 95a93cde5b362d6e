-- name: add_raw_event
-- $1 id, $2 provider, $3 its event id, $4 content type, $5 body, $6 received
INSERT INTO raw_events (id, provider, provider_event_id, content_type, body, received_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (provider, provider_event_id) DO NOTHING;

-- name: keep_raw_events
-- Arrays of one length: ids, providers, their event ids, content types, bodies, received, proofs; returns those that are new
INSERT INTO raw_events (id, provider, provider_event_id, content_type, body, received_at, proof)
SELECT e.id, e.provider, e.provider_event_id, e.content_type, e.body, e.received_at, e.proof
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::timestamptz[], $7::text[])
       AS e (id, provider, provider_event_id, content_type, body, received_at, proof)
ON CONFLICT DO NOTHING RETURNING id;

-- name: list_known_raw_events
-- Those of the named that are kept; $1 providers, $2 their event ids (same length)
SELECT r.provider, r.provider_event_id FROM raw_events r
  JOIN unnest($1::text[], $2::text[]) AS e (provider, provider_event_id)
    ON e.provider = r.provider AND e.provider_event_id = r.provider_event_id;

-- name: claim_raw_events
-- $1 now, $2 taken until, $3 limit, $4 attempts after which one is a suspect, of which only one is taken
WITH fresh AS (
    SELECT id FROM raw_events WHERE status = 'new' AND due_at <= $1 AND attempts < $4 ORDER BY due_at, id LIMIT $3
       FOR UPDATE SKIP LOCKED
), suspect AS (
    SELECT id FROM raw_events WHERE status = 'new' AND due_at <= $1 AND attempts >= $4 ORDER BY due_at, id LIMIT 1
       FOR UPDATE SKIP LOCKED
), due AS (
    SELECT id FROM fresh UNION ALL SELECT id FROM suspect
)
UPDATE raw_events e SET due_at = $2, attempts = e.attempts + 1
  FROM due WHERE e.id = due.id
RETURNING e.id, e.provider, e.provider_event_id, e.content_type, e.body, e.received_at, e.attempts;

-- name: settle_raw_event
-- $1 id, $2 status, $3 at, $4 error
UPDATE raw_events SET status = $2, applied_at = $3, error = $4 WHERE id = $1;

-- name: put_off_raw_event
-- $1 id, $2 until, $3 why, $4 whether the attempt counts
UPDATE raw_events SET due_at = $2, error = $3, attempts = attempts - CASE WHEN $4::boolean THEN 0 ELSE 1 END WHERE id = $1 AND status = 'new';

-- name: replay_raw_event
-- Returns what it was; only a dead one changes; $1 id, $2 at
WITH found AS (
    SELECT id, status FROM raw_events WHERE id = $1 FOR UPDATE
), replayed AS (
    UPDATE raw_events e SET status = 'new', due_at = $2, attempts = 0, error = NULL, applied_at = NULL, replays = e.replays + 1
      FROM found WHERE e.id = found.id AND found.status = 'dead'
)
SELECT status AS was FROM found;

-- name: show_raw_events
-- $1 status, $2 received before, $3 id before, $4 limit
SELECT id, provider, status, error, attempts, replays, octet_length(body) AS size, received_at, applied_at
  FROM raw_events WHERE status = $1 AND ($2::timestamptz IS NULL OR (received_at, id) < ($2, $3::uuid))
 ORDER BY received_at DESC, id DESC LIMIT $4;

-- name: count_raw_events
SELECT provider, status, count(*) AS events FROM raw_events GROUP BY provider, status ORDER BY provider, status;

-- name: forget_raw_events
-- What was dealt with; dead ones stay until somebody has looked; $1 received before
DELETE FROM raw_events WHERE status IN ('applied', 'ignored') AND received_at < $1;

-- name: locate_outreach
-- $1 Message-IDs as they stand in mails, $2 providers' ids, $3 ids, $4 send keys
SELECT o.user_id, o.id AS outreach_id, o.contact_id, o.message_id, o.provider_id, o.to_address, m.address AS mailbox_address
  FROM outreach o JOIN mailboxes m ON m.user_id = o.user_id AND m.id = o.mailbox_id
 WHERE o.message_id = ANY ($1::text[])
UNION
SELECT o.user_id, o.id, o.contact_id, o.message_id, o.provider_id, o.to_address, m.address
  FROM outreach o JOIN mailboxes m ON m.user_id = o.user_id AND m.id = o.mailbox_id
 WHERE o.provider_id = ANY ($2::text[])
UNION
SELECT o.user_id, o.id, o.contact_id, o.message_id, o.provider_id, o.to_address, m.address
  FROM outreach o JOIN mailboxes m ON m.user_id = o.user_id AND m.id = o.mailbox_id
 WHERE o.id = ANY ($3::uuid[])
UNION
SELECT o.user_id, o.id, o.contact_id, o.message_id, o.provider_id, o.to_address, m.address
  FROM outreach o JOIN mailboxes m ON m.user_id = o.user_id AND m.id = o.mailbox_id
 WHERE o.send_key = ANY ($4::text[]);

-- name: list_mail_events
-- Everything known of one mail; $1 user, $2 mail
SELECT id, user_id, outreach_id, type, at, recorded_at, dedupe_key, counted, facts
  FROM outreach_events WHERE user_id = $1 AND outreach_id = $2 ORDER BY number;

-- name: add_reply
-- $1 user, $2 id, $3 mail, $4 enrollment, $5 contact, $6 from, $7 name, $8 subject, $9 text, $10 label, $11 confidence,
-- $12 deciding words, $13 label by, $14 handled, $15 Message-ID, $16 received
INSERT INTO replies (user_id, id, outreach_id, enrollment_id, contact_id, from_address, from_name, subject, text, label, confidence,
                     deciding, label_by, handled, message_id, received_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
ON CONFLICT (user_id, message_id) DO NOTHING;

-- name: lock_reply
-- $1 user, $2 id
SELECT user_id, id, outreach_id, enrollment_id, contact_id, from_address, from_name, subject, coalesce(text, '') AS text, label,
       confidence, deciding, label_by, handled, message_id, received_at
  FROM replies WHERE user_id = $1 AND id = $2 FOR UPDATE;

-- name: save_reply
-- $1 user, $2 id, $3 label, $4 confidence, $5 deciding words, $6 label by, $7 handled
UPDATE replies SET label = $3, confidence = $4, deciding = $5, label_by = $6, handled = $7 WHERE user_id = $1 AND id = $2;

-- name: show_replies
-- $1 user, $2 received before, $3 id before, $4 limit, $5 label or NULL, $6 handled or NULL, $7 campaign or NULL
SELECT r.id, r.outreach_id, r.enrollment_id, r.contact_id, r.from_address, r.from_name, r.subject, r.text, r.label, r.confidence,
       r.deciding, r.label_by, r.handled, r.received_at, o.campaign_id, o.application_id, o.step, o.subject AS outreach_subject,
       o.to_address AS mailed_address, o.to_name AS contact_name, a.status AS application_status, m.domains AS company_domains,
       f.id AS from_contact_id
  FROM replies r
  JOIN outreach o ON o.user_id = r.user_id AND o.id = r.outreach_id
  LEFT JOIN applications a ON a.user_id = o.user_id AND a.id = o.application_id
  LEFT JOIN companies m ON m.user_id = o.user_id AND m.id = o.company_id
  LEFT JOIN contacts f ON f.user_id = r.user_id AND lower(f.email) = lower(r.from_address)
 WHERE r.user_id = $1 AND ($2::timestamptz IS NULL OR (r.received_at, r.id) < ($2, $3::uuid))
   AND ($5::text IS NULL OR r.label = $5) AND ($6::boolean IS NULL OR r.handled = $6) AND ($7::uuid IS NULL OR o.campaign_id = $7)
 ORDER BY r.received_at DESC, r.id DESC LIMIT $4;

-- name: show_reply
-- $1 user, $2 id
SELECT r.id, r.outreach_id, r.enrollment_id, r.contact_id, r.from_address, r.from_name, r.subject, r.text, r.label, r.confidence,
       r.deciding, r.label_by, r.handled, r.received_at, o.campaign_id, o.application_id, o.step, o.subject AS outreach_subject,
       o.to_address AS mailed_address, o.to_name AS contact_name, a.status AS application_status, m.domains AS company_domains,
       f.id AS from_contact_id
  FROM replies r
  JOIN outreach o ON o.user_id = r.user_id AND o.id = r.outreach_id
  LEFT JOIN applications a ON a.user_id = o.user_id AND a.id = o.application_id
  LEFT JOIN companies m ON m.user_id = o.user_id AND m.id = o.company_id
  LEFT JOIN contacts f ON f.user_id = r.user_id AND lower(f.email) = lower(r.from_address)
 WHERE r.user_id = $1 AND r.id = $2;

-- name: find_reply_of_mail
-- $1 user, $2 mail, $3 Message-ID
SELECT id FROM replies WHERE user_id = $1 AND outreach_id = $2 AND message_id = $3;

-- name: find_role_of_outreach
-- The application a mail is about, with its stage; $1 user, $2 mail
SELECT a.id, a.status FROM outreach o JOIN applications a ON a.user_id = o.user_id AND a.id = o.application_id
 WHERE o.user_id = $1 AND o.id = $2;

-- name: list_undelivered_mock_mails
-- Captured mails whose simulated readers have not got them yet; one that bounced softly arrives when it was sent again;
-- $1 sent by then, $2 limit
SELECT o.id AS outreach_id, o.message_id, a.ended_at AS sent_at, m.address AS sender, o.to_address AS recipient, o.subject
  FROM outreach o
  JOIN mailboxes m ON m.user_id = o.user_id AND m.id = o.mailbox_id
  JOIN enrollments e ON e.user_id = o.user_id AND e.id = o.enrollment_id
  JOIN LATERAL (SELECT max(b.ended_at) AS ended_at FROM outreach_attempts b
                 WHERE b.user_id = o.user_id AND b.outreach_id = o.id AND b.outcome = 'accepted') a ON true
 WHERE o.status = 'sent' AND o.provider = 'mock' AND o.delivered_at IS NULL AND a.ended_at <= $1
   AND (o.bounced_at IS NULL OR (o.bounced_at < a.ended_at AND e.state IN ('active', 'held')))
 ORDER BY o.sent_at LIMIT $2;

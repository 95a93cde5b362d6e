-- name: add_outreach
-- $1 user, $2 at; then arrays of one length, in the order of the columns
INSERT INTO outreach (user_id, created_at, id, campaign_id, enrollment_id, contact_id, mailbox_id, step_id, step, send_key,
                      message_id, to_address, to_name, subject, body, time_zone, due_at, plan_reason, approved_digest, step_kind,
                      gap_days, day, same_thread, company_id, application_id, country, claims, status, hold_reason)
SELECT $1, $2, o.id, o.campaign_id, o.enrollment_id, o.contact_id, o.mailbox_id, o.step_id, o.step, o.send_key,
       o.message_id, o.to_address, o.to_name, o.subject, o.body, o.time_zone, o.due_at, o.plan_reason, o.approved_digest, o.step_kind,
       o.gap_days, o.day, o.same_thread, o.company_id, o.application_id, o.country, o.claims::jsonb, o.status, o.hold_reason
  FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::integer[], $10::text[],
              $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::timestamptz[], $18::text[], $19::text[],
              $20::text[], $21::integer[], $22::integer[], $23::boolean[], $24::uuid[], $25::uuid[], $26::text[], $27::text[],
              $28::text[], $29::text[])
    AS o (id, campaign_id, enrollment_id, contact_id, mailbox_id, step_id, step, send_key,
          message_id, to_address, to_name, subject, body, time_zone, due_at, plan_reason, approved_digest,
          step_kind, gap_days, day, same_thread, company_id, application_id, country, claims, status, hold_reason);

-- name: lock_outreach
-- $1 user (NULL: the system's look at any), $2 id
SELECT user_id, id, campaign_id, enrollment_id, contact_id, mailbox_id, step_id, step, send_key, message_id, to_address, to_name,
       subject, coalesce(body, '') AS body, time_zone, due_at, status, plan_reason, hold_reason, end_reason, approved_digest,
       attempts, lease_token, lease_until, provider_id, sent_at, delivered_at, clicked_at, replied_at, bounced_at,
       complained_at, version
  FROM outreach WHERE ($1::uuid IS NULL OR user_id = $1) AND id = $2 FOR UPDATE;

-- name: lock_open_outreach
-- $1 user, $2 campaign or NULL, $3 enrollments or NULL
SELECT user_id, id, campaign_id, enrollment_id, contact_id, mailbox_id, step_id, step, send_key, message_id, to_address, to_name,
       subject, coalesce(body, '') AS body, time_zone, due_at, status, plan_reason, hold_reason, end_reason, approved_digest,
       attempts, lease_token, lease_until, provider_id, sent_at, delivered_at, clicked_at, replied_at, bounced_at,
       complained_at, version
  FROM outreach
 WHERE user_id = $1 AND status IN ('scheduled', 'held')
   AND ($2::uuid IS NULL OR campaign_id = $2) AND ($3::uuid[] IS NULL OR enrollment_id = ANY ($3))
 ORDER BY enrollment_id, step FOR UPDATE;

-- name: lock_expired_outreach
-- By the database's clock alone; $1 limit
SELECT user_id, id, campaign_id, enrollment_id, contact_id, mailbox_id, step_id, step, send_key, message_id, to_address, to_name,
       subject, coalesce(body, '') AS body, time_zone, due_at, status, plan_reason, hold_reason, end_reason, approved_digest,
       attempts, lease_token, lease_until, provider_id, sent_at, delivered_at, clicked_at, replied_at, bounced_at,
       complained_at, version
  FROM outreach WHERE status = 'sending' AND lease_until < now()
 ORDER BY lease_until LIMIT $1 FOR UPDATE SKIP LOCKED;

-- name: lock_doubtful_outreach
-- Any of them, in no order: those that only a person can decide about would else stand before all others for ever;
-- $1 seconds since the last attempt began, $2 limit
SELECT o.user_id, o.id, o.campaign_id, o.enrollment_id, o.contact_id, o.mailbox_id, o.step_id, o.step, o.send_key, o.message_id,
       o.to_address, o.to_name, o.subject, coalesce(o.body, '') AS body, o.time_zone, o.due_at, o.status, o.plan_reason,
       o.hold_reason, o.end_reason, o.approved_digest, o.attempts, o.lease_token, o.lease_until, o.provider_id, o.sent_at,
       o.delivered_at, o.clicked_at, o.replied_at, o.bounced_at, o.complained_at, o.version
  FROM outreach o
 WHERE o.status = 'uncertain'
   AND NOT EXISTS (SELECT 1 FROM outreach_attempts a WHERE a.user_id = o.user_id AND a.outreach_id = o.id
                    AND a.began_at > now() - make_interval(secs => $1::double precision))
 ORDER BY random() LIMIT $2 FOR UPDATE SKIP LOCKED;

-- name: save_outreach
-- Write mails whose versions are still ours; arrays of one length
UPDATE outreach o
   SET status = n.status, due_at = n.due_at, plan_reason = n.plan_reason, hold_reason = n.hold_reason, end_reason = n.end_reason,
       approved_digest = n.approved_digest, attempts = n.attempts, lease_token = n.lease_token, lease_until = n.lease_until,
       provider_id = n.provider_id, message_id = n.message_id, sent_at = n.sent_at, delivered_at = n.delivered_at, clicked_at = n.clicked_at,
       replied_at = n.replied_at, bounced_at = n.bounced_at, complained_at = n.complained_at, version = o.version + 1,
       ended_at = CASE WHEN n.status IN ('canceled', 'suppressed', 'failed') THEN coalesce(o.ended_at, now()) ELSE NULL END
  FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[],
              $10::integer[], $11::text[], $12::timestamptz[], $13::text[], $14::text[], $15::timestamptz[], $16::timestamptz[],
              $17::timestamptz[], $18::timestamptz[], $19::timestamptz[], $20::timestamptz[])
    AS n (user_id, id, version, status, due_at, plan_reason, hold_reason, end_reason, approved_digest, attempts, lease_token,
          lease_until, provider_id, message_id, sent_at, delivered_at, clicked_at, replied_at, bounced_at, complained_at)
 WHERE o.user_id = n.user_id AND o.id = n.id AND o.version = n.version;

-- name: find_latest_attempt
-- $1 user, $2 mail
SELECT started_at, extract(epoch FROM clock_timestamp() - began_at)::double precision AS age
  FROM outreach_attempts WHERE user_id = $1 AND outreach_id = $2 ORDER BY number DESC LIMIT 1;

-- name: lock_canceled_outreach
-- $1 user, $2 enrollment, $3 why
SELECT user_id, id, campaign_id, enrollment_id, contact_id, mailbox_id, step_id, step, send_key, message_id, to_address, to_name,
       subject, coalesce(body, '') AS body, time_zone, due_at, status, plan_reason, hold_reason, end_reason, approved_digest,
       attempts, lease_token, lease_until, provider_id, sent_at, delivered_at, clicked_at, replied_at, bounced_at,
       complained_at, version
  FROM outreach WHERE user_id = $1 AND enrollment_id = $2 AND status = 'canceled' AND end_reason = $3
 ORDER BY step FOR UPDATE;

-- name: show_dead_letters
-- Mails that failed or are in doubt; $1 user, $2 due before, $3 id before, $4 limit
SELECT o.id, o.campaign_id, o.contact_id, o.application_id, o.step, o.step_kind, o.to_name, o.to_address, o.subject, o.status,
       o.time_zone, o.due_at, o.plan_reason, o.hold_reason, o.end_reason, o.edited, o.sent_at, o.delivered_at, o.clicked_at,
       o.replied_at, o.bounced_at, o.attempts AS tries, a.started_at AS last_tried_at, a.code, a.detail
  FROM outreach o
  LEFT JOIN LATERAL (SELECT t.started_at, t.code, t.detail FROM outreach_attempts t
                      WHERE t.user_id = o.user_id AND t.outreach_id = o.id ORDER BY t.number DESC LIMIT 1) a ON true
 WHERE o.user_id = $1 AND o.status IN ('failed', 'uncertain') AND ($2::timestamptz IS NULL OR (o.due_at, o.id) < ($2, $3::uuid))
 ORDER BY o.due_at DESC, o.id DESC LIMIT $4;

-- name: show_everybodys_dead_letters
-- For operators: no address, no words; $1 status or NULL, $2 due before, $3 id before, $4 limit
SELECT o.user_id, o.id, o.campaign_id, o.mailbox_id, o.step, o.status, o.due_at, o.provider, o.attempts AS tries,
       a.started_at AS last_tried_at, a.code
  FROM outreach o
  LEFT JOIN LATERAL (SELECT t.started_at, t.code FROM outreach_attempts t
                      WHERE t.user_id = o.user_id AND t.outreach_id = o.id ORDER BY t.number DESC LIMIT 1) a ON true
 WHERE o.status IN ('failed', 'uncertain') AND ($1::text IS NULL OR o.status = $1)
   AND ($2::timestamptz IS NULL OR (o.due_at, o.id) < ($2, $3::uuid))
 ORDER BY o.due_at DESC, o.id DESC LIMIT $4;

-- name: doubt_due_outreach
-- After a restore, whatever was due may have gone, also what waited for its owner's word; $1 now
UPDATE outreach SET status = 'uncertain', hold_reason = NULL, lease_token = NULL, lease_until = NULL, began_at = due_at, version = version + 1
 WHERE status IN ('scheduled', 'held') AND due_at <= $1;

-- name: let_outreach_through
-- $1 user, $2 mail
UPDATE outreach SET stands_alone = true WHERE user_id = $1 AND id = $2;

-- name: edit_outreach
-- $1 user, $2 id, $3 version, $4 subject, $5 body, $6 digest, $7 status, $8 hold reason, $9 address, $10 name, $11 claims
UPDATE outreach
   SET subject = $4, body = $5, approved_digest = $6, status = $7, hold_reason = $8, to_address = $9, to_name = $10, claims = $11,
       edited = true, version = version + 1
 WHERE user_id = $1 AND id = $2 AND version = $3;

-- name: claim_due
-- Lease due mails, one a mailbox, so that its gap and cap need no guess, and one of each person's before anybody's second.
-- Left out: mailboxes with a mail claimed or on the wire, or that sent within their gap; $1 now, $2 limit, $3 token, $4 seconds
-- What was picked is fetched by its id (status || ''): when the planner thinks that little is due, it would walk all that is due for
-- each, 5 s a claim with ten million mails
WITH due AS MATERIALIZED (
    SELECT DISTINCT ON (o.user_id, o.mailbox_id) o.user_id, o.id, o.mailbox_id, o.due_at, m.gap_seconds
      FROM outreach o
      JOIN campaigns c ON c.user_id = o.user_id AND c.id = o.campaign_id AND c.status = 'active' AND c.holds = '[]'
      JOIN mailboxes m ON m.user_id = o.user_id AND m.id = o.mailbox_id AND m.status = 'active'
                      AND (m.closed_until IS NULL OR m.closed_until <= $1)
      JOIN enrollments e ON e.user_id = o.user_id AND e.id = o.enrollment_id
                        AND (e.state <> 'held' OR e.held_until <= $1)
     WHERE o.status = 'scheduled' AND o.due_at <= $1
       AND NOT EXISTS (SELECT 1 FROM sending_holds h WHERE h.user_id = o.user_id)
     ORDER BY o.user_id, o.mailbox_id, (o.step > 1) DESC, o.due_at, o.id
), turns AS MATERIALIZED (
    SELECT due.user_id, due.id, due.mailbox_id, due.due_at,
           row_number() OVER (PARTITION BY due.user_id ORDER BY due.due_at, due.id) AS turn
      FROM due
     WHERE (SELECT b.id FROM outreach b
             WHERE b.user_id = due.user_id AND b.mailbox_id = due.mailbox_id AND b.lease_token IS NOT NULL
               AND b.status IN ('scheduled', 'sending') AND (b.status = 'sending' OR b.lease_until > clock_timestamp())
             LIMIT 1) IS NULL
       AND coalesce((SELECT b.began_at FROM outreach b
                      WHERE b.user_id = due.user_id AND b.mailbox_id = due.mailbox_id AND b.began_at IS NOT NULL
                        AND b.status IN ('sending', 'uncertain', 'sent', 'delivered')
                      ORDER BY b.began_at DESC LIMIT 1) <= $1::timestamptz - make_interval(secs => due.gap_seconds), true)
), taken AS (
    SELECT o.user_id, o.id, turns.turn, turns.due_at
      FROM turns
      JOIN mailboxes m ON m.user_id = turns.user_id AND m.id = turns.mailbox_id
      JOIN outreach o ON o.user_id = turns.user_id AND o.id = turns.id AND o.status || '' = 'scheduled' AND o.due_at <= $1
                     AND (o.lease_token IS NULL OR o.lease_until <= clock_timestamp())
     ORDER BY turns.turn, turns.due_at, turns.id LIMIT $2 FOR UPDATE OF m, o SKIP LOCKED
), leased AS (
    UPDATE outreach o
       SET lease_token = $3, lease_until = clock_timestamp() + make_interval(secs => $4::double precision)
      FROM taken WHERE o.user_id = taken.user_id AND o.id = taken.id
)
SELECT user_id, id FROM taken ORDER BY turn, due_at, id;

-- name: lock_claimed
-- What of a claim is still ours and still due, locked with its mailbox; until the attempt stands nobody pauses its campaign,
-- holds its conversation or adds to a list: who comes now waits, and is told that it is leaving. What follows in this
-- transaction is planned once, not for every handful of mails; $1 users, $2 mails, $3 token, $4 now
WITH lists AS MATERIALIZED (
    SELECT pg_advisory_xact_lock_shared(hashtext('roleferry.suppressions')),
           set_config('plan_cache_mode', 'force_generic_plan', true)
)
SELECT o.user_id, o.id
  FROM lists, unnest($1::uuid[], $2::uuid[]) AS asked (user_id, id)
  JOIN outreach o ON o.user_id = asked.user_id AND o.id = asked.id
  JOIN mailboxes m ON m.user_id = o.user_id AND m.id = o.mailbox_id
  JOIN campaigns c ON c.user_id = o.user_id AND c.id = o.campaign_id
  JOIN enrollments e ON e.user_id = o.user_id AND e.id = o.enrollment_id
 WHERE o.status = 'scheduled' AND o.lease_token = $3 AND o.lease_until > clock_timestamp() AND o.due_at <= $4
   FOR UPDATE OF o, m SKIP LOCKED FOR SHARE OF c, e SKIP LOCKED;

-- name: release_claims
-- Give back what was claimed and not begun; $1 users, $2 mails, $3 token
UPDATE outreach o SET lease_token = NULL, lease_until = NULL
  FROM (SELECT c.user_id, c.id
          FROM unnest($1::uuid[], $2::uuid[]) AS asked (user_id, id)
          JOIN outreach c ON c.user_id = asked.user_id AND c.id = asked.id
         WHERE c.status = 'scheduled' AND c.lease_token = $3
           FOR UPDATE OF c SKIP LOCKED) ours
 WHERE o.user_id = ours.user_id AND o.id = ours.id;

-- name: begin_attempts
-- Commit the intent before the first byte; leases by the database's clock; $1 seconds, then arrays of one length:
-- $2 users, $3 mails, $4 tokens, $5 providers, $6 started
WITH attempt AS (
    SELECT a.user_id, a.outreach_id, a.token, a.provider, a.started_at
      FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[])
        AS a (user_id, outreach_id, token, provider, started_at)
), written AS (
    INSERT INTO outreach_attempts (user_id, outreach_id, number, token, provider, started_at, began_at)
    SELECT user_id, outreach_id, (SELECT coalesce(max(b.number), 0) + 1 FROM outreach_attempts b
                                   WHERE b.user_id = attempt.user_id AND b.outreach_id = attempt.outreach_id),
           token, provider, started_at, clock_timestamp()
      FROM attempt
)
UPDATE outreach o
   SET status = 'sending', lease_token = attempt.token, lease_until = clock_timestamp() + make_interval(secs => $1::double precision),
       attempts = o.attempts + 1, provider = attempt.provider, began_at = attempt.started_at, version = o.version + 1
  FROM attempt
 WHERE o.user_id = attempt.user_id AND o.id = attempt.outreach_id AND o.status = 'scheduled';

-- name: take_back_attempts
-- Attempts that never got to their first byte did not happen; $1 users, $2 mails, $3 tokens
WITH back AS (
    UPDATE outreach o
       SET status = 'scheduled', lease_token = NULL, lease_until = NULL, attempts = o.attempts - 1, version = o.version + 1
      FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS a (user_id, outreach_id, token)
     WHERE o.user_id = a.user_id AND o.id = a.outreach_id AND o.lease_token = a.token AND o.status IN ('sending', 'uncertain')
    RETURNING o.user_id, o.id, a.token
)
DELETE FROM outreach_attempts t USING back WHERE t.user_id = back.user_id AND t.outreach_id = back.id AND t.token = back.token;

-- name: end_attempts
-- Arrays of one length: $1 users, $2 mails, $3 tokens, $4 ended, $5 outcomes, $6 codes, $7 details, $8 provider's ids
UPDATE outreach_attempts t
   SET ended_at = a.ended_at, outcome = a.outcome, code = a.code, detail = a.detail, provider_id = a.provider_id
  FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[])
    AS a (user_id, outreach_id, token, ended_at, outcome, code, detail, provider_id)
 WHERE t.user_id = a.user_id AND t.outreach_id = a.outreach_id AND t.token = a.token;

-- name: accept_attempts
-- Write, with its event, that a provider took each mail over, where the row is still the attempt's own; a row that somebody
-- else has in hand is left for later, so that this waits for nobody. As `Outreach.accepted` has it. Arrays of one length:
-- $1 users, $2 mails, $3 tokens, $4 ended, $5 provider's ids, $6 Message-IDs or NULL, $7 events' ids; $8 recorded
WITH told AS MATERIALIZED (
    SELECT a.user_id, a.id, a.token, a.ended_at, a.provider_id, a.message_id, a.event_id
      FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::uuid[])
        AS a (user_id, id, token, ended_at, provider_id, message_id, event_id)
      JOIN outreach o ON o.user_id = a.user_id AND o.id = a.id
     WHERE o.status = 'sending' AND o.lease_token = a.token
       FOR UPDATE OF o SKIP LOCKED
), ended AS (
    UPDATE outreach_attempts t SET ended_at = told.ended_at, outcome = 'accepted', provider_id = told.provider_id
      FROM told WHERE t.user_id = told.user_id AND t.outreach_id = told.id AND t.token = told.token
), logged AS (
    INSERT INTO outreach_events (user_id, id, outreach_id, type, at, recorded_at, dedupe_key)
    SELECT told.user_id, told.event_id, told.id, 'sent', told.ended_at, $8::timestamptz, 'sent' FROM told
    ON CONFLICT (user_id, outreach_id, dedupe_key) DO NOTHING
)
UPDATE outreach o
   SET status = 'sent', lease_token = NULL, lease_until = NULL, end_reason = NULL, hold_reason = NULL, ended_at = NULL,
       sent_at = least(o.sent_at, told.ended_at), provider_id = coalesce(told.provider_id, o.provider_id),
       message_id = coalesce(told.message_id, o.message_id), version = o.version + 1
  FROM told WHERE o.user_id = told.user_id AND o.id = told.id
RETURNING o.id;

-- name: list_outreach_cases
-- $1 users, $2 their mails, $3 now
SELECT o.user_id, o.id, o.campaign_id, o.enrollment_id, o.contact_id, o.mailbox_id, o.step_id, o.step, o.send_key, o.message_id,
       o.to_address, o.to_name, o.subject, coalesce(o.body, '') AS body, o.time_zone, o.due_at, o.status, o.plan_reason,
       o.hold_reason, o.end_reason, o.approved_digest, o.attempts, o.lease_token, o.lease_until, o.provider_id, o.sent_at,
       o.delivered_at, o.clicked_at, o.replied_at, o.bounced_at, o.complained_at, o.version,
       o.gap_days, o.day, o.same_thread, o.company_id, o.application_id, o.country,
       to_jsonb(e) AS enrollment, to_jsonb(c) AS campaign, to_jsonb(m) AS mailbox,
       p.status AS predecessor_status, p.sent_at AS predecessor_sent_at,
       earlier.message_ids, first.subject AS first_subject, coalesce(first.sent_at, first.due_at) AS first_at,
       t.verification ->> 'verdict' AS verdict, t.email_state = 'candidate' AS is_candidate, t.source AS contact_source,
       day.sent_today, day.last_sent_at, servers.connections,
       coalesce((SELECT k.value ->> 'why' FROM service_state k
                  WHERE k.key = 'sending_stopped' AND jsonb_typeof(k.value) = 'object'),
                (SELECT h.why FROM sending_holds h WHERE h.user_id = o.user_id)) AS sending_stopped
  FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS asked (user_id, id, number)
  JOIN outreach o ON o.user_id = asked.user_id AND o.id = asked.id
  JOIN enrollments e ON e.user_id = o.user_id AND e.id = o.enrollment_id
  JOIN campaigns c ON c.user_id = o.user_id AND c.id = o.campaign_id
  JOIN mailboxes m ON m.user_id = o.user_id AND m.id = o.mailbox_id
  JOIN contacts t ON t.user_id = o.user_id AND t.id = o.contact_id
  LEFT JOIN LATERAL (SELECT b.status, b.sent_at FROM outreach b
                      WHERE b.user_id = o.user_id AND b.enrollment_id = o.enrollment_id AND b.step < o.step
                        AND NOT (o.stands_alone AND b.status IN ('canceled', 'suppressed', 'failed'))
                      ORDER BY b.step DESC LIMIT 1) p ON true
  LEFT JOIN LATERAL (SELECT b.subject, b.sent_at, b.due_at FROM outreach b
                      WHERE b.user_id = o.user_id AND b.enrollment_id = o.enrollment_id AND b.step < o.step
                      ORDER BY b.step LIMIT 1) first ON true
  LEFT JOIN LATERAL (SELECT array_agg(b.message_id ORDER BY b.step) AS message_ids FROM outreach b
                      WHERE b.user_id = o.user_id AND b.enrollment_id = o.enrollment_id AND b.step < o.step
                        AND b.status IN ('sent', 'delivered')) earlier ON true
  LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE b.at >= date_trunc('day', $3::timestamptz, m.time_zone)) AS sent_today,
                            max(b.at) AS last_sent_at
                       FROM (SELECT s.sent_at AS at FROM outreach s
                              WHERE s.user_id = o.user_id AND s.mailbox_id = o.mailbox_id AND s.id <> o.id
                                AND s.sent_at >= $3::timestamptz - interval '2 days'
                              UNION ALL
                             SELECT s.began_at FROM outreach s
                              WHERE s.user_id = o.user_id AND s.mailbox_id = o.mailbox_id AND s.id <> o.id
                                AND s.status IN ('sending', 'uncertain') AND s.began_at >= $3::timestamptz - interval '2 days') b) day
    ON true
  LEFT JOIN LATERAL (SELECT jsonb_object_agg(s.protocol, jsonb_build_object('host', s.host, 'port', s.port, 'security', s.security,
                                'username', s.username, 'password', encode(s.password, 'base64'))) AS connections
                       FROM mailbox_connections s WHERE s.user_id = o.user_id AND s.mailbox_id = o.mailbox_id) servers ON true
 ORDER BY asked.number;

-- name: list_company_visits
-- $1 user, $2 companies, $3 since, $4 planned ones too
SELECT company_id, coalesce(sent_at, due_at) AS at, time_zone, contact_id, id
  FROM outreach
 WHERE user_id = $1 AND company_id = ANY ($2::uuid[]) AND coalesce(sent_at, due_at) >= $3
   AND (status IN ('sending', 'uncertain', 'sent', 'delivered') OR ($4::boolean AND status = 'scheduled'));

-- name: list_company_calendars
-- Mails that have left or are leaving, for many at once; $1 users, $2 companies, $3 since
SELECT o.user_id, o.company_id, coalesce(o.sent_at, o.due_at) AS at, o.time_zone, o.contact_id, o.id
  FROM (SELECT DISTINCT user_id, company_id FROM unnest($1::uuid[], $2::uuid[]) AS a (user_id, company_id)) asked
  JOIN outreach o ON o.user_id = asked.user_id AND o.company_id = asked.company_id
 WHERE coalesce(o.sent_at, o.due_at) >= $3 AND o.status IN ('sending', 'uncertain', 'sent', 'delivered');

-- name: list_recent_first_mails
-- Newest first; $1 user, $2 mailbox or NULL, $3 campaign or NULL, $4 limit
SELECT EXISTS (SELECT 1 FROM outreach_events v WHERE v.user_id = o.user_id AND v.outreach_id = o.id AND v.type = 'bounced'
                  AND v.facts ->> 'bounce' = 'hard') AS bounced
  FROM outreach o
 WHERE o.user_id = $1 AND o.step = 1 AND o.sent_at IS NOT NULL
   AND ($2::uuid IS NULL OR o.mailbox_id = $2) AND ($3::uuid IS NULL OR o.campaign_id = $3)
 ORDER BY o.sent_at DESC LIMIT $4;

-- name: find_contact_address
-- $1 user, $2 contact
SELECT email FROM contacts WHERE user_id = $1 AND id = $2;

-- name: show_outreach_list
-- By the time they are planned; $1 user, $2 status or NULL, $3 campaign or NULL, $4 due after, $5 id after, $6 limit
SELECT id, campaign_id, contact_id, application_id, step, step_kind, to_name, to_address, subject, status, time_zone, due_at,
       plan_reason, hold_reason, end_reason, edited, sent_at, delivered_at, clicked_at, replied_at, bounced_at
  FROM outreach
 WHERE user_id = $1 AND ($2::text IS NULL OR status = $2) AND ($3::uuid IS NULL OR campaign_id = $3)
   AND ($4::timestamptz IS NULL OR (due_at, id) > ($4, $5::uuid))
 ORDER BY due_at, id LIMIT $6;

-- name: lock_rewritable_outreach
-- $1 user, $2 campaign
SELECT user_id, id, campaign_id, enrollment_id, contact_id, mailbox_id, step_id, step, send_key, message_id, to_address, to_name,
       subject, coalesce(body, '') AS body, time_zone, due_at, status, plan_reason, hold_reason, end_reason, approved_digest,
       attempts, lease_token, lease_until, provider_id, sent_at, delivered_at, clicked_at, replied_at, bounced_at,
       complained_at, version
  FROM outreach
 WHERE user_id = $1 AND campaign_id = $2 AND status IN ('scheduled', 'held') AND NOT edited
 ORDER BY enrollment_id, step FOR UPDATE;

-- name: rewrite_outreach
-- Write those whose versions are still ours; $1 user, then arrays of one length
UPDATE outreach o
   SET subject = n.subject, body = n.body, claims = coalesce(n.claims::jsonb, o.claims), status = n.status,
       hold_reason = n.hold_reason, approved_digest = n.approved_digest, version = o.version + 1
  FROM unnest($2::uuid[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
    AS n (id, version, subject, body, claims, status, hold_reason, approved_digest)
 WHERE o.user_id = $1 AND o.id = n.id AND o.version = n.version;

-- name: find_outreach_claims
-- $1 user, $2 mail
SELECT claims FROM outreach WHERE user_id = $1 AND id = $2;

-- name: show_outreach
-- $1 user, $2 id
SELECT o.id, o.campaign_id, o.contact_id, o.application_id, o.step, o.step_kind, o.to_name, o.to_address, o.subject, o.status,
       o.time_zone, o.due_at, o.plan_reason, o.hold_reason, o.end_reason, o.edited, o.sent_at, o.delivered_at, o.clicked_at,
       o.replied_at, o.bounced_at, o.body, o.same_thread, o.gap_days, o.day, o.claims,
       (SELECT jsonb_agg(jsonb_build_object('number', a.number, 'provider', a.provider, 'started_at', a.started_at,
                                            'ended_at', a.ended_at, 'outcome', a.outcome, 'code', a.code, 'detail', a.detail)
                         ORDER BY a.number)
          FROM outreach_attempts a WHERE a.user_id = $1 AND a.outreach_id = o.id) AS attempts
  FROM outreach o WHERE o.user_id = $1 AND o.id = $2;

-- name: find_words
-- $1 user, $2 mail
SELECT o.contact_id, o.application_id, o.subject, coalesce(o.body, '') AS body, o.same_thread,
       ARRAY(SELECT b.body FROM outreach b WHERE b.user_id = $1 AND b.enrollment_id = o.enrollment_id AND b.step < o.step
               AND b.body IS NOT NULL ORDER BY b.step) AS before
  FROM outreach o WHERE o.user_id = $1 AND o.id = $2;

-- name: find_open_outreach
-- $1 user, $2 enrollment
SELECT id FROM outreach
 WHERE user_id = $1 AND enrollment_id = $2 AND status IN ('scheduled', 'held', 'sending', 'uncertain') LIMIT 1;

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
-- $1 seconds since the last attempt began, $2 limit
SELECT o.user_id, o.id, o.campaign_id, o.enrollment_id, o.contact_id, o.mailbox_id, o.step_id, o.step, o.send_key, o.message_id,
       o.to_address, o.to_name, o.subject, coalesce(o.body, '') AS body, o.time_zone, o.due_at, o.status, o.plan_reason,
       o.hold_reason, o.end_reason, o.approved_digest, o.attempts, o.lease_token, o.lease_until, o.provider_id, o.sent_at,
       o.delivered_at, o.clicked_at, o.replied_at, o.bounced_at, o.complained_at, o.version
  FROM outreach o
 WHERE o.status = 'uncertain'
   AND NOT EXISTS (SELECT 1 FROM outreach_attempts a WHERE a.user_id = o.user_id AND a.outreach_id = o.id
                    AND a.began_at > now() - make_interval(secs => $1::double precision))
 ORDER BY o.due_at LIMIT $2 FOR UPDATE SKIP LOCKED;

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

-- name: edit_outreach
-- $1 user, $2 id, $3 version, $4 subject, $5 body, $6 digest, $7 status, $8 hold reason, $9 address, $10 name, $11 claims
UPDATE outreach
   SET subject = $4, body = $5, approved_digest = $6, status = $7, hold_reason = $8, to_address = $9, to_name = $10, claims = $11,
       edited = true, version = version + 1
 WHERE user_id = $1 AND id = $2 AND version = $3;

-- name: begin_attempts
-- Commit the intent before the first byte; leases by the database's clock; $1 seconds, then arrays of one length:
-- $2 users, $3 mails, $4 numbers, $5 tokens, $6 providers, $7 started
WITH attempt AS (
    SELECT a.user_id, a.outreach_id, a.number, a.token, a.provider, a.started_at
      FROM unnest($2::uuid[], $3::uuid[], $4::integer[], $5::text[], $6::text[], $7::timestamptz[])
        AS a (user_id, outreach_id, number, token, provider, started_at)
), written AS (
    INSERT INTO outreach_attempts (user_id, outreach_id, number, token, provider, started_at)
    SELECT user_id, outreach_id, (SELECT coalesce(max(b.number), 0) + 1 FROM outreach_attempts b
                                   WHERE b.user_id = attempt.user_id AND b.outreach_id = attempt.outreach_id),
           token, provider, started_at
      FROM attempt
)
UPDATE outreach o
   SET status = 'sending', lease_token = attempt.token, lease_until = now() + make_interval(secs => $1::double precision),
       attempts = o.attempts + 1, provider = attempt.provider, version = o.version + 1
  FROM attempt
 WHERE o.user_id = attempt.user_id AND o.id = attempt.outreach_id AND o.status = 'scheduled';

-- name: end_attempt
-- $1 user, $2 mail, $3 token, $4 ended, $5 outcome, $6 code, $7 detail, $8 provider's id
UPDATE outreach_attempts SET ended_at = $4, outcome = $5, code = $6, detail = $7, provider_id = $8
 WHERE user_id = $1 AND outreach_id = $2 AND token = $3;

-- name: claim_due
-- One mail a mailbox, so that one mailbox's gap and cap need no guess; $1 now, $2 limit
WITH due AS MATERIALIZED (
    SELECT DISTINCT ON (o.user_id, o.mailbox_id) o.user_id, o.id, o.mailbox_id, o.due_at
      FROM outreach o
      JOIN campaigns c ON c.user_id = o.user_id AND c.id = o.campaign_id AND c.status = 'active' AND c.holds = '[]'
      JOIN mailboxes m ON m.user_id = o.user_id AND m.id = o.mailbox_id AND m.status = 'active'
                      AND (m.closed_until IS NULL OR m.closed_until <= $1)
      JOIN enrollments e ON e.user_id = o.user_id AND e.id = o.enrollment_id
                        AND (e.state <> 'held' OR e.held_until <= $1)
     WHERE o.status = 'scheduled' AND o.due_at <= $1
     ORDER BY o.user_id, o.mailbox_id, (o.step > 1) DESC, o.due_at, o.id
)
SELECT o.id
  FROM due
  JOIN mailboxes m ON m.user_id = due.user_id AND m.id = due.mailbox_id
  JOIN outreach o ON o.user_id = due.user_id AND o.id = due.id AND o.status = 'scheduled' AND o.due_at <= $1
 ORDER BY due.due_at, due.id LIMIT $2 FOR UPDATE OF m, o SKIP LOCKED;

-- name: list_outreach_cases
-- $1 user or NULL, $2 mails, $3 now
SELECT o.user_id, o.id, o.campaign_id, o.enrollment_id, o.contact_id, o.mailbox_id, o.step_id, o.step, o.send_key, o.message_id,
       o.to_address, o.to_name, o.subject, coalesce(o.body, '') AS body, o.time_zone, o.due_at, o.status, o.plan_reason,
       o.hold_reason, o.end_reason, o.approved_digest, o.attempts, o.lease_token, o.lease_until, o.provider_id, o.sent_at,
       o.delivered_at, o.clicked_at, o.replied_at, o.bounced_at, o.complained_at, o.version,
       o.gap_days, o.day, o.same_thread, o.company_id, o.application_id, o.country,
       to_jsonb(e) AS enrollment, to_jsonb(c) AS campaign, to_jsonb(m) AS mailbox,
       p.status AS predecessor_status, p.sent_at AS predecessor_sent_at,
       earlier.message_ids, first.subject AS first_subject, coalesce(first.sent_at, first.due_at) AS first_at,
       t.verification ->> 'verdict' AS verdict, t.email_state = 'candidate' AS is_candidate, t.source AS contact_source,
       day.sent_today, day.last_sent_at, servers.connections
  FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (id, number)
  JOIN outreach o ON o.id = asked.id AND ($1::uuid IS NULL OR o.user_id = $1)
  JOIN enrollments e ON e.user_id = o.user_id AND e.id = o.enrollment_id
  JOIN campaigns c ON c.user_id = o.user_id AND c.id = o.campaign_id
  JOIN mailboxes m ON m.user_id = o.user_id AND m.id = o.mailbox_id
  JOIN contacts t ON t.user_id = o.user_id AND t.id = o.contact_id
  LEFT JOIN LATERAL (SELECT b.status, b.sent_at FROM outreach b
                      WHERE b.user_id = o.user_id AND b.enrollment_id = o.enrollment_id AND b.step < o.step
                      ORDER BY b.step DESC LIMIT 1) p ON true
  LEFT JOIN LATERAL (SELECT b.subject, b.sent_at, b.due_at FROM outreach b
                      WHERE b.user_id = o.user_id AND b.enrollment_id = o.enrollment_id AND b.step < o.step
                      ORDER BY b.step LIMIT 1) first ON true
  LEFT JOIN LATERAL (SELECT array_agg(b.message_id ORDER BY b.step) AS message_ids FROM outreach b
                      WHERE b.user_id = o.user_id AND b.enrollment_id = o.enrollment_id AND b.step < o.step
                        AND b.status IN ('sent', 'delivered')) earlier ON true
  LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE b.sent_at >= date_trunc('day', $3::timestamptz, m.time_zone) OR b.status = 'sending')
                                AS sent_today,
                            max(b.sent_at) AS last_sent_at
                       FROM outreach b
                      WHERE b.user_id = o.user_id AND b.mailbox_id = o.mailbox_id AND b.id <> o.id
                        AND ((b.sent_at >= $3::timestamptz - interval '2 days') OR b.status = 'sending')) day ON true
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

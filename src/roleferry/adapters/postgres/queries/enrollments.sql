-- name: add_enrollments
-- $1 user; then arrays of one length: $2 ids, $3 campaigns, $4 contacts, $5 companies, $6 applications, $7 mailboxes, $8 tokens,
-- $9 started
INSERT INTO enrollments (user_id, id, campaign_id, contact_id, company_id, application_id, mailbox_id, state, reply_token, started_at)
SELECT $1, e.id, e.campaign_id, e.contact_id, e.company_id, e.application_id, e.mailbox_id, 'active', e.token, e.started_at
  FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::timestamptz[])
    AS e (id, campaign_id, contact_id, company_id, application_id, mailbox_id, token, started_at);

-- name: lock_enrollment
-- $1 user, $2 id
SELECT user_id, id, campaign_id, contact_id, company_id, mailbox_id, state, reason, holds, started_at, ended_at, version
  FROM enrollments WHERE user_id = $1 AND id = $2 FOR UPDATE;

-- name: save_enrollment
-- Write it if its version is still ours; $1 user, $2 id, $3 version, $4 state, $5 reason, $6 holds, $7 held until, $8 ended
UPDATE enrollments
   SET state = $4, reason = $5, holds = $6, held_until = $7, ended_at = $8, version = version + 1
 WHERE user_id = $1 AND id = $2 AND version = $3;

-- name: lock_campaign_enrollments
-- $1 user, $2 campaign, $3 live only
SELECT user_id, id, campaign_id, contact_id, company_id, mailbox_id, state, reason, holds, started_at, ended_at, version
  FROM enrollments
 WHERE user_id = $1 AND campaign_id = $2 AND (NOT $3::boolean OR state IN ('active', 'held'))
 ORDER BY id FOR UPDATE;

-- name: lock_enrollments_of_its_company
-- It and its colleagues' live ones, in the order in which all are locked; $1 user, $2 enrollment
SELECT user_id, id, campaign_id, contact_id, company_id, mailbox_id, state, reason, holds, started_at, ended_at, version
  FROM enrollments
 WHERE user_id = $1
   AND (id = $2 OR (state IN ('active', 'held')
                    AND company_id = (SELECT o.company_id FROM enrollments o WHERE o.user_id = $1 AND o.id = $2)))
 ORDER BY id FOR UPDATE;

-- name: lock_application_enrollments
-- $1 user, $2 application
SELECT user_id, id, campaign_id, contact_id, company_id, mailbox_id, state, reason, holds, started_at, ended_at, version
  FROM enrollments WHERE user_id = $1 AND application_id = $2 AND state IN ('active', 'held') ORDER BY id FOR UPDATE;

-- name: count_live_by_mailbox
-- $1 user
SELECT mailbox_id, count(*) AS live FROM enrollments WHERE user_id = $1 AND state IN ('active', 'held') GROUP BY mailbox_id;

-- name: save_enrollments
-- Write those whose versions are still ours; $1 user, then arrays of one length
UPDATE enrollments e
   SET state = n.state, reason = n.reason, holds = n.holds::jsonb, held_until = n.held_until, ended_at = n.ended_at, version = e.version + 1
  FROM unnest($2::uuid[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[])
    AS n (id, version, state, reason, holds, held_until, ended_at)
 WHERE e.user_id = $1 AND e.id = n.id AND e.version = n.version;

-- name: list_holds_over
-- The system's look at everybody's; $1 now, $2 limit
SELECT user_id, id FROM enrollments WHERE state = 'held' AND held_until <= $1 ORDER BY held_until LIMIT $2;

-- name: list_with_nothing_to_send
-- The system's look at everybody's: three days at least after the last mail; $1 now, $2 limit
SELECT e.user_id, e.id AS enrollment_id, o.last_sent_at, o.gap_days, o.suppressed
  FROM enrollments e
  JOIN campaigns c ON c.user_id = e.user_id AND c.id = e.campaign_id AND c.status IN ('active', 'paused')
  CROSS JOIN LATERAL (SELECT max(b.sent_at) AS last_sent_at, array_agg(b.gap_days) AS gap_days, bool_or(b.status = 'suppressed') AS suppressed,
                             bool_or(b.status IN ('scheduled', 'held', 'sending', 'uncertain')) AS unsettled
                        FROM outreach b WHERE b.user_id = e.user_id AND b.enrollment_id = e.id) o
 WHERE e.state IN ('active', 'held') AND o.unsettled IS NOT TRUE
   AND (o.last_sent_at IS NULL OR o.last_sent_at <= $1::timestamptz - interval '3 days')
 ORDER BY e.started_at, e.id LIMIT $2;

-- name: lock_figures
-- Wait for every open writer of a user's events; $1 user
SELECT pg_advisory_xact_lock(hashtextextended('figures:' || $1::uuid, 0)) IS NULL AS locked;

-- name: find_figure_mark
-- $1 user
SELECT counted_to, as_of, people FROM figure_marks WHERE user_id = $1;

-- name: save_figure_mark
-- $1 user, $2 counted to, $3 as of, $4 people
INSERT INTO figure_marks (user_id, counted_to, as_of, people) VALUES ($1, $2, $3, $4)
ON CONFLICT (user_id) DO UPDATE SET counted_to = excluded.counted_to, as_of = excluded.as_of, people = excluded.people;

-- name: find_last_event_number
-- $1 user
SELECT coalesce(max(number), 0) AS number FROM outreach_events WHERE user_id = $1;

-- name: list_facts_of_touched
-- Everything about people with an event after a number, or a mail sent since; $1 user, $2 number, $3 sent since
WITH touched AS (
    SELECT o.contact_id FROM outreach_events v JOIN outreach o ON o.user_id = v.user_id AND o.id = v.outreach_id
     WHERE v.user_id = $1 AND v.number > $2
    UNION
    SELECT o.contact_id FROM outreach o WHERE o.user_id = $1 AND o.sent_at > $3
)
SELECT v.number, v.type, v.at, v.counted, v.facts, o.id AS outreach_id, o.campaign_id, o.contact_id, o.application_id, o.step,
       o.variant, o.provider
  FROM touched t
  JOIN outreach o ON o.user_id = $1 AND o.contact_id = t.contact_id
  JOIN outreach_events v ON v.user_id = $1 AND v.outreach_id = o.id
 WHERE v.type NOT IN ('deferred', 'auto_replied');

-- name: list_facts_of_campaign
-- $1 user, $2 campaign
SELECT v.number, v.type, v.at, v.counted, v.facts, o.id AS outreach_id, o.campaign_id, o.contact_id, o.application_id, o.step,
       o.variant, o.provider
  FROM outreach o
  JOIN outreach_events v ON v.user_id = $1 AND v.outreach_id = o.id
 WHERE o.user_id = $1 AND o.campaign_id = $2 AND v.type NOT IN ('deferred', 'auto_replied');

-- name: list_figure_cells
-- $1 user
SELECT campaign_id, day, figures FROM campaign_metrics WHERE user_id = $1;

-- name: sum_figure_cells
-- $1 user
SELECT coalesce(sum((figures ->> 'sent')::bigint), 0)::bigint AS sent,
       coalesce(sum((figures ->> 'delivered')::bigint), 0)::bigint AS delivered,
       coalesce(sum((figures ->> 'bounced')::bigint), 0)::bigint AS bounced,
       coalesce(sum((figures ->> 'clicked')::bigint), 0)::bigint AS clicked,
       coalesce(sum((figures ->> 'replied')::bigint), 0)::bigint AS replied,
       coalesce(sum((figures ->> 'positive')::bigint), 0)::bigint AS positive,
       coalesce(sum((figures ->> 'complained')::bigint), 0)::bigint AS complained,
       coalesce(sum((figures ->> 'unsubscribed')::bigint), 0)::bigint AS unsubscribed
  FROM campaign_metrics WHERE user_id = $1;

-- name: save_figure_cells
-- $1 user; arrays of one length: $2 campaigns, $3 days, $4 figures; $5 at
INSERT INTO campaign_metrics (user_id, campaign_id, day, figures, computed_at)
SELECT $1, c.campaign_id, c.day, c.figures, $5 FROM unnest($2::uuid[], $3::date[], $4::jsonb[]) AS c (campaign_id, day, figures)
ON CONFLICT (user_id, campaign_id, day) DO UPDATE SET figures = excluded.figures, computed_at = excluded.computed_at;

-- name: list_users_behind
-- Whose sums lack events
SELECT u.id AS user_id FROM users u LEFT JOIN figure_marks m ON m.user_id = u.id
 WHERE EXISTS (SELECT 1 FROM outreach_events v WHERE v.user_id = u.id AND v.number > coalesce(m.counted_to, 0));

-- name: count_roles_by_stage
-- $1 user
SELECT furthest, count(*) AS roles FROM applications WHERE user_id = $1 GROUP BY furthest;

-- name: show_role_figures
-- Roles applied to, roles with a mail, those that got to an interview after it, and what was paid; $1 user
WITH role AS (
    SELECT a.furthest,
           (SELECT min(o.sent_at) FROM outreach o WHERE o.user_id = $1 AND o.application_id = a.id AND o.sent_at IS NOT NULL) AS mailed_at,
           (SELECT min(h.at) FROM application_history h
             WHERE h.user_id = $1 AND h.application_id = a.id AND h.to_status IN ('interviewing', 'offer')) AS interviewed_at
      FROM applications a WHERE a.user_id = $1
)
SELECT count(*) FILTER (WHERE furthest <> 'saved' OR mailed_at IS NOT NULL) AS applied,
       count(mailed_at) AS mailed,
       count(*) FILTER (WHERE interviewed_at >= mailed_at) AS interviewed,
       (SELECT coalesce(sum(settled), 0)::bigint FROM spend_ledger WHERE user_id = $1 AND state = 'settled') AS spent
  FROM role;

-- name: save_mailbox_health
-- Every mailbox's counts of the seven days up to now; $1 day, $2 now
INSERT INTO mailbox_health (user_id, mailbox_id, day, figures, computed_at)
SELECT m.user_id, m.id, $1, jsonb_build_object('sent', count(o.id), 'delivered', count(o.delivered_at), 'bounced', count(o.bounced_at),
       'complained', count(o.complained_at), 'replied', count(o.replied_at)), $2
  FROM mailboxes m
  LEFT JOIN outreach o ON o.user_id = m.user_id AND o.mailbox_id = m.id AND o.sent_at > $2::timestamptz - interval '7 days'
                      AND o.sent_at <= $2::timestamptz
 GROUP BY m.user_id, m.id
ON CONFLICT (user_id, mailbox_id, day) DO UPDATE SET figures = excluded.figures, computed_at = excluded.computed_at;

-- name: show_deliverability
-- Every mailbox with its counts of the last seven days; $1 user, $2 now
SELECT m.id, m.address, m.status, m.pause, m.warmup_started_on, m.time_zone, m.dns,
       count(o.id) AS sent,
       count(o.id) FILTER (WHERE o.delivered_at IS NOT NULL AND v.bounced IS NULL) AS delivered,
       count(v.bounced) AS bounced, count(o.complained_at) AS complained, count(o.replied_at) AS replied
  FROM mailboxes m
  LEFT JOIN outreach o ON o.user_id = m.user_id AND o.mailbox_id = m.id AND o.sent_at > $2::timestamptz - interval '7 days'
                      AND o.sent_at <= $2::timestamptz
  LEFT JOIN LATERAL (SELECT 1 AS bounced FROM outreach_events e WHERE e.user_id = o.user_id AND e.outreach_id = o.id
                        AND e.type = 'bounced' AND e.facts ->> 'bounce' <> 'soft' LIMIT 1) v ON o.bounced_at IS NOT NULL
 WHERE m.user_id = $1
 GROUP BY m.user_id, m.id ORDER BY m.created_at, m.id;

-- name: lock_figures
-- Wait for every open writer of a user's events; $1 user
SELECT pg_advisory_xact_lock(hashtextextended('figures:' || $1::uuid, 0)) IS NULL AS locked;

-- name: find_figure_mark
-- $1 user
SELECT counted_to, as_of, people, coalesce(total, (SELECT jsonb_object_agg(name, n) FROM (
           SELECT f.key AS name, sum(f.value::text::bigint) AS n FROM campaign_metrics c, jsonb_each(c.figures) f
            WHERE c.user_id = $1 GROUP BY f.key) summed), '{}') AS total
  FROM figure_marks WHERE user_id = $1;

-- name: save_figure_mark
-- $1 user, $2 counted to, $3 as of, $4 people, $5 total
INSERT INTO figure_marks (user_id, counted_to, as_of, people, total) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (user_id) DO UPDATE
   SET counted_to = excluded.counted_to, as_of = excluded.as_of, people = excluded.people, total = excluded.total;

-- name: find_last_event_number
-- $1 user
SELECT coalesce(max(number), 0) AS number FROM outreach_events WHERE user_id = $1;

-- name: list_facts_of_touched
-- Everything about people with an event after a number, or a mail sent since. From one to the next by id, whatever the planner
-- believes of a person's share (OFFSET 0): joined otherwise it grows with the square; $1 user, $2 number, $3 sent since
WITH touched AS MATERIALIZED (
    SELECT o.contact_id
      FROM outreach_events v
      CROSS JOIN LATERAL (SELECT m.contact_id FROM outreach m WHERE m.user_id = $1 AND m.id = v.outreach_id OFFSET 0) o
     WHERE v.user_id = $1 AND v.number > $2
    UNION
    SELECT o.contact_id FROM outreach o WHERE o.user_id = $1 AND o.sent_at > $3
)
SELECT v.number, v.type, v.at, v.counted, v.facts, v.dedupe_key, o.id AS outreach_id, o.campaign_id, o.contact_id,
       o.application_id, o.company_id, o.step, o.variant, o.provider
  FROM touched t
  CROSS JOIN LATERAL (
        SELECT m.id, m.campaign_id, m.contact_id, m.application_id, m.company_id, m.step, m.variant, m.provider
          FROM outreach m WHERE m.user_id = $1 AND m.contact_id = t.contact_id OFFSET 0) o
  CROSS JOIN LATERAL (
        SELECT e.number, e.type, e.at, e.counted, e.facts, e.dedupe_key
          FROM outreach_events e
         WHERE e.user_id = $1 AND e.outreach_id = o.id AND e.type <> 'deferred' OFFSET 0) v;

-- name: list_facts_of_campaign
-- $1 user, $2 campaign
SELECT v.number, v.type, v.at, v.counted, v.facts, v.dedupe_key, o.id AS outreach_id, o.campaign_id, o.contact_id,
       o.application_id, o.company_id, o.step, o.variant, o.provider
  FROM outreach o
  JOIN outreach_events v ON v.user_id = $1 AND v.outreach_id = o.id
 WHERE o.user_id = $1 AND o.campaign_id = $2 AND v.type <> 'deferred';

-- name: name_figure_groups
-- What roles and companies are called; $1 user, $2 ids
SELECT a.id, coalesce(j.title, '') AS name
  FROM applications a JOIN jobs j ON j.user_id = a.user_id AND j.id = a.job_id
 WHERE a.user_id = $1 AND a.id = ANY ($2::uuid[])
UNION ALL
SELECT c.id, c.name FROM companies c WHERE c.user_id = $1 AND c.id = ANY ($2::uuid[]);

-- name: list_figure_cells
-- $1 user
SELECT campaign_id, day, figures FROM campaign_metrics WHERE user_id = $1;

-- name: list_figure_cells_among
-- $1 user; arrays of one length: $2 campaigns, $3 days
SELECT m.campaign_id, m.day, m.figures
  FROM unnest($2::uuid[], $3::date[]) AS c (campaign_id, day)
  JOIN campaign_metrics m ON m.user_id = $1 AND m.campaign_id = c.campaign_id AND m.day = c.day;

-- name: save_figure_cells
-- $1 user; arrays of one length: $2 campaigns, $3 days, $4 figures; $5 at
INSERT INTO campaign_metrics (user_id, campaign_id, day, figures, computed_at)
SELECT $1, c.campaign_id, c.day, c.figures, $5 FROM unnest($2::uuid[], $3::date[], $4::jsonb[]) AS c (campaign_id, day, figures)
ON CONFLICT (user_id, campaign_id, day) DO UPDATE SET figures = excluded.figures, computed_at = excluded.computed_at;

-- name: list_users_behind
-- Whose sums lack events
SELECT u.id AS user_id FROM users u LEFT JOIN figure_marks m ON m.user_id = u.id
 WHERE EXISTS (SELECT 1 FROM outreach_events v WHERE v.user_id = u.id AND v.number > coalesce(m.counted_to, 0));

-- name: show_overview
-- All that is counted, as of a moment; one row; $1 user, $2 as of
SELECT kept_people, kept_total, sent, delivered, bounced, clicked, replied, positive, complained, unsubscribed, contacted,
       people_replied, people_positive, unripe, unripe_replied, unripe_positive, taken, waiting, by_stage, applied, mailed,
       interviewed, spent
  FROM overview_figures($1, $2);

-- name: list_facts_of_mailboxes
-- Everything about mails that left since a time, or were complained of since; $1 user, $2 since, $3 one mailbox or NULL
WITH chosen AS (
    SELECT o.id FROM outreach o WHERE o.user_id = $1 AND o.sent_at > $2::timestamptz
    UNION
    SELECT v.outreach_id FROM outreach_events v
     WHERE v.user_id = $1 AND v.type = 'complained' AND v.at > $2::timestamptz
)
SELECT v.number, v.type, v.at, v.counted, v.facts, v.dedupe_key, o.mailbox_id, o.id AS outreach_id, o.campaign_id, o.contact_id,
       o.application_id, o.company_id, o.step, o.variant, o.provider
  FROM chosen c
  JOIN outreach o ON o.user_id = $1 AND o.id = c.id
  JOIN outreach_events v ON v.user_id = $1 AND v.outreach_id = o.id
 WHERE v.type <> 'deferred' AND ($3::uuid IS NULL OR o.mailbox_id = $3);

-- name: list_watched_mailboxes
-- $1 user, $2 one mailbox or NULL
SELECT m.id, m.address, m.display_name, m.status, m.pause, m.warmup, m.warmup_started_on, m.time_zone, m.dns
  FROM mailboxes m WHERE m.user_id = $1 AND ($2::uuid IS NULL OR m.id = $2) ORDER BY m.created_at, m.id;

-- name: list_users_who_sent
-- Whose mailboxes have something to be said of; $1 since
SELECT DISTINCT o.user_id FROM outreach o WHERE o.sent_at > $1
UNION
SELECT DISTINCT v.user_id FROM outreach_events v WHERE v.type = 'complained' AND v.at > $1;

-- name: find_last_health_day
-- $1 user
SELECT max(day) AS day FROM mailbox_health WHERE user_id = $1;

-- name: save_mailbox_days
-- Counts may be put right later, what was said that night stays; $1 user; arrays of one length: $2 mailboxes, $3 days, $4 figures; $5 at
INSERT INTO mailbox_health (user_id, mailbox_id, day, figures, computed_at)
SELECT $1, h.mailbox_id, h.day, h.figures, $5 FROM unnest($2::uuid[], $3::date[], $4::jsonb[]) AS h (mailbox_id, day, figures)
ON CONFLICT (user_id, mailbox_id, day)
DO UPDATE SET figures = mailbox_health.figures || excluded.figures, computed_at = excluded.computed_at
        WHERE mailbox_health.figures IS DISTINCT FROM mailbox_health.figures || excluded.figures;

-- name: note_mailbox_evidence
-- Nothing is touched when this or later evidence was acted on; $1 user, $2 mailbox, $3 number of the event
INSERT INTO mailbox_watch (user_id, mailbox_id, evidence) VALUES ($1, $2, $3)
ON CONFLICT (user_id, mailbox_id) DO UPDATE SET evidence = excluded.evidence WHERE mailbox_watch.evidence < excluded.evidence;

-- name: note_low_replies
-- Nothing is touched when it was said less than seven days ago; $1 user, $2 mailbox, $3 today
INSERT INTO mailbox_watch (user_id, mailbox_id, low_replies_told_on) VALUES ($1, $2, $3)
ON CONFLICT (user_id, mailbox_id) DO UPDATE SET low_replies_told_on = excluded.low_replies_told_on
        WHERE mailbox_watch.low_replies_told_on IS NULL OR mailbox_watch.low_replies_told_on <= excluded.low_replies_told_on - 7;

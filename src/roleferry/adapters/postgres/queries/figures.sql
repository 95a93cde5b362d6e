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
-- Kept sums, and what is to be added to them: everybody touched since the mark, folded as they are now (sign 1) and as they were
-- counted at the mark (sign -1), by the rules of domain/model/figures; roles; what was paid; one row. From one to the next by id
-- whatever the planner believes (OFFSET 0), and by ranges with two ends, which it takes for narrow; $1 user, $2 as of
WITH RECURSIVE mark AS MATERIALIZED (
    SELECT coalesce(m.counted_to, 0) AS counted_to, coalesce(m.as_of, '1970-01-04Z') AS as_of, coalesce(m.people, '{}') AS people,
           coalesce(m.total, (SELECT jsonb_object_agg(name, n) FROM (
               SELECT f.key AS name, sum(f.value::text::bigint) AS n FROM campaign_metrics c, jsonb_each(c.figures) f
                WHERE c.user_id = $1 GROUP BY f.key) summed), '{}') AS total
      FROM (SELECT 1) one LEFT JOIN figure_marks m ON m.user_id = $1
), touched AS MATERIALIZED (
    SELECT o.contact_id
      FROM mark k
      CROSS JOIN LATERAL (SELECT e.outreach_id FROM outreach_events e
                           WHERE e.user_id = $1 AND e.number > k.counted_to AND e.number < 9223372036854775807 OFFSET 0) v
      CROSS JOIN LATERAL (SELECT m.contact_id FROM outreach m WHERE m.user_id = $1 AND m.id = v.outreach_id OFFSET 0) o
    UNION
    SELECT o.contact_id
      FROM mark k
      CROSS JOIN LATERAL (SELECT m.contact_id FROM outreach m WHERE m.user_id = $1 AND m.sent_at < 'infinity'
                             AND m.sent_at > least(k.as_of, $2::timestamptz) - interval '3 days' OFFSET 0) o
), answer AS (
    SELECT sign, o.id, o.contact_id, o.reports, moment.as_of,
           min(v.at) FILTER (WHERE v.type = 'sent') AS sent_at,
           min(v.at) FILTER (WHERE v.type = 'delivered') AS reported_at,
           min(v.at) FILTER (WHERE v.type = 'bounced' AND v.facts ->> 'bounce' IS DISTINCT FROM 'soft') AS bounced_at,
           max(v.at) FILTER (WHERE v.type = 'clicked' AND v.counted) AS last_click,
           bool_or(v.type = 'complained') AS complained,
           bool_or(v.type = 'unsubscribed') AS unsubscribed,
           min(v.at) FILTER (WHERE v.type IN ('replied', 'auto_replied')) AS answered_at,
           min(v.at) FILTER (WHERE v.type IN ('replied', 'auto_replied') AND v.counted) AS by_hand_at,
           bool_or(v.type IN ('replied', 'auto_replied') AND v.counted AND v.positive) AS gladly,
           (array_agg(v.counted ORDER BY v.at DESC, v.counted DESC, v.positive DESC) FILTER (WHERE v.type = 'relabeled'))[1] AS said_by_hand,
           (array_agg(v.positive ORDER BY v.at DESC, v.counted DESC, v.positive DESC) FILTER (WHERE v.type = 'relabeled'))[1] AS said_gladly
      FROM mark k
      CROSS JOIN touched t
      CROSS JOIN LATERAL (
            SELECT m.id, m.contact_id, m.provider IS DISTINCT FROM 'smtp' AS reports
              FROM outreach m WHERE m.user_id = $1 AND m.contact_id = t.contact_id OFFSET 0) o
      CROSS JOIN LATERAL (
            SELECT e.number, e.type, e.at, e.counted, e.facts, coalesce(e.facts -> 'positive' = 'true', false) AS positive,
                   coalesce(nullif(e.facts ->> 'answer', ''), e.dedupe_key) AS answer
              FROM outreach_events e
             WHERE e.user_id = $1 AND e.outreach_id = o.id AND e.type <> 'deferred' OFFSET 0) v
      JOIN LATERAL (VALUES (1, $2), (-1, k.as_of)) AS moment (sign, as_of) ON sign = 1 OR v.number <= k.counted_to
     GROUP BY sign, o.id, o.contact_id, o.reports, moment.as_of, v.answer
), mail AS (
    SELECT sign, contact_id, reports, as_of, min(sent_at) AS sent_at, min(reported_at) AS reported_at, min(bounced_at) AS bounced_at,
           max(last_click) AS last_click, bool_or(complained) AS complained, bool_or(unsubscribed) AS unsubscribed,
           min(CASE said_by_hand WHEN true THEN answered_at WHEN false THEN NULL ELSE by_hand_at END) AS replied_at,
           bool_or(answered_at IS NOT NULL AND coalesce(said_by_hand AND said_gladly, gladly)) AS positive
      FROM answer GROUP BY sign, id, contact_id, reports, as_of
     HAVING min(sent_at) IS NOT NULL
), judged AS (
    SELECT sign, contact_id, sent_at, bounced_at, replied_at, positive, complained, unsubscribed, clicked,
           CASE WHEN bounced_at IS NOT NULL THEN replied_at IS NOT NULL
                ELSE reported_at IS NOT NULL OR replied_at IS NOT NULL OR clicked
                     OR (NOT reports AND sent_at + interval '24 hours' <= as_of) END AS delivered
      FROM (SELECT sign, contact_id, reports, as_of, sent_at, reported_at, bounced_at, replied_at, positive, complained, unsubscribed,
                   coalesce(last_click - coalesce(reported_at, sent_at) >= interval '2 seconds', false) AS clicked
              FROM mail) m
), tally AS (
    SELECT coalesce(sum(sign), 0) AS sent, coalesce(sum(sign) FILTER (WHERE delivered), 0) AS delivered,
           coalesce(sum(sign) FILTER (WHERE bounced_at IS NOT NULL AND replied_at IS NULL), 0) AS bounced,
           coalesce(sum(sign) FILTER (WHERE clicked AND delivered), 0) AS clicked,
           coalesce(sum(sign) FILTER (WHERE replied_at IS NOT NULL), 0) AS replied,
           coalesce(sum(sign) FILTER (WHERE positive), 0) AS positive,
           coalesce(sum(sign) FILTER (WHERE complained), 0) AS complained,
           coalesce(sum(sign) FILTER (WHERE unsubscribed), 0) AS unsubscribed
      FROM judged
), person AS (
    SELECT sign, first, replied, positive,
           CASE WHEN replied THEN CASE WHEN took < 3600 THEN took WHEN took < 86400 THEN took / 60 * 60 ELSE took / 900 * 900 END END AS took,
           CASE WHEN NOT replied AND NOT lost THEN (first AT TIME ZONE 'UTC')::date END AS waiting
      FROM (SELECT sign, min(sent_at) AS first, min(replied_at) IS NOT NULL AS replied, bool_or(positive) AS positive,
                   bool_or(bounced_at IS NOT NULL) AS lost, trunc(extract(epoch FROM min(replied_at) - min(sent_at)))::bigint AS took
              FROM judged GROUP BY sign, contact_id) one
), people AS (
    SELECT coalesce(sum(sign), 0) AS contacted, coalesce(sum(sign) FILTER (WHERE replied), 0) AS replied,
           coalesce(sum(sign) FILTER (WHERE positive), 0) AS positive,
           count(*) FILTER (WHERE unripe) AS unripe, count(*) FILTER (WHERE unripe AND replied) AS unripe_replied,
           count(*) FILTER (WHERE unripe AND positive) AS unripe_positive
      FROM (SELECT sign, replied, positive, sign = 1 AND $2 - first < interval '48 hours' AS unripe FROM person) one
), mailed AS (
    (SELECT o.application_id, o.sent_at FROM outreach o
      WHERE o.user_id = $1 AND o.application_id IS NOT NULL AND o.sent_at IS NOT NULL
      ORDER BY o.application_id, o.sent_at LIMIT 1)
    UNION ALL
    SELECT n.application_id, n.sent_at
      FROM mailed m
      CROSS JOIN LATERAL (SELECT o.application_id, o.sent_at FROM outreach o
                           WHERE o.user_id = $1 AND o.application_id > m.application_id AND o.sent_at IS NOT NULL
                           ORDER BY o.application_id, o.sent_at LIMIT 1) n
), roles AS (
    SELECT jsonb_build_object('saved', count(*) FILTER (WHERE a.furthest = 'saved'), 'applied', count(*) FILTER (WHERE a.furthest = 'applied'),
               'interviewing', count(*) FILTER (WHERE a.furthest = 'interviewing'), 'offer', count(*) FILTER (WHERE a.furthest = 'offer')) AS by_stage,
           count(*) FILTER (WHERE a.furthest <> 'saved' OR m.sent_at IS NOT NULL) AS applied,
           count(m.sent_at) AS mailed,
           count(*) FILTER (WHERE CASE WHEN a.furthest IN ('interviewing', 'offer') AND m.sent_at IS NOT NULL
               THEN m.sent_at <= (SELECT min(h.at) FROM application_history h WHERE h.user_id = $1 AND h.application_id = a.id
                         AND h.to_status IN ('interviewing', 'offer')) END) AS interviewed
      FROM applications a LEFT JOIN mailed m ON m.application_id = a.id WHERE a.user_id = $1
)
SELECT k.people AS kept_people, k.total AS kept_total,
       t.sent, t.delivered, t.bounced, t.clicked, t.replied, t.positive, t.complained, t.unsubscribed,
       p.contacted, p.replied AS people_replied, p.positive AS people_positive, p.unripe, p.unripe_replied, p.unripe_positive,
       (SELECT coalesce(jsonb_object_agg(took, n), '{}') FROM (SELECT took, sum(sign) AS n FROM person WHERE took IS NOT NULL GROUP BY took) one
         WHERE n <> 0) AS taken,
       (SELECT coalesce(jsonb_object_agg(waiting, n), '{}') FROM (SELECT waiting, sum(sign) AS n FROM person WHERE waiting IS NOT NULL GROUP BY waiting) one
         WHERE n <> 0) AS waiting,
       r.by_stage, r.applied, r.mailed, r.interviewed,
       (SELECT coalesce(sum(settled), 0)::bigint FROM spend_ledger WHERE user_id = $1 AND state = 'settled') AS spent
  FROM mark k, tally t, people p, roles r;

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

-- The overview's figures in one round trip: kept sums, and what is to be added to them. Everybody touched since the mark is folded as
-- they are now (sign 1) and as they were counted at the mark (sign -1), by the rules of domain/model/figures, which stay the definition
-- (tests/integration/figures/test_counted_where_it_lies.py compares the two). Only adds: safe while the previous release serves.
--
-- A function because of its setting: one plan fits everybody, by index, and planning anew each time would take three times as long
-- as counting. From one to the next by id whatever the planner believes (OFFSET 0), and by ranges with two ends, which it takes for
-- narrow. It reads as whoever calls it: row-level security holds within.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s';
CREATE FUNCTION overview_figures(whose uuid, moment timestamptz) RETURNS TABLE (
    kept_people jsonb, kept_total jsonb, sent bigint, delivered bigint, bounced bigint, clicked bigint, replied bigint,
    positive bigint, complained bigint, unsubscribed bigint, contacted bigint, people_replied bigint, people_positive bigint,
    unripe bigint, unripe_replied bigint, unripe_positive bigint, taken jsonb, waiting jsonb, by_stage jsonb, applied bigint,
    mailed bigint, interviewed bigint, spent bigint
) LANGUAGE plpgsql STABLE SECURITY INVOKER SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN RETURN QUERY
WITH RECURSIVE mark AS MATERIALIZED (
    SELECT coalesce(m.counted_to, 0) AS counted_to, coalesce(m.as_of, '1970-01-04Z') AS as_of, coalesce(m.people, '{}') AS people,
           coalesce(m.total, (SELECT jsonb_object_agg(name, n) FROM (
               SELECT f.key AS name, sum(f.value::text::bigint) AS n FROM campaign_metrics c, jsonb_each(c.figures) f
                WHERE c.user_id = whose GROUP BY f.key) summed), '{}') AS total
      FROM (SELECT 1) one LEFT JOIN figure_marks m ON m.user_id = whose
), touched AS MATERIALIZED (
    SELECT o.contact_id
      FROM mark k
      CROSS JOIN LATERAL (SELECT e.outreach_id FROM outreach_events e
                           WHERE e.user_id = whose AND e.number > k.counted_to AND e.number < 9223372036854775807 OFFSET 0) v
      CROSS JOIN LATERAL (SELECT m.contact_id FROM outreach m WHERE m.user_id = whose AND m.id = v.outreach_id OFFSET 0) o
    UNION
    SELECT o.contact_id
      FROM mark k
      CROSS JOIN LATERAL (SELECT m.contact_id FROM outreach m WHERE m.user_id = whose AND m.sent_at < 'infinity'
                             AND m.sent_at > least(k.as_of, moment) - interval '3 days' OFFSET 0) o
), answer AS (
    SELECT sign, o.id, o.contact_id, o.reports, side.as_of,
           min(v.at) FILTER (WHERE v.type = 'sent') AS sent_at,
           min(v.at) FILTER (WHERE v.type = 'delivered') AS reported_at,
           min(v.at) FILTER (WHERE v.type = 'bounced' AND v.facts ->> 'bounce' IS DISTINCT FROM 'soft') AS bounced_at,
           max(v.at) FILTER (WHERE v.type = 'clicked' AND v.counted) AS last_click,
           bool_or(v.type = 'complained') AS complained,
           bool_or(v.type = 'unsubscribed') AS unsubscribed,
           min(v.at) FILTER (WHERE v.type IN ('replied', 'auto_replied')) AS answered_at,
           min(v.at) FILTER (WHERE v.type IN ('replied', 'auto_replied') AND v.counted) AS by_hand_at,
           bool_or(v.type IN ('replied', 'auto_replied') AND v.counted AND v.positive) AS gladly,
           (array_agg(v.counted ORDER BY v.at DESC, v.counted DESC, v.positive DESC) FILTER (WHERE v.type = 'relabeled'))[1]
               AS said_by_hand,
           (array_agg(v.positive ORDER BY v.at DESC, v.counted DESC, v.positive DESC) FILTER (WHERE v.type = 'relabeled'))[1]
               AS said_gladly
      FROM mark k
      CROSS JOIN touched t
      CROSS JOIN LATERAL (
            SELECT m.id, m.contact_id, m.provider IS DISTINCT FROM 'smtp' AS reports
              FROM outreach m WHERE m.user_id = whose AND m.contact_id = t.contact_id OFFSET 0) o
      CROSS JOIN LATERAL (
            SELECT e.number, e.type, e.at, e.counted, e.facts, coalesce(e.facts -> 'positive' = 'true', false) AS positive,
                   coalesce(nullif(e.facts ->> 'answer', ''), e.dedupe_key) AS answer
              FROM outreach_events e
             WHERE e.user_id = whose AND e.outreach_id = o.id AND e.type <> 'deferred' OFFSET 0) v
      JOIN LATERAL (VALUES (1, moment), (-1, k.as_of)) AS side (sign, as_of) ON sign = 1 OR v.number <= k.counted_to
     GROUP BY sign, o.id, o.contact_id, o.reports, side.as_of, v.answer
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
           CASE WHEN replied THEN took / step * step END AS took,
           CASE WHEN NOT replied AND NOT lost THEN (first AT TIME ZONE 'UTC')::date END AS waiting
      FROM (SELECT sign, min(sent_at) AS first, min(replied_at) IS NOT NULL AS replied, bool_or(positive) AS positive,
                   bool_or(bounced_at IS NOT NULL) AS lost, trunc(extract(epoch FROM min(replied_at) - min(sent_at)))::bigint AS took
              FROM judged GROUP BY sign, contact_id) one
      CROSS JOIN LATERAL (SELECT CASE WHEN took < 3600 THEN 1 WHEN took < 86400 THEN 60 ELSE 900 END AS step) rounded
), people AS (
    SELECT coalesce(sum(sign), 0) AS contacted, coalesce(sum(sign) FILTER (WHERE replied), 0) AS replied,
           coalesce(sum(sign) FILTER (WHERE positive), 0) AS positive,
           count(*) FILTER (WHERE unripe) AS unripe, count(*) FILTER (WHERE unripe AND replied) AS unripe_replied,
           count(*) FILTER (WHERE unripe AND positive) AS unripe_positive
      FROM (SELECT sign, replied, positive, sign = 1 AND moment - first < interval '48 hours' AS unripe FROM person) one
), mailed AS (
    (SELECT o.application_id, o.sent_at FROM outreach o
      WHERE o.user_id = whose AND o.application_id IS NOT NULL AND o.sent_at IS NOT NULL
      ORDER BY o.application_id, o.sent_at LIMIT 1)
    UNION ALL
    SELECT n.application_id, n.sent_at
      FROM mailed m
      CROSS JOIN LATERAL (SELECT o.application_id, o.sent_at FROM outreach o
                           WHERE o.user_id = whose AND o.application_id > m.application_id AND o.sent_at IS NOT NULL
                           ORDER BY o.application_id, o.sent_at LIMIT 1) n
), roles AS (
    SELECT jsonb_build_object('saved', count(*) FILTER (WHERE a.furthest = 'saved'),
                              'applied', count(*) FILTER (WHERE a.furthest = 'applied'),
                              'interviewing', count(*) FILTER (WHERE a.furthest = 'interviewing'),
                              'offer', count(*) FILTER (WHERE a.furthest = 'offer')) AS by_stage,
           count(*) FILTER (WHERE a.furthest <> 'saved' OR m.sent_at IS NOT NULL) AS applied,
           count(m.sent_at) AS mailed,
           count(*) FILTER (WHERE CASE WHEN a.furthest IN ('interviewing', 'offer') AND m.sent_at IS NOT NULL
               THEN m.sent_at <= (SELECT min(h.at) FROM application_history h WHERE h.user_id = whose AND h.application_id = a.id
                         AND h.to_status IN ('interviewing', 'offer')) END) AS interviewed
      FROM applications a LEFT JOIN mailed m ON m.application_id = a.id WHERE a.user_id = whose
)
SELECT k.people AS kept_people, k.total AS kept_total,
       t.sent, t.delivered, t.bounced, t.clicked, t.replied, t.positive, t.complained, t.unsubscribed,
       p.contacted, p.replied AS people_replied, p.positive AS people_positive, p.unripe, p.unripe_replied, p.unripe_positive,
       (SELECT coalesce(jsonb_object_agg(took, n), '{}')
          FROM (SELECT took, sum(sign) AS n FROM person WHERE took IS NOT NULL GROUP BY took) one WHERE n <> 0) AS taken,
       (SELECT coalesce(jsonb_object_agg(waiting, n), '{}')
          FROM (SELECT waiting, sum(sign) AS n FROM person WHERE waiting IS NOT NULL GROUP BY waiting) one WHERE n <> 0) AS waiting,
       r.by_stage, r.applied, r.mailed, r.interviewed,
       (SELECT coalesce(sum(settled), 0)::bigint FROM spend_ledger WHERE user_id = whose AND state = 'settled') AS spent
  FROM mark k, tally t, people p, roles r;
END $$;
COMMENT ON FUNCTION overview_figures IS 'What is counted for a person as of a moment; `unripe`: first mailed less than 48 hours before.';
GRANT EXECUTE ON FUNCTION overview_figures TO roleferry_app, roleferry_system;

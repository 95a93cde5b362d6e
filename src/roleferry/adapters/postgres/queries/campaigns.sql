-- name: add_campaign
-- $1 user, $2 id, $3 version, $4 name, $5 status, $6 mailboxes, $7 settings, $8 holds, $9 digest, $10 launched, $11 paused,
-- $12 ended, $13 tone, $14 created
INSERT INTO campaigns (user_id, id, version, name, status, mailbox_ids, settings, holds, approved_digest, launched_at,
                       paused_at, ended_at, tone, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- name: lock_campaign
-- $1 user, $2 id
SELECT user_id, id, version, name, status, mailbox_ids, settings, holds, approved_digest, launched_at, paused_at, ended_at
  FROM campaigns WHERE user_id = $1 AND id = $2 FOR UPDATE;

-- name: read_campaign
-- $1 user, $2 id
SELECT user_id, id, version, name, status, mailbox_ids, settings, holds, approved_digest, launched_at, paused_at, ended_at
  FROM campaigns WHERE user_id = $1 AND id = $2;

-- name: save_campaign
-- Write it if its version is still ours; parameters as for add_campaign
UPDATE campaigns
   SET name = $4, status = $5, mailbox_ids = $6, settings = $7, holds = $8, approved_digest = $9, launched_at = $10,
       paused_at = $11, ended_at = $12, version = version + 1
 WHERE user_id = $1 AND id = $2 AND version = $3;

-- name: remove_campaign
-- $1 user, $2 id
DELETE FROM campaigns WHERE user_id = $1 AND id = $2 AND status = 'draft';

-- name: list_campaign_names
-- $1 user
SELECT name FROM campaigns WHERE user_id = $1;

-- name: add_targets
-- $1 user, $2 campaign, $3 contacts, $4 applications (same length), $5 at
INSERT INTO campaign_targets (user_id, campaign_id, contact_id, application_id, created_at)
SELECT $1, $2, t.contact_id, t.application_id, $5::timestamptz + t.number * interval '1 microsecond'
  FROM unnest($3::uuid[], $4::uuid[]) WITH ORDINALITY AS t (contact_id, application_id, number)
ON CONFLICT DO NOTHING;

-- name: remove_targets
-- $1 user, $2 campaign, $3 contacts
DELETE FROM campaign_targets WHERE user_id = $1 AND campaign_id = $2 AND contact_id = ANY ($3::uuid[]);

-- name: list_targets
-- $1 user, $2 campaign
SELECT contact_id, application_id FROM campaign_targets WHERE user_id = $1 AND campaign_id = $2 ORDER BY created_at, contact_id;

-- name: show_campaigns
-- $1 user, $2 status, $3 created before, $4 id before, $5 limit
SELECT c.id, c.name, c.status, c.tone, c.mailbox_ids, c.settings, c.holds, c.launched_at, c.paused_at, c.ended_at, c.created_at,
       (SELECT count(*) FROM campaign_targets t WHERE t.user_id = $1 AND t.campaign_id = c.id) AS targets,
       (SELECT s.length FROM sequence_templates s WHERE s.user_id = $1 AND s.campaign_id = c.id) AS length
  FROM campaigns c
 WHERE c.user_id = $1 AND ($2::text IS NULL OR c.status = $2)
   AND ($3::timestamptz IS NULL OR (c.created_at, c.id) < ($3, $4::uuid))
 ORDER BY c.created_at DESC, c.id DESC LIMIT $5;

-- name: show_campaign
-- $1 user, $2 id
SELECT c.id, c.name, c.status, c.tone, c.mailbox_ids, c.settings, c.holds, c.launched_at, c.paused_at, c.ended_at, c.created_at,
       (SELECT count(*) FROM campaign_targets t WHERE t.user_id = $1 AND t.campaign_id = c.id) AS targets,
       (SELECT s.length FROM sequence_templates s WHERE s.user_id = $1 AND s.campaign_id = c.id) AS length
  FROM campaigns c WHERE c.user_id = $1 AND c.id = $2;

-- name: add_preview
-- $1 user, $2 campaign, $3 digest, $4 fingerprints, $5 at
INSERT INTO campaign_previews (user_id, campaign_id, digest, fingerprints, shown_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (user_id, campaign_id, digest) DO UPDATE SET shown_at = excluded.shown_at;

-- name: forget_previews
-- All but the latest; $1 user, $2 campaign, $3 how many are kept
DELETE FROM campaign_previews
 WHERE user_id = $1 AND campaign_id = $2
   AND digest NOT IN (SELECT digest FROM campaign_previews WHERE user_id = $1 AND campaign_id = $2 ORDER BY shown_at DESC LIMIT $3);

-- name: find_preview
-- $1 user, $2 campaign, $3 digest
SELECT fingerprints FROM campaign_previews WHERE user_id = $1 AND campaign_id = $2 AND digest = $3;

-- name: show_targets
-- $1 user, $2 campaign, $3 after created, $4 after contact, $5 limit
SELECT t.contact_id, t.application_id, t.created_at, c.full_name AS name, c.role_title, c.email, c.timezone AS time_zone,
       j.title AS job_title, coalesce(k.name, j.company) AS company, e.state, e.reason
  FROM campaign_targets t
  JOIN contacts c ON c.user_id = $1 AND c.id = t.contact_id
  LEFT JOIN applications a ON a.user_id = $1 AND a.id = t.application_id
  LEFT JOIN jobs j ON j.user_id = $1 AND j.id = a.job_id
  LEFT JOIN companies k ON k.user_id = $1 AND k.id = c.company_id
  LEFT JOIN enrollments e ON e.user_id = $1 AND e.campaign_id = t.campaign_id AND e.contact_id = t.contact_id
 WHERE t.user_id = $1 AND t.campaign_id = $2 AND ($3::timestamptz IS NULL OR (t.created_at, t.contact_id) > ($3, $4::uuid))
 ORDER BY t.created_at, t.contact_id LIMIT $5;

-- name: show_campaign_summary
-- $1 user, $2 campaign
SELECT (SELECT count(*) FROM campaign_targets t WHERE t.user_id = $1 AND t.campaign_id = $2) AS targets,
       (SELECT coalesce(jsonb_object_agg(g.status, g.number), '{}') FROM (SELECT o.status, count(*) AS number FROM outreach o
          WHERE o.user_id = $1 AND o.campaign_id = $2 GROUP BY o.status) g) AS mails,
       (SELECT coalesce(jsonb_object_agg(g.state, g.number), '{}') FROM (SELECT e.state, count(*) AS number FROM enrollments e
          WHERE e.user_id = $1 AND e.campaign_id = $2 GROUP BY e.state) g) AS people,
       (SELECT coalesce(jsonb_object_agg(g.hold_reason, g.number), '{}') FROM (SELECT o.hold_reason, count(*) AS number FROM outreach o
          WHERE o.user_id = $1 AND o.campaign_id = $2 AND o.status = 'held' GROUP BY o.hold_reason) g) AS held,
       (SELECT count(*) FROM outreach o WHERE o.user_id = $1 AND o.campaign_id = $2 AND o.replied_at IS NOT NULL) AS replied,
       (SELECT count(*) FROM outreach o WHERE o.user_id = $1 AND o.campaign_id = $2 AND o.bounced_at IS NOT NULL) AS bounced,
       n.due_at AS next_due_at, n.time_zone AS next_zone, n.to_name AS next_to, c.status, c.holds
  FROM campaigns c
  LEFT JOIN LATERAL (SELECT o.due_at, o.time_zone, o.to_name FROM outreach o
                        JOIN enrollments e ON e.user_id = o.user_id AND e.id = o.enrollment_id AND e.state = 'active'
                      WHERE o.user_id = $1 AND o.campaign_id = $2 AND o.status = 'scheduled' ORDER BY o.due_at, o.id LIMIT 1) n ON true
 WHERE c.user_id = $1 AND c.id = $2;

-- name: list_campaigns_with_nobody_left
-- The system's look at everybody's; $1 limit
SELECT c.user_id, c.id FROM campaigns c
 WHERE c.status IN ('active', 'paused')
   AND NOT EXISTS (SELECT 1 FROM enrollments e WHERE e.user_id = c.user_id AND e.campaign_id = c.id AND e.state IN ('active', 'held'))
 ORDER BY c.launched_at LIMIT $1;

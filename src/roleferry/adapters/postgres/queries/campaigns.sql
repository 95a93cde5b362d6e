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
       (SELECT count(*) FROM campaign_targets t WHERE t.user_id = $1 AND t.campaign_id = c.id) AS targets
  FROM campaigns c
 WHERE c.user_id = $1 AND ($2::text IS NULL OR c.status = $2)
   AND ($3::timestamptz IS NULL OR (c.created_at, c.id) < ($3, $4::uuid))
 ORDER BY c.created_at DESC, c.id DESC LIMIT $5;

-- name: show_campaign
-- $1 user, $2 id
SELECT c.id, c.name, c.status, c.tone, c.mailbox_ids, c.settings, c.holds, c.launched_at, c.paused_at, c.ended_at, c.created_at,
       (SELECT count(*) FROM campaign_targets t WHERE t.user_id = $1 AND t.campaign_id = c.id) AS targets
  FROM campaigns c WHERE c.user_id = $1 AND c.id = $2;

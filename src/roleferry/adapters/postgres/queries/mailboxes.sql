-- name: add_mailbox
-- $1 user, $2 id, $3 version, $4 display name, $5 zone, $6 cap, $7 gap, $8 warmup since, $9 status, $10 pause, $11 detail,
-- $12 closed until, $13 postal address, $14 warmup, $15 address, $16 provider, $17 created
INSERT INTO mailboxes (user_id, id, version, display_name, time_zone, daily_cap, gap_seconds, warmup_started_on, status,
                       pause, pause_detail, closed_until, postal_address, warmup, address, provider, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);

-- name: lock_mailbox
-- $1 user, $2 id
SELECT user_id, id, address, display_name, provider, time_zone, daily_cap, gap_seconds, warmup_started_on, status, pause,
       pause_detail, closed_until, postal_address, warmup, version
  FROM mailboxes WHERE user_id = $1 AND id = $2 FOR UPDATE;

-- name: list_all_mailboxes
-- $1 user
SELECT user_id, id, address, display_name, provider, time_zone, daily_cap, gap_seconds, warmup_started_on, status, pause,
       pause_detail, closed_until, postal_address, warmup, version
  FROM mailboxes WHERE user_id = $1 ORDER BY created_at, id;

-- name: save_mailbox
-- Write it if its version is still ours; parameters as for add_mailbox
UPDATE mailboxes
   SET display_name = $4, time_zone = $5, daily_cap = $6, gap_seconds = $7, warmup_started_on = $8, status = $9, pause = $10,
       pause_detail = $11, closed_until = $12, postal_address = $13, warmup = $14, version = version + 1
 WHERE user_id = $1 AND id = $2 AND version = $3;

-- name: remove_mailbox
-- $1 user, $2 id
DELETE FROM mailboxes WHERE user_id = $1 AND id = $2;

-- name: list_taken_times
-- When mailboxes have sent or plan to, which a plan must keep clear of; $1 user, $2 mailboxes, $3 since, $4 mails to leave out
SELECT mailbox_id, coalesce(sent_at, due_at) AS at
  FROM outreach
 WHERE user_id = $1 AND mailbox_id = ANY ($2::uuid[]) AND status IN ('scheduled', 'sending', 'uncertain') AND due_at >= $3
   AND id <> ALL ($4::uuid[])
UNION ALL
SELECT mailbox_id, sent_at
  FROM outreach
 WHERE user_id = $1 AND mailbox_id = ANY ($2::uuid[]) AND status IN ('sent', 'delivered') AND sent_at >= $3;

-- name: save_mailbox_dns
-- $1 user, $2 id, $3 report, $4 at
UPDATE mailboxes SET dns = $3, dns_checked_at = $4 WHERE user_id = $1 AND id = $2;

-- name: list_mailboxes_checked_before
-- As the system: real mailboxes whose domain was looked up and not since; $1 moment, $2 limit
SELECT user_id, id, dns FROM mailboxes
 WHERE dns_checked_at < $1 AND provider <> 'mock'
 ORDER BY dns_checked_at, id LIMIT $2;

-- name: show_mailbox_series
-- Nightly figures, oldest first; $1 user, $2 mailbox, $3 since
SELECT day, figures FROM mailbox_health WHERE user_id = $1 AND mailbox_id = $2 AND day >= $3 ORDER BY day;

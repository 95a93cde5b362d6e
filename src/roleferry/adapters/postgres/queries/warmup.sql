-- name: find_warmup_member
-- $1 user, $2 mailbox
SELECT mailbox_id, pool, joined_at FROM warmup_members WHERE user_id = $1 AND mailbox_id = $2;

-- name: join_warmup
-- One that is in this pool stays as it is; $1 user, $2 mailbox, $3 pool, $4 consent, $5 at
INSERT INTO warmup_members (user_id, mailbox_id, pool, shares_identity, joined_at, plan_at) VALUES ($1, $2, $3, $4, $5, $5)
ON CONFLICT (user_id, mailbox_id) DO UPDATE SET pool = excluded.pool, shares_identity = excluded.shares_identity,
    joined_at = excluded.joined_at, plan_at = excluded.plan_at
 WHERE warmup_members.pool <> excluded.pool;

-- name: leave_warmup
-- $1 user, $2 mailbox
DELETE FROM warmup_members WHERE user_id = $1 AND mailbox_id = $2;

-- name: drop_planned_warmup
-- $1 user, $2 mailbox, $3 at
UPDATE warmup_mails SET status = 'dropped', why = 'left the pool', ended_at = $3
 WHERE user_id = $1 AND mailbox_id = $2 AND status = 'planned';

-- name: list_warmup_to_plan
-- $1 now, $2 limit
SELECT m.user_id, m.id, m.address, m.display_name, m.provider, m.time_zone, m.daily_cap, m.gap_seconds, m.warmup_started_on, m.status,
       m.pause, m.pause_detail, m.closed_until, m.postal_address, m.warmup, m.version
  FROM warmup_members w JOIN mailboxes m ON m.user_id = w.user_id AND m.id = w.mailbox_id
 WHERE w.pool = 'built-in' AND w.plan_at <= $1
 ORDER BY w.plan_at LIMIT $2 FOR UPDATE OF w SKIP LOCKED;

-- name: plan_warmup_again
-- $1 user, $2 mailbox, $3 at
UPDATE warmup_members SET plan_at = $3 WHERE user_id = $1 AND mailbox_id = $2;

-- name: list_warmup_candidates
-- In an order of its own for each mailbox; one that has shown no pool mail to have arrived is written to three times and no more, since an
-- address given may be a stranger's; $1 mailbox, $2 limit
SELECT m.user_id, m.id, m.address, m.display_name, m.provider, m.time_zone, m.daily_cap, m.gap_seconds, m.warmup_started_on, m.status,
       m.pause, m.pause_detail, m.closed_until, m.postal_address, m.warmup, m.version
  FROM warmup_members w JOIN mailboxes m ON m.user_id = w.user_id AND m.id = w.mailbox_id
 WHERE w.pool = 'built-in' AND w.mailbox_id <> $1::uuid AND m.status = 'active' AND m.warmup = 'on'
   AND (SELECT coalesce(bool_or(b.status = 'received'), false) OR count(*) FILTER (WHERE b.status IN ('planned', 'sending', 'sent')) < 3
          FROM warmup_mails b WHERE b.partner_user_id = w.user_id AND b.partner_mailbox_id = w.mailbox_id)
 ORDER BY md5($1::text || m.id::text) LIMIT $2;

-- name: find_warmup_mailbox
-- $1 mailbox
SELECT m.user_id, m.id, m.address, m.display_name, m.provider, m.time_zone, m.daily_cap, m.gap_seconds, m.warmup_started_on, m.status,
       m.pause, m.pause_detail, m.closed_until, m.postal_address, m.warmup, m.version
  FROM warmup_members w JOIN mailboxes m ON m.user_id = w.user_id AND m.id = w.mailbox_id
 WHERE w.pool = 'built-in' AND w.mailbox_id = $1;

-- name: list_warmup_apart
-- Members whose owner and this one's owner know each other as contacts, and members with whom a pool mail has come back since
-- both joined; $1 user, $2 mailbox, $3 its address
SELECT w.mailbox_id
  FROM contacts c
  JOIN mailboxes m ON lower(m.address) = lower(c.email)
  JOIN warmup_members w ON w.user_id = m.user_id AND w.mailbox_id = m.id
 WHERE c.user_id = $1
UNION
SELECT w.mailbox_id
  FROM contacts c
  JOIN warmup_members w ON w.user_id = c.user_id
 WHERE lower(c.email) = lower($3::text)
UNION
SELECT CASE WHEN b.mailbox_id = $2 THEN b.partner_mailbox_id ELSE b.mailbox_id END
  FROM warmup_mails b
  JOIN warmup_members one ON one.user_id = b.user_id AND one.mailbox_id = b.mailbox_id
  JOIN warmup_members other ON other.user_id = b.partner_user_id AND other.mailbox_id = b.partner_mailbox_id
 WHERE b.status = 'bounced' AND b.ended_at >= greatest(one.joined_at, other.joined_at)
   AND ((b.user_id = $1 AND b.mailbox_id = $2) OR (b.partner_user_id = $1 AND b.partner_mailbox_id = $2));

-- name: count_real_mails
-- Campaign mails sent or planned in a time, and when the last one ever was sent; $1 user, $2 mailbox, $3 since, $4 until
SELECT (SELECT count(*) FROM outreach o
         WHERE o.user_id = $1 AND o.mailbox_id = $2 AND o.sent_at >= $3 AND o.sent_at < $4)
     + (SELECT count(*) FROM outreach o
         WHERE o.user_id = $1 AND o.mailbox_id = $2 AND o.status IN ('scheduled', 'sending') AND o.due_at >= $3 AND o.due_at < $4) AS mails,
       (SELECT max(o.sent_at) FROM outreach o WHERE o.user_id = $1 AND o.mailbox_id = $2 AND o.sent_at IS NOT NULL) AS last_at;

-- name: plan_warmup_mails
-- Arrays of one length; a slot or a place that is given stays given
INSERT INTO warmup_mails (user_id, id, mailbox_id, partner_user_id, partner_mailbox_id, day, slot, thread_id, place, message_id,
                          earlier, due_at)
SELECT w.user_id, w.id, w.mailbox_id, w.partner_user_id, w.partner_mailbox_id, w.day, w.slot, w.thread_id, w.place, w.message_id,
       ARRAY(SELECT jsonb_array_elements_text(w.earlier::jsonb)), w.due_at
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::date[], $7::integer[], $8::uuid[], $9::integer[],
              $10::text[], $11::text[], $12::timestamptz[])
    AS w (user_id, id, mailbox_id, partner_user_id, partner_mailbox_id, day, slot, thread_id, place, message_id, earlier, due_at)
ON CONFLICT DO NOTHING;

-- name: find_due_warmup
-- One at a time of each mailbox; $1 now
SELECT w.user_id, w.id, w.mailbox_id, w.partner_user_id, w.partner_mailbox_id, w.day, w.slot, w.thread_id, w.place, w.message_id,
       w.earlier, w.due_at, w.status, w.why, w.sent_at
  FROM warmup_mails w
 WHERE w.status = 'planned' AND w.due_at <= $1
   AND NOT EXISTS (SELECT 1 FROM warmup_mails s WHERE s.user_id = w.user_id AND s.mailbox_id = w.mailbox_id AND s.status = 'sending')
 ORDER BY w.due_at, w.id LIMIT 1;

-- name: claim_warmup
-- $1 user, $2 id
SELECT w.id
  FROM warmup_mails w JOIN mailboxes m ON m.user_id = w.user_id AND m.id = w.mailbox_id
 WHERE w.user_id = $1 AND w.id = $2 AND w.status = 'planned'
   AND NOT EXISTS (SELECT 1 FROM warmup_mails s WHERE s.user_id = w.user_id AND s.mailbox_id = w.mailbox_id AND s.status = 'sending')
   FOR UPDATE OF w, m SKIP LOCKED;

-- name: lock_warmup_mail
-- $1 id
SELECT user_id, id, mailbox_id, partner_user_id, partner_mailbox_id, day, slot, thread_id, place, message_id, earlier, due_at, status, why,
       sent_at
  FROM warmup_mails WHERE id = $1 FOR UPDATE;

-- name: count_warmup_on
-- $1 user, $2 mailbox, $3 day
SELECT count(*) AS mails FROM warmup_mails
 WHERE user_id = $1 AND mailbox_id = $2 AND day = $3 AND status IN ('sending', 'sent', 'received', 'bounced');

-- name: begin_warmup
-- The lease goes by the database's clock; $1 user, $2 id, $3 seconds
UPDATE warmup_mails SET status = 'sending', lease_until = clock_timestamp() + make_interval(secs => $3) WHERE user_id = $1 AND id = $2;

-- name: settle_warmup
-- $1 user, $2 id, $3 status, $4 at, $5 why, $6 whether it left
UPDATE warmup_mails
   SET status = $3, why = $5, lease_until = NULL, ended_at = $4, sent_at = CASE WHEN $6::boolean THEN coalesce(sent_at, $4) ELSE sent_at END
 WHERE user_id = $1 AND id = $2;

-- name: add_warmup_counts
-- $1 user, $2 mailbox, $3 day, $4 sent, $5 received, $6 bounced, $7 dropped
INSERT INTO warmup_days (user_id, mailbox_id, day, sent, received, bounced, dropped) VALUES ($1, $2, $3, $4, $5, $6, greatest($7, 0))
ON CONFLICT (user_id, mailbox_id, day) DO UPDATE SET sent = warmup_days.sent + $4, received = warmup_days.received + $5,
    bounced = warmup_days.bounced + $6, dropped = greatest(warmup_days.dropped + $7, 0);

-- name: list_expired_warmup
SELECT user_id, id, mailbox_id, partner_user_id, partner_mailbox_id, day, slot, thread_id, place, message_id, earlier, due_at, status, why,
       sent_at
  FROM warmup_mails WHERE status = 'sending' AND lease_until < clock_timestamp() FOR UPDATE SKIP LOCKED;

-- name: list_unreceived_warmup
-- $1 sent by, $2 limit
SELECT user_id, id, mailbox_id, partner_user_id, partner_mailbox_id, day, slot, thread_id, place, message_id, earlier, due_at, status, why,
       sent_at
  FROM warmup_mails WHERE status = 'sent' AND sent_at <= $1 ORDER BY sent_at LIMIT $2;

-- name: forget_warmup_mails
-- Bounced ones stay: they keep two mailboxes apart; $1 ended before
DELETE FROM warmup_mails WHERE status IN ('dropped', 'received', 'sent') AND ended_at < $1;

-- name: show_warmup_days
-- $1 user, $2 mailbox, $3 since, $4 until
SELECT day, sent, received, bounced, dropped FROM warmup_days
 WHERE user_id = $1 AND mailbox_id = $2 AND day BETWEEN $3 AND $4 ORDER BY day;

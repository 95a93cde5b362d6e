-- name: set_spend_cap
-- $1 vendor, $2 cap in micro-units, $3 by whom, $4 at
INSERT INTO spend_caps (vendor, cap, set_by, set_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (vendor) DO UPDATE SET cap = excluded.cap, set_by = excluded.set_by, set_at = excluded.set_at;

-- name: show_spend_caps
SELECT vendor, cap FROM spend_caps;

-- name: show_spend
-- What a user's month has cost, in micro-units; $1 user, $2 since
SELECT vendor, flow,
       coalesce(sum(settled) FILTER (WHERE state = 'settled'), 0)::bigint AS spent,
       coalesce(sum(reserved) FILTER (WHERE state = 'reserved'), 0)::bigint AS reserved,
       coalesce(sum(settled) FILTER (WHERE state = 'mock'), 0)::bigint AS would_have_cost
  FROM spend_ledger WHERE user_id = $1 AND at >= $2 GROUP BY vendor, flow ORDER BY vendor, flow;

-- name: add_beta_feedback
-- $1 user, $2 id, $3 would pay, $4 price, $5 nps, $6 comments, $7 at
INSERT INTO beta_feedback (user_id, id, would_pay_499, suggested_price, nps, comments, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: summarise_beta_feedback
-- Of everybody's latest answers, for operators
SELECT count(*) AS answers, count(would_pay_499) AS asked, count(*) FILTER (WHERE would_pay_499) AS willing,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY suggested_price)::text AS median_price,
       count(suggested_price) AS prices, count(nps) AS scored,
       count(*) FILTER (WHERE nps >= 9) AS promoters, count(*) FILTER (WHERE nps <= 6) AS detractors
  FROM (SELECT DISTINCT ON (user_id) user_id, would_pay_499, suggested_price, nps
          FROM beta_feedback ORDER BY user_id, created_at DESC, id DESC) latest;

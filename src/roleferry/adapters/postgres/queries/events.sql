-- name: add_outreach_events
-- Arrays of one length; what was reported before is passed over
INSERT INTO outreach_events (user_id, id, outreach_id, type, at, recorded_at, dedupe_key, counted, facts)
SELECT e.user_id, e.id, e.outreach_id, e.type, e.at, e.recorded_at, e.dedupe_key, e.counted, e.facts
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::boolean[],
              $9::jsonb[]) AS e (user_id, id, outreach_id, type, at, recorded_at, dedupe_key, counted, facts)
ON CONFLICT (user_id, outreach_id, dedupe_key) DO NOTHING;

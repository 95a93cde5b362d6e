-- name: add_job
-- $1 user, $2 id, $3 title, $4 company, $5 location, $6 posted, $7 edits, $8 saved, $9 company id, $10 fingerprint, $11 url,
-- $12 canonical url, $13 text, $14 what was read, $15 source, $16 created
INSERT INTO jobs (user_id, id, title, company, location, posted_at, edits, saved, company_id, fingerprint, url, canonical_url,
                  raw_description, parsed, source, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

-- name: find_same_job
-- $1 user, $2 canonical url, $3 fingerprint
SELECT id FROM jobs WHERE user_id = $1 AND (fingerprint = $3 OR canonical_url = $2) LIMIT 1;

-- name: find_same_jobs
-- $1 user, $2 ids asked about, $3 their canonical urls, $4 their fingerprints
SELECT DISTINCT ON (n.asked) n.asked, j.id
  FROM unnest($2::uuid[], $3::text[], $4::text[]) AS n (asked, canonical_url, fingerprint)
  JOIN jobs j ON j.user_id = $1 AND (j.fingerprint = n.fingerprint OR j.canonical_url = n.canonical_url)
 ORDER BY n.asked, j.created_at;

-- name: lock_job
-- $1 user, $2 id
SELECT id, user_id, parsed, raw_description, edits, fingerprint, url, canonical_url, company_id, source, saved, created_at
  FROM jobs WHERE user_id = $1 AND id = $2 FOR UPDATE;

-- name: save_job
-- A person's word; a match computed before it is stale; parameters as for add_job
UPDATE jobs
   SET title = $3, company = $4, location = $5, posted_at = $6, edits = $7, saved = $8, company_id = $9, match_key = NULL
 WHERE user_id = $1 AND id = $2;

-- name: remove_job
-- $1 user, $2 id
DELETE FROM jobs WHERE user_id = $1 AND id = $2;

-- name: list_unmatched_jobs
-- $1 user, $2 key, $3 limit
SELECT id, user_id, parsed, raw_description, edits, fingerprint, url, canonical_url, company_id, source, saved, created_at
  FROM jobs WHERE user_id = $1 AND match_key IS DISTINCT FROM $2 ORDER BY created_at DESC, id DESC LIMIT $3;

-- name: save_matches
-- $1 user, $2 ids, $3 scores, $4 matches, $5 key
UPDATE jobs j SET match_score = n.score, match = n.match, match_key = $5
  FROM unnest($2::uuid[], $3::double precision[], $4::jsonb[]) AS n (id, score, match)
 WHERE j.user_id = $1 AND j.id = n.id;

-- name: show_job
-- $1 user, $2 id
SELECT j.id, j.title, j.company, j.company_id, j.location, j.url, j.saved, j.source, j.raw_description, j.parsed, j.edits,
       j.match_score, j.posted_at, j.created_at, a.id AS application_id, a.status AS application_status
  FROM jobs j LEFT JOIN applications a ON a.user_id = $1 AND a.job_id = j.id
 WHERE j.user_id = $1 AND j.id = $2;

-- name: show_jobs_created
-- $1 user, $2 saved, $3 words, $4 created before, $5 id before, $6 limit
SELECT j.id, j.title, j.company, j.company_id, j.location, j.url, j.saved, j.source, j.match_score, j.posted_at, j.created_at,
       a.id AS application_id, a.status AS application_status
  FROM jobs j LEFT JOIN applications a ON a.user_id = $1 AND a.job_id = j.id
 WHERE j.user_id = $1 AND ($2::boolean IS NULL OR j.saved = $2)
   AND ($3::text IS NULL OR position(lower($3) IN lower(concat_ws(' ', j.title, j.company, j.location))) > 0)
   AND ($4::timestamptz IS NULL OR (j.created_at, j.id) < ($4, $5::uuid))
 ORDER BY j.created_at DESC, j.id DESC LIMIT $6;

-- name: show_jobs_posted
-- Those without a date last; $1 user, $2 saved, $3 words, $4 posted before, $5 id before, $6 limit
SELECT j.id, j.title, j.company, j.company_id, j.location, j.url, j.saved, j.source, j.match_score, j.posted_at, j.created_at,
       a.id AS application_id, a.status AS application_status, coalesce(j.posted_at, 'epoch'::date) AS posted_key
  FROM jobs j LEFT JOIN applications a ON a.user_id = $1 AND a.job_id = j.id
 WHERE j.user_id = $1 AND ($2::boolean IS NULL OR j.saved = $2)
   AND ($3::text IS NULL OR position(lower($3) IN lower(concat_ws(' ', j.title, j.company, j.location))) > 0)
   AND ($4::date IS NULL OR (coalesce(j.posted_at, 'epoch'::date), j.id) < ($4, $5::uuid))
 ORDER BY coalesce(j.posted_at, 'epoch'::date) DESC, j.id DESC LIMIT $6;

-- name: show_jobs_match
-- Those without a score last; $1 user, $2 saved, $3 words, $4 score below, $5 id before, $6 limit
SELECT j.id, j.title, j.company, j.company_id, j.location, j.url, j.saved, j.source, j.match_score, j.posted_at, j.created_at,
       a.id AS application_id, a.status AS application_status, coalesce(j.match_score, -1) AS score_key
  FROM jobs j LEFT JOIN applications a ON a.user_id = $1 AND a.job_id = j.id
 WHERE j.user_id = $1 AND ($2::boolean IS NULL OR j.saved = $2)
   AND ($3::text IS NULL OR position(lower($3) IN lower(concat_ws(' ', j.title, j.company, j.location))) > 0)
   AND ($4::double precision IS NULL OR (coalesce(j.match_score, -1), j.id) < ($4, $5::uuid))
 ORDER BY coalesce(j.match_score, -1) DESC, j.id DESC LIMIT $6;

-- name: show_match
-- $1 user, $2 id
SELECT id, match, match_key FROM jobs WHERE user_id = $1 AND id = $2;

-- name: export_jobs
-- One page of an export; $1 user, $2 created before, $3 id before, $4 limit
SELECT j.id, j.title, j.company, j.location, j.url, j.source, j.posted_at, j.match_score, j.raw_description, j.created_at,
       a.status AS application_status, a.reason, a.notes, a.applied_at
  FROM jobs j LEFT JOIN applications a ON a.user_id = $1 AND a.job_id = j.id
 WHERE j.user_id = $1 AND ($2::timestamptz IS NULL OR (j.created_at, j.id) < ($2, $3::uuid))
 ORDER BY j.created_at DESC, j.id DESC LIMIT $4;

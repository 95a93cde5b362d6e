-- name: add_application
-- $1 user, $2 id, $3 status, $4 furthest, $5 reason, $6 notes, $7 applied, $8 follow-up, $9 retired, $10 job, $11 created
INSERT INTO applications (user_id, id, status, furthest, reason, notes, applied_at, follow_up_at, follow_up_retired, job_id,
                          created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11);

-- name: lock_application
-- $1 user, $2 id
SELECT id, user_id, job_id, status, furthest, reason, notes, applied_at, follow_up_at, follow_up_retired, created_at
  FROM applications WHERE user_id = $1 AND id = $2 FOR UPDATE;

-- name: save_application
-- Parameters as for add_application, but $10 at
UPDATE applications
   SET status = $3, furthest = $4, reason = $5, notes = $6, applied_at = $7, follow_up_at = $8, follow_up_retired = $9,
       updated_at = $10
 WHERE user_id = $1 AND id = $2;

-- name: add_stage_change
-- $1 user, $2 id, $3 application, $4 from, $5 to, $6 actor, $7 reason, $8 at
INSERT INTO application_history (user_id, id, application_id, from_status, to_status, actor, reason, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: show_application
-- $1 user, $2 id
SELECT a.id, a.job_id, a.status, a.furthest, a.reason, a.notes, a.applied_at, a.follow_up_at, a.follow_up_retired, a.created_at,
       a.updated_at, j.title, j.company, j.location, j.match_score
  FROM applications a JOIN jobs j ON j.user_id = $1 AND j.id = a.job_id
 WHERE a.user_id = $1 AND a.id = $2;

-- name: show_applications
-- $1 user, $2 status, $3 company, $4 from, $5 to, $6 created before, $7 id before, $8 limit
SELECT a.id, a.job_id, a.status, a.furthest, a.reason, a.notes, a.applied_at, a.follow_up_at, a.follow_up_retired, a.created_at,
       a.updated_at, j.title, j.company, j.location, j.match_score
  FROM applications a JOIN jobs j ON j.user_id = $1 AND j.id = a.job_id
 WHERE a.user_id = $1 AND ($2::text IS NULL OR a.status = $2)
   AND ($3::text IS NULL OR position(lower($3) IN lower(coalesce(j.company, ''))) > 0)
   AND ($4::timestamptz IS NULL OR a.created_at >= $4) AND ($5::timestamptz IS NULL OR a.created_at < $5)
   AND ($6::timestamptz IS NULL OR (a.created_at, a.id) < ($6, $7::uuid))
 ORDER BY a.created_at DESC, a.id DESC LIMIT $8;

-- name: count_applications
-- $1 user
SELECT status, count(*) AS number FROM applications WHERE user_id = $1 GROUP BY status;

-- name: show_application_history
-- $1 user, $2 application, $3 at after, $4 id after, $5 limit
SELECT id, from_status, to_status, actor, reason, at
  FROM application_history
 WHERE user_id = $1 AND application_id = $2 AND ($3::timestamptz IS NULL OR (at, id) > ($3, $4::uuid))
 ORDER BY at, id LIMIT $5;

-- name: lock_applications_of_jobs
-- $1 user, $2 jobs
SELECT id, user_id, job_id, status, furthest, reason, notes, applied_at, follow_up_at, follow_up_retired, created_at
  FROM applications WHERE user_id = $1 AND job_id = ANY($2::uuid[]) ORDER BY id FOR UPDATE;

-- name: export_applications
-- One page of an export; $1 user, $2 created before, $3 id before, $4 limit
SELECT a.id, a.status, a.reason, a.notes, a.applied_at, a.follow_up_at, a.created_at, j.title, j.company, j.location, j.url
  FROM applications a JOIN jobs j ON j.user_id = $1 AND j.id = a.job_id
 WHERE a.user_id = $1 AND ($2::timestamptz IS NULL OR (a.created_at, a.id) < ($2, $3::uuid))
 ORDER BY a.created_at DESC, a.id DESC LIMIT $4;

-- name: lock_user
-- Let one user's numbered things wait for each other; $1 user
SELECT id FROM users WHERE id = $1 FOR UPDATE;

-- name: next_resume_version
-- $1 user
SELECT coalesce(max(version), 0) + 1 AS version FROM resumes WHERE user_id = $1;

-- name: add_resume
-- $1 user, $2 id, $3 version, $4 file name, $5 size, $6 sha256, $7 storage key, $8 task, $9 created
INSERT INTO resumes (user_id, id, version, status, file_name, size, sha256, storage_key, task_id, created_at)
VALUES ($1, $2, $3, 'queued', $4, $5, $6, $7, $8, $9);

-- name: find_resume_file
-- $1 user, $2 id
SELECT id, user_id, version, file_name, size, sha256, storage_key, task_id, created_at FROM resumes WHERE user_id = $1 AND id = $2;

-- name: save_resume_read
-- $1 user, $2 id, $3 as read, $4 with corrections
UPDATE resumes SET status = 'ready', parsed = $3, effective = $4, failure = NULL WHERE user_id = $1 AND id = $2;

-- name: save_resume_failure
-- $1 user, $2 id, $3 why
UPDATE resumes SET status = 'failed', failure = $3 WHERE user_id = $1 AND id = $2;

-- name: latest_effective_resume
-- $1 user
SELECT id, version, effective AS resume FROM resumes WHERE user_id = $1 AND status = 'ready' ORDER BY version DESC LIMIT 1;

-- name: latest_read_resume
-- $1 user
SELECT id, version, parsed AS resume FROM resumes WHERE user_id = $1 AND status = 'ready' ORDER BY version DESC LIMIT 1;

-- name: find_effective_resume
-- $1 user, $2 id
SELECT id, version, effective AS resume FROM resumes WHERE user_id = $1 AND id = $2 AND status = 'ready';

-- name: find_resume_corrections
-- $1 user
SELECT data FROM resume_corrections WHERE user_id = $1;

-- name: save_resume_corrections
-- $1 user, $2 data, $3 at
INSERT INTO resume_corrections (user_id, data, updated_at) VALUES ($1, $2, $3)
ON CONFLICT (user_id) DO UPDATE SET data = excluded.data, updated_at = excluded.updated_at;

-- name: show_resume
-- The newest version, one that could not be read only while there is no other; $1 user
SELECT r.id, r.version, r.status, r.file_name, r.size, r.failure, r.effective, r.task_id, r.created_at, c.data AS corrections
  FROM resumes r LEFT JOIN resume_corrections c ON c.user_id = $1
 WHERE r.user_id = $1 ORDER BY r.status = 'failed', r.version DESC LIMIT 1;

-- name: show_resume_versions
-- $1 user, $2 version before, $3 limit
SELECT id, version, status, file_name, size, failure, created_at
  FROM resumes WHERE user_id = $1 AND ($2::integer IS NULL OR version < $2) ORDER BY version DESC LIMIT $3;

-- name: show_resume_file
-- Where the file of the version that show_resume shows lies; $1 user
SELECT storage_key, file_name FROM resumes WHERE user_id = $1 ORDER BY status = 'failed', version DESC LIMIT 1;

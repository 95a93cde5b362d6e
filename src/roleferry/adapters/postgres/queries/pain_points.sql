-- name: current_pain_points
-- The newest version; $1 user, $2 job, $3 résumé
SELECT p.id, p.user_id, p.job_id, p.resume_id, p.version, p.position, p.challenge_text, p.challenge_span, p.solution_text,
       p.solution_span, p.metric, p.relevance_score, p.evidence, p.dropped, p.edited, p.engine
  FROM pain_points p
 WHERE p.user_id = $1 AND p.job_id = $2 AND p.resume_id = $3
   AND p.version = (SELECT max(version) FROM pain_points WHERE user_id = $1 AND job_id = $2 AND resume_id = $3)
 ORDER BY p.position, p.id;

-- name: latest_pain_points
-- $1 user, $2 job
SELECT p.id, p.user_id, p.job_id, p.resume_id, p.version, p.position, p.challenge_text, p.challenge_span, p.solution_text,
       p.solution_span, p.metric, p.relevance_score, p.evidence, p.dropped, p.edited, p.engine
  FROM pain_points p
  JOIN (SELECT resume_id, version FROM pain_points WHERE user_id = $1 AND job_id = $2 ORDER BY created_at DESC, version DESC LIMIT 1)
    AS newest USING (resume_id, version)
 WHERE p.user_id = $1 AND p.job_id = $2
 ORDER BY p.position, p.id;

-- name: add_pain_point
-- $1 user, $2 id, $3 job, $4 résumé, $5 version, $6 position, $7 challenge, $8 its span, $9 solution, $10 its span, $11 metric,
-- $12 relevance, $13 evidence, $14 gap, $15 engine
INSERT INTO pain_points (user_id, id, job_id, resume_id, version, position, challenge_text, challenge_span, solution_text,
                         solution_span, metric, relevance_score, evidence, gap, engine, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, now());

-- name: lock_pain_point
-- $1 user, $2 id
SELECT id, user_id, job_id, resume_id, version, position, challenge_text, challenge_span, solution_text, solution_span, metric,
       relevance_score, evidence, dropped, edited, engine
  FROM pain_points WHERE user_id = $1 AND id = $2 FOR UPDATE;

-- name: save_pain_point
-- $1 user, $2 id, $3 position, $4 challenge, $5 solution, $6 metric, $7 gap, $8 dropped, $9 edited
UPDATE pain_points
   SET position = $3, challenge_text = $4, solution_text = $5, metric = $6, gap = $7, dropped = $8, edited = $9
 WHERE user_id = $1 AND id = $2;

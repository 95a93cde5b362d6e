-- name: list_recipients
-- $1 user, $2 contacts, $3 applications (same length), $4 the campaign that is not "elsewhere"
SELECT t.id AS contact_id, a.id AS application_id, a.job_id, coalesce(t.company_id, j.company_id) AS company_id, t.full_name AS name,
       t.email AS address, t.email_state = 'candidate' AS is_candidate, t.source, t.timezone AS time_zone, t.country,
       t.verification ->> 'verdict' AS verdict, t.role_title, t.level, t.department, t.facts,
       coalesce(c.name, j.company) AS company_name,
       CASE WHEN coalesce(c.sources ->> 'industry', c.source) <> 'mock' THEN c.industry END AS industry,
       CASE WHEN coalesce(c.sources ->> 'tagline', c.source) <> 'mock' THEN c.tagline END AS tagline,
       (SELECT jsonb_agg(jsonb_build_object('text', f.text, 'kind', f.kind, 'source_url', f.source_url, 'dated', f.happened_on,
                                            'source', f.source) ORDER BY f.happened_on DESC NULLS LAST, f.id)
          FROM company_facts f WHERE f.user_id = $1 AND f.company_id = c.id AND f.source <> 'mock') AS company_facts,
       (SELECT e.name FROM enrollments n JOIN campaigns e ON e.user_id = $1 AND e.id = n.campaign_id
         WHERE n.user_id = $1 AND n.contact_id = t.id AND n.state IN ('active', 'held') AND n.campaign_id IS DISTINCT FROM $4::uuid
         LIMIT 1) AS live_in
  FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS asked (contact_id, application_id, number)
  JOIN contacts t ON t.user_id = $1 AND t.id = asked.contact_id
  LEFT JOIN applications a ON a.user_id = $1 AND a.id = asked.application_id
  LEFT JOIN jobs j ON j.user_id = $1 AND j.id = a.job_id
  LEFT JOIN companies c ON c.user_id = $1 AND c.id = CASE WHEN j.id IS NULL THEN t.company_id ELSE j.company_id END
 ORDER BY asked.number;

-- name: list_postings
-- $1 user, $2 jobs
SELECT id, user_id, parsed, raw_description, edits, fingerprint, url, canonical_url, company_id, source, saved, created_at
  FROM jobs WHERE user_id = $1 AND id = ANY ($2::uuid[]);

-- name: list_pairs
-- The newest version of each job's map; $1 user, $2 jobs
SELECT p.job_id, p.challenge_text AS challenge, p.solution_text AS solution, p.metric, p.relevance_score AS relevance,
       lower(p.challenge_span) AS challenge_start, upper(p.challenge_span) AS challenge_end,
       lower(p.solution_span) AS solution_start, upper(p.solution_span) AS solution_end
  FROM (SELECT DISTINCT ON (job_id) job_id, resume_id, version FROM pain_points
         WHERE user_id = $1 AND job_id = ANY ($2::uuid[]) ORDER BY job_id, created_at DESC, version DESC) newest
  JOIN pain_points p ON p.user_id = $1 AND p.job_id = newest.job_id AND p.resume_id = newest.resume_id AND p.version = newest.version
 WHERE NOT p.dropped AND NOT p.gap
 ORDER BY p.job_id, p.position, p.id;

-- name: find_user_name
-- $1 user
SELECT name FROM users WHERE id = $1;

-- name: propose_applications
-- $1 user, $2 contacts
SELECT t.id AS contact_id, proposed.application_id
  FROM contacts t
  CROSS JOIN LATERAL (
        SELECT choice.application_id FROM (
            SELECT n.application_id, 1 AS rank, n.created_at
              FROM application_targets n WHERE n.user_id = $1 AND n.contact_id = t.id
            UNION ALL
            SELECT a.id, 2, a.created_at
              FROM jobs j JOIN applications a ON a.user_id = $1 AND a.job_id = j.id
             WHERE j.user_id = $1 AND j.company_id = t.company_id AND a.status NOT IN ('rejected', 'closed')) choice
         ORDER BY choice.rank, choice.created_at DESC LIMIT 1) proposed
 WHERE t.user_id = $1 AND t.id = ANY ($2::uuid[]);

-- name: find_employer
-- $1 user, $2 job
SELECT coalesce(c.name, j.company) AS name,
       CASE WHEN coalesce(c.sources ->> 'industry', c.source) <> 'mock' THEN c.industry END AS industry,
       CASE WHEN coalesce(c.sources ->> 'tagline', c.source) <> 'mock' THEN c.tagline END AS tagline,
       (SELECT jsonb_agg(jsonb_build_object('text', f.text, 'kind', f.kind, 'source_url', f.source_url, 'dated', f.happened_on,
                                            'source', f.source) ORDER BY f.happened_on DESC NULLS LAST, f.id)
          FROM company_facts f WHERE f.user_id = $1 AND f.company_id = c.id AND f.source <> 'mock') AS facts
  FROM jobs j LEFT JOIN companies c ON c.user_id = $1 AND c.id = j.company_id
 WHERE j.user_id = $1 AND j.id = $2;

-- name: lock_leads_by_domain
-- $1 user, $2 domains
SELECT user_id, id, domain, company_name, status, reason, data, company_id, created_at
  FROM leads WHERE user_id = $1 AND domain = ANY ($2::text[]) ORDER BY id FOR UPDATE;

-- name: add_leads
-- $1 user; then arrays of one length: $2 ids, $3 domains, $4 names, $5 statuses, $6 reasons, $7 data, $8 created
INSERT INTO leads (user_id, id, domain, company_name, status, reason, data, created_at)
SELECT $1, l.id, l.domain, l.company_name, l.status, l.reason, l.data, l.created_at
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[], $8::timestamptz[])
    AS l (id, domain, company_name, status, reason, data, created_at)
ON CONFLICT (user_id, domain) DO NOTHING;

-- name: lock_waiting_leads
-- $1 user, $2 after this id, $3 limit
SELECT user_id, id, domain, company_name, status, reason, data, company_id, created_at
  FROM leads
 WHERE user_id = $1 AND status IN ('new', 'qualified') AND ($2::uuid IS NULL OR id > $2)
 ORDER BY id LIMIT $3 FOR UPDATE;

-- name: lock_lead
-- $1 user, $2 id
SELECT user_id, id, domain, company_name, status, reason, data, company_id, created_at
  FROM leads WHERE user_id = $1 AND id = $2 FOR UPDATE;

-- name: save_lead
-- $1 user, $2 id, $3 name, $4 status, $5 reason, $6 company, $7 data
UPDATE leads SET company_name = $3, status = $4, reason = $5, company_id = $6, data = $7 WHERE user_id = $1 AND id = $2;

-- name: show_leads
-- $1 user, $2 created before, $3 id before, $4 limit, $5 status
SELECT id, domain, company_name, status, reason, data, company_id, created_at
  FROM leads
 WHERE user_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid)) AND ($5::text IS NULL OR status = $5)
 ORDER BY created_at DESC, id DESC LIMIT $4;

-- name: export_leads
-- One page of an export; $1 user, $2 created before, $3 id before, $4 limit
SELECT id, domain, company_name, status, reason, data ->> 'contact_name' AS contact_name,
       data ->> 'contact_title' AS contact_title, data ->> 'email' AS email, data ->> 'linkedin_url' AS linkedin_url,
       data ->> 'location' AS location, data ->> 'industry' AS industry, data ->> 'size' AS size, data ->> 'notes' AS notes,
       created_at
  FROM leads
 WHERE user_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
 ORDER BY created_at DESC, id DESC LIMIT $4;

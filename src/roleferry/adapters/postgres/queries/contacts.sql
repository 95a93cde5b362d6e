-- name: add_contact
-- $1 user, $2 id, $3 company, $4 name, $5 title, $6 level, $7 department, $8 e-mail, $9 its state, $10 linkedin, $11 location,
-- $12 zone, $13 its source, $14 country, $15 facts, $16 tags, $17 source, $18 verification, $19 created
INSERT INTO contacts (user_id, id, company_id, full_name, role_title, level, department, email, email_state, linkedin_url,
                      location, timezone, timezone_source, country, facts, tags, source, verification, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);

-- name: add_contacts
-- Parameters as for add_contact, but the first, as arrays of one length; facts, tags and verifications are JSON
INSERT INTO contacts (user_id, id, company_id, full_name, role_title, level, department, email, email_state, linkedin_url,
                      location, timezone, timezone_source, country, facts, tags, source, verification, created_at)
SELECT $1, c.id, c.company_id, c.full_name, c.role_title, c.level, c.department, c.email, c.email_state, c.linkedin_url,
       c.location, c.timezone, c.timezone_source, c.country, c.facts::jsonb, ARRAY(SELECT jsonb_array_elements_text(c.tags::jsonb)),
       c.source, c.verification::jsonb, c.created_at
  FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
              $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[],
              $19::timestamptz[])
    AS c (id, company_id, full_name, role_title, level, department, email, email_state, linkedin_url, location, timezone,
          timezone_source, country, facts, tags, source, verification, created_at);

-- name: save_contact
-- Parameters as for add_contact, but $19
UPDATE contacts
   SET company_id = $3, full_name = $4, role_title = $5, level = $6, department = $7, email = $8, email_state = $9,
       linkedin_url = $10, location = $11, timezone = $12, timezone_source = $13, country = $14, facts = $15, tags = $16,
       source = $17, verification = $18
 WHERE user_id = $1 AND id = $2;

-- name: lock_contact
-- $1 user, $2 id
SELECT user_id, id, company_id, full_name, role_title, level, department, email, email_state, linkedin_url, location, timezone,
       timezone_source, country, facts, tags, source, verification, created_at
  FROM contacts WHERE user_id = $1 AND id = $2 FOR UPDATE;

-- name: lock_contacts_by_email
-- Found one by one by address, whatever the planner believes of how many there are (OFFSET 0); $1 user, $2 addresses in lower case
SELECT user_id, id, company_id, full_name, role_title, level, department, email, email_state, linkedin_url, location, timezone,
       timezone_source, country, facts, tags, source, verification, created_at
  FROM contacts
 WHERE user_id = $1 AND id = ANY (ARRAY(
           SELECT f.id FROM unnest($2::text[]) AS a (key)
            CROSS JOIN LATERAL (SELECT c.id FROM contacts c WHERE c.user_id = $1 AND c.email_key = a.key OFFSET 0) f))
 ORDER BY id FOR UPDATE;

-- name: lock_contacts_of_company
-- $1 user, $2 company
SELECT user_id, id, company_id, full_name, role_title, level, department, email, email_state, linkedin_url, location, timezone,
       timezone_source, country, facts, tags, source, verification, created_at
  FROM contacts WHERE user_id = $1 AND company_id = $2 ORDER BY id FOR UPDATE;

-- name: find_contacts
-- $1 user, $2 ids
SELECT user_id, id, company_id, full_name, role_title, level, department, email, email_state, linkedin_url, location, timezone,
       timezone_source, country, facts, tags, source, verification, created_at
  FROM contacts WHERE user_id = $1 AND id = ANY ($2::uuid[]);

-- name: remove_contact
-- $1 user, $2 id
DELETE FROM contacts WHERE user_id = $1 AND id = $2;

-- name: add_application_targets
-- $1 user, $2 application, $3 contacts, $4 at
INSERT INTO application_targets (user_id, application_id, contact_id, created_at)
SELECT $1, $2, c.contact_id, $4 FROM unnest($3::uuid[]) AS c (contact_id)
ON CONFLICT DO NOTHING;

-- name: remove_application_target
-- $1 user, $2 application, $3 contact
DELETE FROM application_targets WHERE user_id = $1 AND application_id = $2 AND contact_id = $3;

-- name: show_contacts
-- $1 user, $2 created before, $3 id before, $4 limit, $5 company, $6 words in name, title or address
SELECT t.id, t.company_id, c.name AS company, t.full_name, t.role_title, t.level, t.department, t.email, t.email_state,
       t.linkedin_url, t.location, t.timezone, t.timezone_source, t.country, t.facts, t.tags, t.source, t.verification, t.created_at
  FROM contacts t LEFT JOIN companies c ON c.user_id = t.user_id AND c.id = t.company_id
 WHERE t.user_id = $1 AND ($2::timestamptz IS NULL OR (t.created_at, t.id) < ($2, $3::uuid))
   AND ($5::uuid IS NULL OR t.company_id = $5)
   AND ($6::text IS NULL OR position(lower($6) IN lower(concat_ws(' ', t.full_name, t.role_title, t.email, c.name))) > 0)
 ORDER BY t.created_at DESC, t.id DESC LIMIT $4;

-- name: show_contact
-- $1 user, $2 id
SELECT t.id, t.company_id, c.name AS company, t.full_name, t.role_title, t.level, t.department, t.email, t.email_state,
       t.linkedin_url, t.location, t.timezone, t.timezone_source, t.country, t.facts, t.tags, t.source, t.verification, t.created_at
  FROM contacts t LEFT JOIN companies c ON c.user_id = t.user_id AND c.id = t.company_id
 WHERE t.user_id = $1 AND t.id = $2;

-- name: show_application_targets
-- $1 user, $2 application
SELECT t.id, t.company_id, c.name AS company, t.full_name, t.role_title, t.level, t.department, t.email, t.email_state,
       t.linkedin_url, t.location, t.timezone, t.timezone_source, t.country, t.facts, t.tags, t.source, t.verification, t.created_at
  FROM application_targets a
  JOIN contacts t ON t.user_id = a.user_id AND t.id = a.contact_id
  LEFT JOIN companies c ON c.user_id = t.user_id AND c.id = t.company_id
 WHERE a.user_id = $1 AND a.application_id = $2
 ORDER BY a.created_at, t.id;

-- name: export_contacts
-- One page of an export; $1 user, $2 created before, $3 id before, $4 limit
SELECT t.id, t.full_name, t.role_title, t.level, t.department, t.email, t.linkedin_url, c.name AS company, t.location,
       CASE WHEN t.timezone_source = 'user' THEN t.timezone END AS own_timezone, t.tags, t.source,
       t.verification ->> 'verdict' AS verdict, t.created_at
  FROM contacts t LEFT JOIN companies c ON c.user_id = t.user_id AND c.id = t.company_id
 WHERE t.user_id = $1 AND ($2::timestamptz IS NULL OR (t.created_at, t.id) < ($2, $3::uuid))
 ORDER BY t.created_at DESC, t.id DESC LIMIT $4;

-- name: lock_namesake
-- Somebody without an address, of this name, at this company or at none; $1 user, $2 name, $3 company
SELECT user_id, id, company_id, full_name, role_title, level, department, email, email_state, linkedin_url, location, timezone,
       timezone_source, country, facts, tags, source, verification, created_at
  FROM contacts
 WHERE user_id = $1 AND email IS NULL AND lower(full_name) = lower($2) AND company_id IS NOT DISTINCT FROM $3
 ORDER BY created_at, id LIMIT 1 FOR UPDATE;

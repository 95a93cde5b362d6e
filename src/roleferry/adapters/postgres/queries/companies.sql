-- name: add_company
-- No row when the name stands; $1 user, $2 id, $3 name, $4 key, $5 domains, $6 title, $7 tagline, $8 about, $9 industry, $10 size,
-- $11 hq, $12 zone, $13 sources, $14 source, $15 refreshed, $16 created
INSERT INTO companies (user_id, id, name, name_key, domains, title, tagline, about, industry, size, hq, timezone, sources,
                       source, last_refreshed_at, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
ON CONFLICT (user_id, name_key) DO NOTHING;

-- name: add_companies
-- Those of whom only the name is known; no row where the name stands; $1 user; then arrays of one length: $2 ids, $3 names,
-- $4 keys, $5 sources, $6 created
INSERT INTO companies (user_id, id, name, name_key, source, created_at)
SELECT $1, c.id, c.name, c.name_key, c.source, c.created_at
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[]) AS c (id, name, name_key, source, created_at)
ON CONFLICT (user_id, name_key) DO NOTHING;

-- name: save_company_domains
-- $1 user; then arrays of one length: $2 ids, $3 domains, each a JSON list
UPDATE companies c SET domains = ARRAY(SELECT jsonb_array_elements_text(n.domains::jsonb))
  FROM unnest($2::uuid[], $3::text[]) AS n (id, domains)
 WHERE c.user_id = $1 AND c.id = n.id;

-- name: lock_companies_by_key
-- $1 user, $2 keys
SELECT user_id, id, name, name_key, domains, title, tagline, about, industry, size, hq, timezone, sources, source,
       last_refreshed_at, created_at
  FROM companies WHERE user_id = $1 AND name_key = ANY ($2::text[]) ORDER BY id FOR UPDATE;

-- name: lock_companies_by_domain
-- Oldest first; $1 user, $2 domains
SELECT user_id, id, name, name_key, domains, title, tagline, about, industry, size, hq, timezone, sources, source,
       last_refreshed_at, created_at
  FROM companies WHERE user_id = $1 AND domains && $2::text[] ORDER BY created_at, id FOR UPDATE;

-- name: save_company
-- Parameters as for add_company, but $16
UPDATE companies
   SET name = $3, name_key = $4, domains = $5, title = $6, tagline = $7, about = $8, industry = $9, size = $10, hq = $11,
       timezone = $12, sources = $13, source = $14, last_refreshed_at = $15
 WHERE user_id = $1 AND id = $2;

-- name: lock_company
-- $1 user, $2 id
SELECT user_id, id, name, name_key, domains, title, tagline, about, industry, size, hq, timezone, sources, source,
       last_refreshed_at, created_at
  FROM companies WHERE user_id = $1 AND id = $2 FOR UPDATE;

-- name: find_companies_by_key
-- $1 user, $2 keys
SELECT id, name_key FROM companies WHERE user_id = $1 AND name_key = ANY($2::text[]);

-- name: lock_company_by_key
-- $1 user, $2 key
SELECT user_id, id, name, name_key, domains, title, tagline, about, industry, size, hq, timezone, sources, source,
       last_refreshed_at, created_at
  FROM companies WHERE user_id = $1 AND name_key = $2 FOR UPDATE;

-- name: lock_company_by_domain
-- $1 user, $2 domain
SELECT user_id, id, name, name_key, domains, title, tagline, about, industry, size, hq, timezone, sources, source,
       last_refreshed_at, created_at
  FROM companies WHERE user_id = $1 AND domains @> ARRAY[$2::text] ORDER BY created_at, id LIMIT 1 FOR UPDATE;

-- name: list_company_facts
-- $1 user, $2 company
SELECT text, kind, source_url, happened_on AS dated, source
  FROM company_facts WHERE user_id = $1 AND company_id = $2 ORDER BY happened_on DESC NULLS LAST, id;

-- name: remove_company_facts
-- Of one source, or (NULL) of every source but the user; $1 user, $2 company, $3 source
DELETE FROM company_facts
 WHERE user_id = $1 AND company_id = $2 AND CASE WHEN $3::text IS NULL THEN source <> 'user' ELSE source = $3 END;

-- name: add_company_facts
-- $1 user, $2 company, $3 at; then arrays of one length: $4 ids, $5 texts, $6 kinds, $7 addresses, $8 days, $9 sources
INSERT INTO company_facts (user_id, company_id, created_at, id, text, kind, source_url, happened_on, source)
SELECT $1, $2, $3, f.id, f.text, f.kind, f.source_url, f.happened_on, f.source
  FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::date[], $9::text[])
    AS f (id, text, kind, source_url, happened_on, source);

-- name: show_companies
-- $1 user, $2 created before, $3 id before, $4 limit, $5 words in the name or a domain
SELECT c.id, c.name, c.domains, c.title, c.tagline, c.about, c.industry, c.size, c.hq, c.timezone, c.sources, c.source,
       c.last_refreshed_at, c.created_at,
       coalesce((SELECT jsonb_agg(jsonb_build_object('text', f.text, 'kind', f.kind, 'source_url', f.source_url,
                                                     'date', f.happened_on, 'source', f.source)
                                  ORDER BY f.happened_on DESC NULLS LAST, f.id)
                   FROM company_facts f WHERE f.user_id = c.user_id AND f.company_id = c.id), '[]') AS facts
  FROM companies c
 WHERE c.user_id = $1 AND ($2::timestamptz IS NULL OR (c.created_at, c.id) < ($2, $3::uuid))
   AND ($5::text IS NULL OR position(lower($5) IN lower(concat_ws(' ', c.name, array_to_string(c.domains, ' ')))) > 0)
 ORDER BY c.created_at DESC, c.id DESC LIMIT $4;

-- name: show_company
-- $1 user, $2 id
SELECT c.id, c.name, c.domains, c.title, c.tagline, c.about, c.industry, c.size, c.hq, c.timezone, c.sources, c.source,
       c.last_refreshed_at, c.created_at,
       coalesce((SELECT jsonb_agg(jsonb_build_object('text', f.text, 'kind', f.kind, 'source_url', f.source_url,
                                                     'date', f.happened_on, 'source', f.source)
                                  ORDER BY f.happened_on DESC NULLS LAST, f.id)
                   FROM company_facts f WHERE f.user_id = c.user_id AND f.company_id = c.id), '[]') AS facts
  FROM companies c
 WHERE c.user_id = $1 AND c.id = $2;

-- What a person wants and has done, the jobs they look at, and where each application stands (SPEC 3.1–3.5).
CREATE TABLE job_preferences (
    user_id    uuid NOT NULL CONSTRAINT pk_job_preferences PRIMARY KEY
        CONSTRAINT fk_job_preferences_user REFERENCES users (id) ON DELETE CASCADE,
    data       jsonb NOT NULL,
    updated_at timestamptz NOT NULL
);
SELECT protect('job_preferences');

CREATE TABLE resumes (
    user_id      uuid NOT NULL CONSTRAINT fk_resumes_user REFERENCES users (id) ON DELETE CASCADE,
    id           uuid NOT NULL,
    version      integer NOT NULL,
    status       text NOT NULL CONSTRAINT ck_resumes_status CHECK (status IN ('queued', 'ready', 'failed')),
    file_name    text NOT NULL,
    media_type   text,
    size         integer NOT NULL,
    sha256       text NOT NULL,
    storage_key  text NOT NULL,
    parsed       jsonb,
    effective    jsonb,
    failure      jsonb,
    task_id      uuid,
    created_at   timestamptz NOT NULL,
    CONSTRAINT pk_resumes PRIMARY KEY (user_id, id),
    CONSTRAINT uq_resumes_version UNIQUE (user_id, version)
);
COMMENT ON COLUMN resumes.effective IS 'What was read, with the person''s corrections in it: what everything else goes by.';
SELECT protect('resumes');
-- A person's corrections stand beside what was read, so that they survive a re-parse and a new version.
CREATE TABLE resume_corrections (
    user_id    uuid NOT NULL CONSTRAINT pk_resume_corrections PRIMARY KEY
        CONSTRAINT fk_resume_corrections_user REFERENCES users (id) ON DELETE CASCADE,
    data       jsonb NOT NULL,
    updated_at timestamptz NOT NULL
);
SELECT protect('resume_corrections');

CREATE TABLE companies (
    user_id           uuid NOT NULL CONSTRAINT fk_companies_user REFERENCES users (id) ON DELETE CASCADE,
    id                uuid NOT NULL,
    name              text NOT NULL,
    name_key          text NOT NULL,
    domains           text[] NOT NULL DEFAULT '{}',
    title             text,
    tagline           text,
    about             text,
    industry          text,
    size              text,
    hq                text,
    timezone          text,
    source            text NOT NULL DEFAULT 'user',
    last_refreshed_at timestamptz,
    created_at        timestamptz NOT NULL,
    CONSTRAINT pk_companies PRIMARY KEY (user_id, id),
    CONSTRAINT uq_companies_name UNIQUE (user_id, name_key)
);
COMMENT ON COLUMN companies.name_key IS 'The name without legal form, case and punctuation: one company, one row.';
SELECT protect('companies');
CREATE TABLE company_facts (
    user_id    uuid NOT NULL,
    id         uuid NOT NULL,
    company_id uuid NOT NULL,
    text       text NOT NULL,
    source_url text,
    happened_on date,
    kind       text NOT NULL CONSTRAINT ck_company_facts_kind CHECK (kind IN
        ('product_launch', 'funding', 'leadership_change', 'hiring', 'layoffs', 'news', 'award')),
    source     text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_company_facts PRIMARY KEY (user_id, id),
    CONSTRAINT fk_company_facts_company FOREIGN KEY (user_id, company_id) REFERENCES companies (user_id, id) ON DELETE CASCADE
);
CREATE INDEX ix_company_facts_company ON company_facts (user_id, company_id);
SELECT protect('company_facts');

CREATE TABLE jobs (
    user_id         uuid NOT NULL CONSTRAINT fk_jobs_user REFERENCES users (id) ON DELETE CASCADE,
    id              uuid NOT NULL,
    company_id      uuid,
    title           text,
    company         text,
    location        text,
    url             text,
    canonical_url   text,
    fingerprint     text NOT NULL,
    raw_description text NOT NULL,
    parsed          jsonb NOT NULL,
    edits           jsonb NOT NULL DEFAULT '{}',
    saved           boolean NOT NULL DEFAULT true,
    source          text NOT NULL DEFAULT 'user',
    posted_at       date,
    match           jsonb,
    match_score     double precision,
    match_key       text,
    created_at      timestamptz NOT NULL,
    CONSTRAINT pk_jobs PRIMARY KEY (user_id, id),
    CONSTRAINT uq_jobs_canonical_url UNIQUE (user_id, canonical_url),
    CONSTRAINT uq_jobs_fingerprint UNIQUE (user_id, fingerprint),
    CONSTRAINT fk_jobs_company FOREIGN KEY (user_id, company_id) REFERENCES companies (user_id, id)
);
COMMENT ON COLUMN jobs.parsed IS 'What was read from the description; `edits` are the user''s and win.';
COMMENT ON COLUMN jobs.match_key IS 'Which résumé, preferences and job text `match` was computed from; another key is stale.';
CREATE INDEX ix_jobs_created ON jobs (user_id, created_at DESC, id DESC);
CREATE INDEX ix_jobs_posted ON jobs (user_id, posted_at DESC NULLS LAST, id DESC);
CREATE INDEX ix_jobs_match ON jobs (user_id, match_score DESC NULLS LAST, id DESC);
SELECT protect('jobs');

CREATE TABLE applications (
    user_id        uuid NOT NULL CONSTRAINT fk_applications_user REFERENCES users (id) ON DELETE CASCADE,
    id             uuid NOT NULL,
    job_id         uuid NOT NULL,
    status         text NOT NULL CONSTRAINT ck_applications_status
        CHECK (status IN ('saved', 'applied', 'interviewing', 'offer', 'rejected', 'closed')),
    furthest       text NOT NULL DEFAULT 'saved',
    reason         text CONSTRAINT ck_applications_reason
        CHECK (reason IN ('rejected', 'ghosted', 'withdrew', 'declined', 'role_closed', 'not_a_fit')),
    notes          text,
    applied_at     timestamptz,
    follow_up_at   timestamptz,
    follow_up_retired boolean NOT NULL DEFAULT false,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    CONSTRAINT pk_applications PRIMARY KEY (user_id, id),
    CONSTRAINT uq_applications_job UNIQUE (user_id, job_id),
    CONSTRAINT fk_applications_job FOREIGN KEY (user_id, job_id) REFERENCES jobs (user_id, id) ON DELETE CASCADE
);
CREATE INDEX ix_applications_status ON applications (user_id, status, created_at DESC, id DESC);
CREATE INDEX ix_applications_created ON applications (user_id, created_at DESC, id DESC);
SELECT protect('applications');
CREATE TABLE application_history (
    user_id        uuid NOT NULL,
    id             uuid NOT NULL,
    application_id uuid NOT NULL,
    from_status    text,
    to_status      text NOT NULL,
    actor          text NOT NULL CONSTRAINT ck_application_history_actor CHECK (actor IN ('user', 'reply', 'import', 'system')),
    reason         text,
    at             timestamptz NOT NULL,
    CONSTRAINT pk_application_history PRIMARY KEY (user_id, id),
    CONSTRAINT fk_application_history_application FOREIGN KEY (user_id, application_id)
        REFERENCES applications (user_id, id) ON DELETE CASCADE
);
CREATE INDEX ix_application_history_application ON application_history (user_id, application_id, at);
SELECT protect('application_history');

-- One row a pair (or a gap, when nothing answers the challenge); a new version only when asked to regenerate.
CREATE TABLE pain_points (
    user_id         uuid NOT NULL,
    id              uuid NOT NULL,
    job_id          uuid NOT NULL,
    resume_id       uuid NOT NULL,
    version         integer NOT NULL,
    position        integer NOT NULL,
    challenge_text  text NOT NULL,
    challenge_span  int4range NOT NULL,
    solution_text   text,
    solution_span   int4range,
    metric          text,
    relevance_score double precision CONSTRAINT ck_pain_points_relevance CHECK (relevance_score BETWEEN 0 AND 1),
    evidence        text[] NOT NULL DEFAULT '{}',
    gap             boolean NOT NULL,
    dropped         boolean NOT NULL DEFAULT false,
    edited          boolean NOT NULL DEFAULT false,
    engine          text NOT NULL DEFAULT 'rules',
    created_at      timestamptz NOT NULL,
    CONSTRAINT pk_pain_points PRIMARY KEY (user_id, id),
    CONSTRAINT ck_pain_points_gap CHECK (gap = (solution_text IS NULL)),
    CONSTRAINT fk_pain_points_job FOREIGN KEY (user_id, job_id) REFERENCES jobs (user_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_pain_points_resume FOREIGN KEY (user_id, resume_id) REFERENCES resumes (user_id, id) ON DELETE CASCADE
);
CREATE INDEX ix_pain_points_job ON pain_points (user_id, job_id, resume_id, version, position);
SELECT protect('pain_points');

-- Whom to write to and what to say (SPEC 3.6, 3.7).
CREATE TABLE contacts (
    user_id         uuid NOT NULL CONSTRAINT fk_contacts_user REFERENCES users (id) ON DELETE CASCADE,
    id              uuid NOT NULL,
    company_id      uuid,
    full_name       text NOT NULL,
    role_title      text,
    level           text CONSTRAINT ck_contacts_level CHECK (level IN ('executive', 'line_manager', 'recruiter', 'peer')),
    department      text,
    email           text,
    email_state     text NOT NULL DEFAULT 'given' CONSTRAINT ck_contacts_email_state CHECK (email_state IN ('given', 'candidate')),
    linkedin_url    text,
    location        text,
    timezone        text,
    timezone_source text CONSTRAINT ck_contacts_timezone_source CHECK (timezone_source IN ('user', 'location', 'company', 'domain')),
    country         text,
    facts           jsonb NOT NULL DEFAULT '[]',
    tags            text[] NOT NULL DEFAULT '{}',
    source          text NOT NULL DEFAULT 'user',
    verification    jsonb,
    created_at      timestamptz NOT NULL,
    CONSTRAINT pk_contacts PRIMARY KEY (user_id, id),
    CONSTRAINT fk_contacts_company FOREIGN KEY (user_id, company_id) REFERENCES companies (user_id, id)
);
COMMENT ON COLUMN contacts.email_state IS 'candidate: a pattern guess, unusable until verified valid (SPEC 3.6).';
CREATE UNIQUE INDEX uq_contacts_email ON contacts (user_id, lower(email));
CREATE INDEX ix_contacts_created ON contacts (user_id, created_at DESC, id DESC);
CREATE INDEX ix_contacts_company ON contacts (user_id, company_id);
SELECT protect('contacts');

CREATE TABLE application_targets (
    user_id        uuid NOT NULL,
    application_id uuid NOT NULL,
    contact_id     uuid NOT NULL,
    created_at     timestamptz NOT NULL,
    CONSTRAINT pk_application_targets PRIMARY KEY (user_id, application_id, contact_id),
    CONSTRAINT fk_application_targets_application FOREIGN KEY (user_id, application_id)
        REFERENCES applications (user_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_application_targets_contact FOREIGN KEY (user_id, contact_id) REFERENCES contacts (user_id, id) ON DELETE CASCADE
);
SELECT protect('application_targets');

CREATE TABLE leads (
    user_id      uuid NOT NULL CONSTRAINT fk_leads_user REFERENCES users (id) ON DELETE CASCADE,
    id           uuid NOT NULL,
    domain       text NOT NULL,
    company_name text,
    status       text NOT NULL DEFAULT 'new' CONSTRAINT ck_leads_status CHECK (status IN ('new', 'qualified', 'rejected', 'converted')),
    reason       text,
    data         jsonb NOT NULL DEFAULT '{}',
    company_id   uuid,
    created_at   timestamptz NOT NULL,
    CONSTRAINT pk_leads PRIMARY KEY (user_id, id),
    CONSTRAINT uq_leads_domain UNIQUE (user_id, domain),
    CONSTRAINT fk_leads_company FOREIGN KEY (user_id, company_id) REFERENCES companies (user_id, id)
);
CREATE INDEX ix_leads_created ON leads (user_id, created_at DESC, id DESC);
SELECT protect('leads');

CREATE TABLE offers (
    user_id        uuid NOT NULL,
    id             uuid NOT NULL,
    application_id uuid NOT NULL,
    contact_id     uuid,
    tone           text NOT NULL,
    length         text NOT NULL,
    level          text NOT NULL,
    instructions   text,
    subject        text NOT NULL,
    body           text NOT NULL,
    claims         jsonb NOT NULL DEFAULT '[]',
    lint           jsonb NOT NULL,
    engine         text NOT NULL,
    engine_reason  text,
    version        integer NOT NULL DEFAULT 1,
    edited         boolean NOT NULL DEFAULT false,
    one_pager_key  text,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    CONSTRAINT pk_offers PRIMARY KEY (user_id, id),
    CONSTRAINT fk_offers_application FOREIGN KEY (user_id, application_id) REFERENCES applications (user_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_offers_contact FOREIGN KEY (user_id, contact_id) REFERENCES contacts (user_id, id) ON DELETE SET NULL (contact_id)
);
CREATE INDEX ix_offers_application ON offers (user_id, application_id, created_at DESC);
SELECT protect('offers');

-- A sequence is a template of its own, or (campaign_id set) the copy a campaign sends from.
CREATE TABLE sequence_templates (
    user_id     uuid NOT NULL CONSTRAINT fk_sequence_templates_user REFERENCES users (id) ON DELETE CASCADE,
    id          uuid NOT NULL,
    campaign_id uuid,
    name        text NOT NULL,
    tone        text NOT NULL,
    length      text NOT NULL,
    engine      text NOT NULL DEFAULT 'rules',
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT pk_sequence_templates PRIMARY KEY (user_id, id)
);
CREATE UNIQUE INDEX uq_sequence_templates_campaign ON sequence_templates (user_id, campaign_id) WHERE campaign_id IS NOT NULL;
SELECT protect('sequence_templates');
CREATE TABLE sequence_steps (
    user_id     uuid NOT NULL,
    id          uuid NOT NULL,
    template_id uuid NOT NULL,
    number      integer NOT NULL,
    kind        text NOT NULL CONSTRAINT ck_sequence_steps_kind CHECK (kind IN ('initial', 'nudge', 'value_add', 'final')),
    gap_days    integer NOT NULL CONSTRAINT ck_sequence_steps_gap CHECK (gap_days BETWEEN 0 AND 10),
    subject     text NOT NULL,
    body        text NOT NULL,
    same_thread boolean NOT NULL,
    enabled     boolean NOT NULL DEFAULT true,
    lint        jsonb NOT NULL,
    version     integer NOT NULL DEFAULT 1,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT pk_sequence_steps PRIMARY KEY (user_id, id),
    CONSTRAINT uq_sequence_steps_number UNIQUE (user_id, template_id, number),
    CONSTRAINT fk_sequence_steps_template FOREIGN KEY (user_id, template_id)
        REFERENCES sequence_templates (user_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN sequence_steps.gap_days IS 'Days after the step before it; 0 for the first alone (SPEC 3.7).';
SELECT protect('sequence_steps');

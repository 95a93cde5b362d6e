-- Campaigns, the people in them and every single mail (SPEC 3.8–3.10, 6).
CREATE TABLE mailboxes (
    user_id           uuid NOT NULL CONSTRAINT fk_mailboxes_user REFERENCES users (id) ON DELETE CASCADE,
    id                uuid NOT NULL,
    address           text NOT NULL,
    display_name      text NOT NULL,
    provider          text NOT NULL,
    status            text NOT NULL DEFAULT 'active' CONSTRAINT ck_mailboxes_status CHECK (status IN ('active', 'paused', 'error')),
    paused_by         text CONSTRAINT ck_mailboxes_paused_by CHECK (paused_by IN ('user', 'system')),
    pause_reason      text,
    hold_until        timestamptz,
    daily_cap         integer NOT NULL DEFAULT 25 CONSTRAINT ck_mailboxes_daily_cap CHECK (daily_cap BETWEEN 1 AND 50),
    timezone          text NOT NULL DEFAULT 'UTC',
    warmup            text NOT NULL DEFAULT 'off' CONSTRAINT ck_mailboxes_warmup CHECK (warmup IN ('off', 'on', 'paused')),
    warmup_started_on date,
    settings          jsonb NOT NULL DEFAULT '{}',
    secrets           bytea,
    dns               jsonb,
    dns_checked_at    timestamptz,
    created_at        timestamptz NOT NULL,
    CONSTRAINT pk_mailboxes PRIMARY KEY (user_id, id)
);
COMMENT ON COLUMN mailboxes.secrets IS 'SMTP and IMAP passwords, sealed by the secrets box; never leaves the server.';
CREATE UNIQUE INDEX uq_mailboxes_address ON mailboxes (user_id, lower(address));
SELECT protect('mailboxes');

CREATE TABLE campaigns (
    user_id        uuid NOT NULL CONSTRAINT fk_campaigns_user REFERENCES users (id) ON DELETE CASCADE,
    id             uuid NOT NULL,
    name           text NOT NULL,
    status         text NOT NULL DEFAULT 'draft'
        CONSTRAINT ck_campaigns_status CHECK (status IN ('draft', 'active', 'paused', 'completed', 'stopped')),
    tone           text NOT NULL,
    mailbox_ids    uuid[] NOT NULL DEFAULT '{}',
    settings       jsonb NOT NULL DEFAULT '{}',
    holds          jsonb NOT NULL DEFAULT '[]',
    digest         text,
    launched_at    timestamptz,
    ended_at       timestamptz,
    version        integer NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL,
    CONSTRAINT pk_campaigns PRIMARY KEY (user_id, id),
    CONSTRAINT uq_campaigns_name UNIQUE (user_id, name)
);
CREATE INDEX ix_campaigns_created ON campaigns (user_id, created_at DESC, id DESC);
SELECT protect('campaigns');
ALTER TABLE sequence_templates ADD CONSTRAINT fk_sequence_templates_campaign
    FOREIGN KEY (user_id, campaign_id) REFERENCES campaigns (user_id, id) ON DELETE CASCADE;

CREATE TABLE campaign_targets (
    user_id        uuid NOT NULL,
    campaign_id    uuid NOT NULL,
    contact_id     uuid NOT NULL,
    application_id uuid,
    created_at     timestamptz NOT NULL,
    CONSTRAINT pk_campaign_targets PRIMARY KEY (user_id, campaign_id, contact_id),
    CONSTRAINT fk_campaign_targets_campaign FOREIGN KEY (user_id, campaign_id) REFERENCES campaigns (user_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_campaign_targets_contact FOREIGN KEY (user_id, contact_id) REFERENCES contacts (user_id, id),
    CONSTRAINT fk_campaign_targets_application FOREIGN KEY (user_id, application_id) REFERENCES applications (user_id, id)
);
SELECT protect('campaign_targets');

CREATE TABLE enrollments (
    user_id        uuid NOT NULL,
    id             uuid NOT NULL,
    campaign_id    uuid NOT NULL,
    contact_id     uuid NOT NULL,
    company_id     uuid,
    application_id uuid,
    mailbox_id     uuid NOT NULL,
    status         text NOT NULL CONSTRAINT ck_enrollments_status
        CHECK (status IN ('active', 'held', 'finished', 'replied', 'bounced', 'unsubscribed', 'stopped', 'failed')),
    reason         text,
    hold_reason    text,
    held_until     timestamptz,
    reply_token    text NOT NULL CONSTRAINT uq_enrollments_reply_token UNIQUE,
    started_at     timestamptz NOT NULL,
    ended_at       timestamptz,
    CONSTRAINT pk_enrollments PRIMARY KEY (user_id, id),
    CONSTRAINT uq_enrollments_contact UNIQUE (user_id, campaign_id, contact_id),
    CONSTRAINT fk_enrollments_campaign FOREIGN KEY (user_id, campaign_id) REFERENCES campaigns (user_id, id),
    CONSTRAINT fk_enrollments_contact FOREIGN KEY (user_id, contact_id) REFERENCES contacts (user_id, id),
    CONSTRAINT fk_enrollments_mailbox FOREIGN KEY (user_id, mailbox_id) REFERENCES mailboxes (user_id, id)
);
-- A person has at most one live enrollment across all campaigns of a user (SPEC 3.8).
CREATE UNIQUE INDEX uq_enrollments_live ON enrollments (user_id, contact_id) WHERE status IN ('active', 'held');
CREATE INDEX ix_enrollments_company ON enrollments (user_id, company_id) WHERE status IN ('active', 'held');
CREATE INDEX ix_enrollments_held ON enrollments (held_until) WHERE status = 'held' AND held_until IS NOT NULL;
SELECT protect('enrollments');

CREATE TABLE outreach (
    user_id             uuid NOT NULL,
    id                  uuid NOT NULL,
    campaign_id         uuid NOT NULL,
    enrollment_id       uuid NOT NULL,
    contact_id          uuid NOT NULL,
    company_id          uuid,
    application_id      uuid,
    mailbox_id          uuid NOT NULL,
    step_id             uuid NOT NULL,
    step_no             integer NOT NULL,
    step_kind           text NOT NULL,
    gap_days            integer NOT NULL,
    same_thread         boolean NOT NULL,
    variant             text,
    to_address          text NOT NULL,
    to_name             text NOT NULL,
    timezone            text NOT NULL,
    country             text,
    subject             text NOT NULL,
    body                text,
    claims              jsonb NOT NULL DEFAULT '[]',
    status              text NOT NULL CONSTRAINT ck_outreach_status CHECK (status IN ('scheduled', 'sending', 'sent', 'delivered',
        'canceled', 'suppressed', 'failed', 'uncertain', 'held')),
    reason              text,
    due_at              timestamptz,
    due_reason          text,
    approved            boolean NOT NULL DEFAULT true,
    edited              boolean NOT NULL DEFAULT false,
    send_key            text NOT NULL CONSTRAINT uq_outreach_send_key UNIQUE,
    message_id          text NOT NULL CONSTRAINT uq_outreach_message_id UNIQUE,
    provider            text,
    provider_message_id text,
    lease_token         uuid,
    lease_until         timestamptz,
    attempts            integer NOT NULL DEFAULT 0,
    sent_at             timestamptz,
    delivered_at        timestamptz,
    clicked_at          timestamptz,
    replied_at          timestamptz,
    bounced_at          timestamptz,
    complained_at       timestamptz,
    ended_at            timestamptz,
    version             integer NOT NULL DEFAULT 0,
    created_at          timestamptz NOT NULL,
    CONSTRAINT pk_outreach PRIMARY KEY (user_id, id),
    CONSTRAINT uq_outreach_step UNIQUE (user_id, campaign_id, contact_id, step_no),
    CONSTRAINT fk_outreach_enrollment FOREIGN KEY (user_id, enrollment_id) REFERENCES enrollments (user_id, id),
    CONSTRAINT fk_outreach_campaign FOREIGN KEY (user_id, campaign_id) REFERENCES campaigns (user_id, id)
) WITH (fillfactor = 70);
COMMENT ON COLUMN outreach.body IS 'NULL once purged, 90 days after the mail ended (SPEC 8).';
CREATE INDEX ix_outreach_due ON outreach (due_at) WHERE status = 'scheduled';
CREATE INDEX ix_outreach_lease ON outreach (lease_until) WHERE status = 'sending';
CREATE INDEX ix_outreach_campaign ON outreach (user_id, campaign_id, step_no, id);
CREATE INDEX ix_outreach_enrollment ON outreach (user_id, enrollment_id, step_no);
CREATE INDEX ix_outreach_status ON outreach (user_id, status, id DESC);
CREATE INDEX ix_outreach_mailbox_sent ON outreach (user_id, mailbox_id, sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX ix_outreach_mailbox_planned ON outreach (user_id, mailbox_id, due_at) WHERE status IN ('scheduled', 'sending');
CREATE INDEX ix_outreach_company ON outreach (user_id, company_id, sent_at) WHERE company_id IS NOT NULL;
CREATE INDEX ix_outreach_provider ON outreach (provider, provider_message_id) WHERE provider_message_id IS NOT NULL;
SELECT protect('outreach');

CREATE TABLE outreach_attempts (
    user_id      uuid NOT NULL,
    outreach_id  uuid NOT NULL,
    attempt      integer NOT NULL,
    token        uuid NOT NULL,
    transport    text NOT NULL,
    started_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    outcome      text,
    code         text,
    detail       text,
    provider_ref text,
    CONSTRAINT pk_outreach_attempts PRIMARY KEY (user_id, outreach_id, attempt),
    CONSTRAINT fk_outreach_attempts_outreach FOREIGN KEY (user_id, outreach_id) REFERENCES outreach (user_id, id) ON DELETE CASCADE
);
SELECT protect('outreach_attempts');

-- Never mail again: a user's own list here; service_suppressions holds hashes for everybody.
CREATE TABLE suppressions (
    user_id    uuid NOT NULL CONSTRAINT fk_suppressions_user REFERENCES users (id) ON DELETE CASCADE,
    id         uuid NOT NULL,
    kind       text NOT NULL CONSTRAINT ck_suppressions_kind CHECK (kind IN ('address', 'domain')),
    value      text NOT NULL,
    reason     text NOT NULL,
    source     text NOT NULL CONSTRAINT ck_suppressions_source CHECK (source IN ('user', 'import', 'unsubscribe', 'bounce', 'complaint', 'reply')),
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_suppressions PRIMARY KEY (user_id, id),
    CONSTRAINT uq_suppressions_value UNIQUE (user_id, kind, value)
);
SELECT protect('suppressions');
CREATE TABLE service_suppressions (
    hash       bytea NOT NULL CONSTRAINT pk_service_suppressions PRIMARY KEY,
    kind       text NOT NULL,
    reason     text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE service_suppressions IS 'Keyed hashes of addresses nobody here may mail again; outlives every account.';
GRANT SELECT, INSERT ON service_suppressions TO roleferry_app, roleferry_system;

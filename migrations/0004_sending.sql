-- Campaigns, the people in them and every single mail (SPEC 3.8–3.10, 6).
CREATE TABLE mailboxes (
    user_id           uuid NOT NULL CONSTRAINT fk_mailboxes_user REFERENCES users (id) ON DELETE CASCADE,
    id                uuid NOT NULL,
    address           text NOT NULL,
    display_name      text NOT NULL,
    provider          text NOT NULL,
    status            text NOT NULL DEFAULT 'active' CONSTRAINT ck_mailboxes_status CHECK (status IN ('active', 'paused', 'error')),
    pause             text,
    pause_detail      text,
    closed_until      timestamptz,
    daily_cap         integer NOT NULL DEFAULT 25 CONSTRAINT ck_mailboxes_daily_cap CHECK (daily_cap BETWEEN 1 AND 200),
    gap_seconds       integer NOT NULL DEFAULT 300 CONSTRAINT ck_mailboxes_gap CHECK (gap_seconds BETWEEN 300 AND 43200),
    time_zone         text NOT NULL DEFAULT 'UTC',
    postal_address    text,
    warmup            text NOT NULL DEFAULT 'off' CONSTRAINT ck_mailboxes_warmup CHECK (warmup IN ('off', 'on', 'paused')),
    warmup_started_on date,
    version           integer NOT NULL DEFAULT 0,
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
    approved_digest text,
    launched_at    timestamptz,
    paused_at      timestamptz,
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
    state          text NOT NULL CONSTRAINT ck_enrollments_state
        CHECK (state IN ('active', 'held', 'finished', 'replied', 'bounced', 'unsubscribed', 'stopped', 'failed')),
    reason         text,
    holds          jsonb NOT NULL DEFAULT '[]',
    held_until     timestamptz,
    reply_token    text NOT NULL CONSTRAINT uq_enrollments_reply_token UNIQUE,
    started_at     timestamptz NOT NULL,
    ended_at       timestamptz,
    version        integer NOT NULL DEFAULT 0,
    CONSTRAINT pk_enrollments PRIMARY KEY (user_id, id),
    CONSTRAINT uq_enrollments_contact UNIQUE (user_id, campaign_id, contact_id),
    CONSTRAINT fk_enrollments_campaign FOREIGN KEY (user_id, campaign_id) REFERENCES campaigns (user_id, id),
    CONSTRAINT fk_enrollments_contact FOREIGN KEY (user_id, contact_id) REFERENCES contacts (user_id, id),
    CONSTRAINT fk_enrollments_mailbox FOREIGN KEY (user_id, mailbox_id) REFERENCES mailboxes (user_id, id)
);
COMMENT ON COLUMN enrollments.held_until IS 'When the last of `holds` ends by itself; NULL when a person must decide.';
-- A person has at most one live enrollment across all campaigns of a user (SPEC 3.8).
CREATE UNIQUE INDEX uq_enrollments_live ON enrollments (user_id, contact_id) WHERE state IN ('active', 'held');
CREATE INDEX ix_enrollments_company ON enrollments (user_id, company_id) WHERE state IN ('active', 'held');
CREATE INDEX ix_enrollments_held ON enrollments (held_until) WHERE state = 'held' AND held_until IS NOT NULL;
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
    step                integer NOT NULL,
    step_kind           text NOT NULL,
    gap_days            integer NOT NULL,
    day                 integer NOT NULL,
    same_thread         boolean NOT NULL,
    variant             text,
    to_address          text NOT NULL,
    to_name             text NOT NULL,
    time_zone           text NOT NULL,
    country             text,
    subject             text NOT NULL,
    body                text,
    claims              jsonb NOT NULL DEFAULT '[]',
    status              text NOT NULL CONSTRAINT ck_outreach_status CHECK (status IN ('scheduled', 'sending', 'sent', 'delivered',
        'canceled', 'suppressed', 'failed', 'uncertain', 'held')),
    plan_reason         text,
    hold_reason         text,
    end_reason          text,
    due_at              timestamptz NOT NULL,
    approved_digest     text,
    edited              boolean NOT NULL DEFAULT false,
    send_key            text NOT NULL CONSTRAINT uq_outreach_send_key UNIQUE,
    message_id          text NOT NULL CONSTRAINT uq_outreach_message_id UNIQUE,
    provider            text,
    provider_id         text,
    lease_token         text,
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
    CONSTRAINT uq_outreach_step UNIQUE (user_id, campaign_id, contact_id, step),
    CONSTRAINT fk_outreach_enrollment FOREIGN KEY (user_id, enrollment_id) REFERENCES enrollments (user_id, id),
    CONSTRAINT fk_outreach_campaign FOREIGN KEY (user_id, campaign_id) REFERENCES campaigns (user_id, id)
) WITH (fillfactor = 70);
COMMENT ON COLUMN outreach.day IS 'Days from the first mail (SPEC 3.7).';
COMMENT ON COLUMN outreach.body IS 'NULL once purged, 90 days after the mail ended (SPEC 8).';
CREATE INDEX ix_outreach_due ON outreach (due_at) WHERE status = 'scheduled';
CREATE INDEX ix_outreach_lease ON outreach (lease_until) WHERE status = 'sending';
CREATE INDEX ix_outreach_campaign ON outreach (user_id, campaign_id, step, id);
CREATE INDEX ix_outreach_enrollment ON outreach (user_id, enrollment_id, step);
CREATE INDEX ix_outreach_status ON outreach (user_id, status, id DESC);
CREATE INDEX ix_outreach_mailbox_sent ON outreach (user_id, mailbox_id, sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX ix_outreach_mailbox_planned ON outreach (user_id, mailbox_id, due_at) WHERE status IN ('scheduled', 'sending');
CREATE INDEX ix_outreach_company ON outreach (user_id, company_id, sent_at) WHERE company_id IS NOT NULL;
CREATE INDEX ix_outreach_provider ON outreach (provider, provider_id) WHERE provider_id IS NOT NULL;
SELECT protect('outreach');

CREATE TABLE outreach_attempts (
    user_id      uuid NOT NULL,
    outreach_id  uuid NOT NULL,
    number       integer NOT NULL,
    token        text NOT NULL,
    provider     text NOT NULL,
    started_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    outcome      text,
    code         text,
    detail       text,
    provider_id  text,
    began_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_outreach_attempts PRIMARY KEY (user_id, outreach_id, number),
    CONSTRAINT fk_outreach_attempts_outreach FOREIGN KEY (user_id, outreach_id) REFERENCES outreach (user_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN outreach_attempts.began_at IS 'By the database''s clock, which leases and settle times go by.';
SELECT protect('outreach_attempts');

-- Never mail again: a user's own list here; service_suppressions holds what binds everybody. The hash is what is
-- obeyed and outlives the account; `shown` is for the person's eyes and goes with their data.
CREATE TABLE suppressions (
    user_id    uuid NOT NULL CONSTRAINT fk_suppressions_user REFERENCES users (id) ON DELETE CASCADE,
    id         uuid NOT NULL,
    kind       text NOT NULL CONSTRAINT ck_suppressions_kind CHECK (kind IN ('address', 'domain')),
    hashed     text NOT NULL,
    shown      text,
    reason     text NOT NULL CONSTRAINT ck_suppressions_reason
        CHECK (reason IN ('complaint', 'unsubscribed', 'hard_bounce', 'added_by_user', 'added_by_operator')),
    source     text,
    at         timestamptz NOT NULL,
    CONSTRAINT pk_suppressions PRIMARY KEY (user_id, id),
    CONSTRAINT uq_suppressions_hashed UNIQUE (user_id, hashed)
);
SELECT protect('suppressions');
CREATE TABLE service_suppressions (
    hashed text NOT NULL CONSTRAINT pk_service_suppressions PRIMARY KEY,
    id     uuid NOT NULL,
    kind   text NOT NULL CONSTRAINT ck_service_suppressions_kind CHECK (kind IN ('address', 'domain')),
    reason text NOT NULL,
    at     timestamptz NOT NULL
);
GRANT SELECT, INSERT ON service_suppressions TO roleferry_app;
GRANT SELECT, INSERT ON service_suppressions TO roleferry_system;

-- What came back, and what is counted from it (SPEC 3.11, 7).
CREATE TABLE raw_events (
    id                uuid NOT NULL CONSTRAINT pk_raw_events PRIMARY KEY,
    provider          text NOT NULL,
    provider_event_id text NOT NULL,
    content_type      text,
    body              bytea NOT NULL,
    status            text NOT NULL DEFAULT 'new' CONSTRAINT ck_raw_events_status CHECK (status IN ('new', 'applied', 'ignored', 'dead')),
    attempts          integer NOT NULL DEFAULT 0,
    error             text,
    received_at       timestamptz NOT NULL,
    applied_at        timestamptz,
    CONSTRAINT uq_raw_events_provider UNIQUE (provider, provider_event_id)
);
COMMENT ON TABLE raw_events IS 'As received, before anybody knows whose it is: reached by the system role alone.';
CREATE INDEX ix_raw_events_new ON raw_events (received_at) WHERE status = 'new';
GRANT SELECT, INSERT, UPDATE, DELETE ON raw_events TO roleferry_system;

CREATE TABLE outreach_events (
    user_id     uuid NOT NULL,
    id          uuid NOT NULL,
    outreach_id uuid NOT NULL,
    type        text NOT NULL CONSTRAINT ck_outreach_events_type CHECK (type IN ('sent', 'delivered', 'bounced', 'clicked', 'replied',
        'complained', 'unsubscribed', 'deferred', 'auto_replied')),
    counted     boolean NOT NULL DEFAULT true,
    facts       jsonb NOT NULL DEFAULT '{}',
    at          timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    dedupe_key  text NOT NULL,
    CONSTRAINT pk_outreach_events PRIMARY KEY (user_id, id),
    CONSTRAINT uq_outreach_events_dedupe UNIQUE (user_id, outreach_id, dedupe_key),
    CONSTRAINT fk_outreach_events_outreach FOREIGN KEY (user_id, outreach_id) REFERENCES outreach (user_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN outreach_events.counted IS 'false for what must not count: a scanner''s click, an automatic reply.';
CREATE INDEX ix_outreach_events_at ON outreach_events (user_id, at);
SELECT protect('outreach_events');

CREATE TABLE replies (
    user_id       uuid NOT NULL,
    id            uuid NOT NULL,
    outreach_id   uuid NOT NULL,
    enrollment_id uuid NOT NULL,
    contact_id    uuid NOT NULL,
    from_address  text NOT NULL,
    from_name     text,
    subject       text,
    text          text,
    label         text NOT NULL CONSTRAINT ck_replies_label CHECK (label IN ('bounce', 'auto_reply', 'unsubscribe', 'interested',
        'meeting', 'referral', 'not_interested', 'not_now', 'other')),
    confidence    double precision NOT NULL,
    deciding      text[] NOT NULL DEFAULT '{}',
    label_by      text NOT NULL DEFAULT 'rules',
    handled       boolean NOT NULL DEFAULT false,
    message_id    text NOT NULL,
    received_at   timestamptz NOT NULL,
    CONSTRAINT pk_replies PRIMARY KEY (user_id, id),
    CONSTRAINT uq_replies_message UNIQUE (user_id, message_id),
    CONSTRAINT fk_replies_outreach FOREIGN KEY (user_id, outreach_id) REFERENCES outreach (user_id, id) ON DELETE CASCADE
);
CREATE INDEX ix_replies_received ON replies (user_id, received_at DESC, id DESC);
SELECT protect('replies');

CREATE TABLE campaign_metrics (
    user_id     uuid NOT NULL,
    campaign_id uuid NOT NULL,
    day         date NOT NULL,
    figures     jsonb NOT NULL,
    computed_at timestamptz NOT NULL,
    CONSTRAINT pk_campaign_metrics PRIMARY KEY (user_id, campaign_id, day),
    CONSTRAINT fk_campaign_metrics_campaign FOREIGN KEY (user_id, campaign_id) REFERENCES campaigns (user_id, id) ON DELETE CASCADE
);
SELECT protect('campaign_metrics');
CREATE TABLE mailbox_health (
    user_id    uuid NOT NULL,
    mailbox_id uuid NOT NULL,
    day        date NOT NULL,
    figures    jsonb NOT NULL,
    computed_at timestamptz NOT NULL,
    CONSTRAINT pk_mailbox_health PRIMARY KEY (user_id, mailbox_id, day),
    CONSTRAINT fk_mailbox_health_mailbox FOREIGN KEY (user_id, mailbox_id) REFERENCES mailboxes (user_id, id) ON DELETE CASCADE
);
SELECT protect('mailbox_health');

-- Money set aside, spent or given back; amounts in micro-units of US dollars (SPEC 5).
CREATE TABLE spend_caps (
    vendor text NOT NULL CONSTRAINT pk_spend_caps PRIMARY KEY,
    cap    bigint NOT NULL CONSTRAINT ck_spend_caps_cap CHECK (cap >= 0),
    set_by text NOT NULL,
    set_at timestamptz NOT NULL
);
GRANT SELECT ON spend_caps TO roleferry_app;
GRANT SELECT, INSERT, UPDATE ON spend_caps TO roleferry_system;
CREATE TABLE spend_ledger (
    user_id    uuid NOT NULL CONSTRAINT fk_spend_ledger_user REFERENCES users (id) ON DELETE CASCADE,
    id         uuid NOT NULL,
    vendor     text NOT NULL,
    flow       text NOT NULL,
    state      text NOT NULL CONSTRAINT ck_spend_ledger_state CHECK (state IN ('reserved', 'settled', 'released', 'mock')),
    reserved   bigint NOT NULL,
    settled    bigint NOT NULL DEFAULT 0,
    at         timestamptz NOT NULL,
    CONSTRAINT pk_spend_ledger PRIMARY KEY (user_id, id)
);
COMMENT ON COLUMN spend_ledger.state IS 'mock: nothing was paid; `settled` is what it would have cost.';
CREATE INDEX ix_spend_ledger_at ON spend_ledger (user_id, at);
SELECT protect('spend_ledger');

CREATE TABLE beta_feedback (
    user_id         uuid NOT NULL CONSTRAINT fk_beta_feedback_user REFERENCES users (id) ON DELETE CASCADE,
    id              uuid NOT NULL,
    would_pay_499   boolean,
    suggested_price numeric(10, 2) CONSTRAINT ck_beta_feedback_price CHECK (suggested_price >= 0),
    nps             integer CONSTRAINT ck_beta_feedback_nps CHECK (nps BETWEEN 0 AND 10),
    comments        text,
    created_at      timestamptz NOT NULL,
    CONSTRAINT pk_beta_feedback PRIMARY KEY (user_id, id)
);
SELECT protect('beta_feedback');

-- Mailboxes of the service that write to each other while they are young. Nothing here is a campaign's mail: it has tables and
-- a series of its own, and no figure, cap or health is counted from them. Only adds: safe while the previous release serves.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s';
CREATE TABLE warmup_members (
    user_id          uuid NOT NULL,
    mailbox_id       uuid NOT NULL,
    pool             text NOT NULL CONSTRAINT ck_warmup_members_pool CHECK (pool IN ('built-in', 'external')),
    shares_identity  boolean NOT NULL DEFAULT false,
    joined_at        timestamptz NOT NULL,
    plan_at          timestamptz NOT NULL,
    CONSTRAINT pk_warmup_members PRIMARY KEY (user_id, mailbox_id),
    CONSTRAINT ck_warmup_members_consent CHECK (pool <> 'built-in' OR shares_identity),
    CONSTRAINT fk_warmup_members_mailbox FOREIGN KEY (user_id, mailbox_id) REFERENCES mailboxes (user_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN warmup_members.shares_identity IS 'Its owner has agreed that owners of pool mailboxes see its address and name.';
CREATE INDEX ix_warmup_members_plan ON warmup_members (plan_at) WHERE pool = 'built-in';
SELECT protect('warmup_members');

CREATE TABLE warmup_mails (
    user_id            uuid NOT NULL,
    id                 uuid NOT NULL,
    mailbox_id         uuid NOT NULL,
    partner_user_id    uuid NOT NULL,
    partner_mailbox_id uuid NOT NULL,
    day                date NOT NULL,
    slot               integer,
    thread_id          uuid NOT NULL,
    place              integer NOT NULL CONSTRAINT ck_warmup_mails_place CHECK (place BETWEEN 1 AND 3),
    message_id         text NOT NULL CONSTRAINT uq_warmup_mails_message_id UNIQUE,
    earlier            text[] NOT NULL DEFAULT '{}',
    due_at             timestamptz NOT NULL,
    status             text NOT NULL DEFAULT 'planned' CONSTRAINT ck_warmup_mails_status
        CHECK (status IN ('planned', 'sending', 'sent', 'received', 'dropped', 'bounced')),
    why                text,
    lease_until        timestamptz,
    sent_at            timestamptz,
    ended_at           timestamptz,
    CONSTRAINT pk_warmup_mails PRIMARY KEY (user_id, id),
    CONSTRAINT uq_warmup_mails_slot UNIQUE (user_id, mailbox_id, day, slot),
    CONSTRAINT uq_warmup_mails_place UNIQUE (user_id, thread_id, place),
    CONSTRAINT fk_warmup_mails_mailbox FOREIGN KEY (user_id, mailbox_id) REFERENCES mailboxes (user_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_warmup_mails_partner FOREIGN KEY (partner_user_id, partner_mailbox_id)
        REFERENCES mailboxes (user_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN warmup_mails.slot IS 'Which of the day''s openers; NULL for an answer.';
CREATE INDEX ix_warmup_mails_due ON warmup_mails (due_at) WHERE status = 'planned';
CREATE INDEX ix_warmup_mails_lease ON warmup_mails (lease_until) WHERE status = 'sending';
CREATE INDEX ix_warmup_mails_sent ON warmup_mails (sent_at) WHERE status = 'sent';
CREATE INDEX ix_warmup_mails_partner ON warmup_mails (partner_user_id, partner_mailbox_id);
CREATE INDEX ix_warmup_mails_id ON warmup_mails (id);
SELECT protect('warmup_mails');

CREATE TABLE warmup_days (
    user_id    uuid NOT NULL,
    mailbox_id uuid NOT NULL,
    day        date NOT NULL,
    sent       integer NOT NULL DEFAULT 0,
    received   integer NOT NULL DEFAULT 0,
    bounced    integer NOT NULL DEFAULT 0,
    dropped    integer NOT NULL DEFAULT 0,
    CONSTRAINT pk_warmup_days PRIMARY KEY (user_id, mailbox_id, day),
    CONSTRAINT fk_warmup_days_mailbox FOREIGN KEY (user_id, mailbox_id) REFERENCES mailboxes (user_id, id) ON DELETE CASCADE
);
SELECT protect('warmup_days');

-- Mails are claimed under a lease and begun one a connection; people's sending can be held. Only adds: safe while the
-- previous release serves.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s';
ALTER TABLE outreach ADD COLUMN began_at timestamptz;
ALTER TABLE outreach ADD COLUMN stands_alone boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN outreach.began_at IS 'When the last attempt began, by the service''s clock: a mail in flight or in doubt counts for cap and gap.';
COMMENT ON COLUMN outreach.lease_token IS 'Who has it: while scheduled, the worker that claimed it; while sending, the attempt.';
COMMENT ON COLUMN outreach.stands_alone IS 'Its owner lets it go although the mail before it never went.';
CREATE INDEX ix_outreach_mailbox_began ON outreach (user_id, mailbox_id, began_at)
    WHERE status IN ('sending', 'uncertain', 'sent', 'delivered') AND began_at IS NOT NULL;
CREATE INDEX ix_outreach_claimed ON outreach (user_id, mailbox_id) WHERE status IN ('scheduled', 'sending') AND lease_token IS NOT NULL;
CREATE INDEX ix_outreach_dead_letters ON outreach (due_at, id) WHERE status IN ('failed', 'uncertain');

-- Nothing of this person's leaves until an operator lets it.
CREATE TABLE sending_holds (
    user_id uuid NOT NULL CONSTRAINT pk_sending_holds PRIMARY KEY
        CONSTRAINT fk_sending_holds_user REFERENCES users (id) ON DELETE CASCADE,
    why     text NOT NULL,
    at      timestamptz NOT NULL
);
SELECT protect('sending_holds');
REVOKE INSERT, UPDATE, DELETE ON sending_holds FROM roleferry_app;

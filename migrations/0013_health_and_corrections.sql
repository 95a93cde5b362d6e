-- A person may put an answer's label right, and figures follow; what was said about a mailbox's health is remembered.
-- Only adds: safe while the previous release serves.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s';
-- NOT VALID: every row there has passed a stricter rule already, so there is nothing to look through.
ALTER TABLE outreach_events DROP CONSTRAINT ck_outreach_events_type;
ALTER TABLE outreach_events ADD CONSTRAINT ck_outreach_events_type CHECK (type IN ('sent', 'delivered', 'bounced', 'clicked',
    'replied', 'complained', 'unsubscribed', 'deferred', 'auto_replied', 'relabeled')) NOT VALID;

CREATE TABLE mailbox_watch (
    user_id              uuid NOT NULL,
    mailbox_id           uuid NOT NULL,
    evidence             bigint NOT NULL DEFAULT 0,
    low_replies_told_on  date,
    CONSTRAINT pk_mailbox_watch PRIMARY KEY (user_id, mailbox_id),
    CONSTRAINT fk_mailbox_watch_mailbox FOREIGN KEY (user_id, mailbox_id) REFERENCES mailboxes (user_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE mailbox_watch IS 'What was done about a mailbox''s health already.';
COMMENT ON COLUMN mailbox_watch.evidence IS 'Number of the last event it was paused for: a person who lets it send again is not overruled by what they knew.';
SELECT protect('mailbox_watch');
CREATE INDEX ix_outreach_events_bad ON outreach_events (user_id, at) WHERE type = 'complained';

-- Raw events wait their turn; the log of what happened is numbered, so that roll-ups know what they have counted.
-- Only adds: safe while the previous release serves.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s';
ALTER TABLE raw_events ADD COLUMN due_at timestamptz NOT NULL DEFAULT '-infinity';
COMMENT ON COLUMN raw_events.due_at IS 'When a worker may take it: later while one has it, or while its mail is not known yet.';
DROP INDEX ix_raw_events_new;
CREATE INDEX ix_raw_events_new ON raw_events (due_at) WHERE status = 'new';

CREATE SEQUENCE outreach_event_numbers;
GRANT USAGE ON SEQUENCE outreach_event_numbers TO roleferry_app, roleferry_system;
ALTER TABLE outreach_events ADD COLUMN number bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN outreach_events.number IS 'Grows with every commit of one user''s events; a roll-up has counted all up to one number.';
CREATE INDEX ix_outreach_events_number ON outreach_events (user_id, number);
-- A plain sequence would not do: a lower number can become visible after a higher one. Writers share a lock until they
-- commit, a roll-up waits for them all before it looks for the highest number.
CREATE FUNCTION number_outreach_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('figures:' || NEW.user_id, 0));
    NEW.number := nextval('outreach_event_numbers');
    RETURN NEW;
END $$;
CREATE TRIGGER tr_outreach_events_number BEFORE INSERT ON outreach_events FOR EACH ROW EXECUTE FUNCTION number_outreach_event();

CREATE TABLE figure_marks (
    user_id    uuid NOT NULL CONSTRAINT fk_figure_marks_user REFERENCES users (id) ON DELETE CASCADE,
    counted_to bigint NOT NULL,
    as_of      timestamptz NOT NULL,
    people     jsonb NOT NULL,
    CONSTRAINT pk_figure_marks PRIMARY KEY (user_id)
);
COMMENT ON TABLE figure_marks IS 'How far a person''s roll-up has come, and what it says of the people they wrote to.';
SELECT protect('figure_marks');
CREATE INDEX ix_outreach_contact ON outreach (user_id, contact_id);
CREATE INDEX ix_outreach_sent ON outreach (user_id, sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX ix_outreach_application ON outreach (user_id, application_id, sent_at) WHERE application_id IS NOT NULL;
CREATE INDEX ix_outreach_undelivered ON outreach (sent_at) WHERE status = 'sent' AND delivered_at IS NULL;

-- Sequences keep the day a person chose, offers say where they are thin, previews are remembered until launch.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s';
ALTER TABLE sequence_steps DROP COLUMN gap_days;
ALTER TABLE sequence_steps ADD COLUMN day integer NOT NULL CONSTRAINT ck_sequence_steps_day CHECK (day BETWEEN 0 AND 100);
COMMENT ON COLUMN sequence_steps.day IS 'Days from the first mail; the steps switched on lie 1 to 10 days apart (SPEC 3.7).';
CREATE INDEX ix_sequence_templates_created ON sequence_templates (user_id, created_at DESC, id DESC) WHERE campaign_id IS NULL;
ALTER TABLE sequence_templates ADD COLUMN version integer NOT NULL DEFAULT 0;
ALTER TABLE offers ADD COLUMN thin boolean NOT NULL DEFAULT false;
ALTER TABLE offers ADD COLUMN missing text[] NOT NULL DEFAULT '{}';
ALTER TABLE offers ALTER COLUMN version SET DEFAULT 0;
ALTER TABLE sequence_steps ALTER COLUMN version SET DEFAULT 0;

-- What a person was shown, as fingerprints: enough to say what changed since, too little to read.
CREATE TABLE campaign_previews (
    user_id      uuid NOT NULL,
    campaign_id  uuid NOT NULL,
    digest       text NOT NULL,
    fingerprints jsonb NOT NULL,
    shown_at     timestamptz NOT NULL,
    CONSTRAINT pk_campaign_previews PRIMARY KEY (user_id, campaign_id, digest),
    CONSTRAINT fk_campaign_previews_campaign FOREIGN KEY (user_id, campaign_id) REFERENCES campaigns (user_id, id) ON DELETE CASCADE
);
SELECT protect('campaign_previews');

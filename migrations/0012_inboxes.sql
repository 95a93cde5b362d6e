-- How far each mailbox was read by IMAP, by whom just now, and what could not be read. Only adds: safe while the previous
-- release serves. No word of a mail is kept here.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s';
CREATE TABLE inboxes (
    user_id       uuid NOT NULL,
    mailbox_id    uuid NOT NULL,
    state         text NOT NULL DEFAULT 'new' CONSTRAINT ck_inboxes_state CHECK (state IN ('new', 'read', 'refused', 'unreachable')),
    detail        text,
    failures      integer NOT NULL DEFAULT 0,
    due_at        timestamptz NOT NULL DEFAULT now(),
    lease_token   text,
    lease_until   timestamptz,
    settings_at   timestamptz,
    connected_at  timestamptz,
    read_at       timestamptz,
    CONSTRAINT pk_inboxes PRIMARY KEY (user_id, mailbox_id),
    CONSTRAINT fk_inboxes_mailbox FOREIGN KEY (user_id, mailbox_id) REFERENCES mailboxes (user_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE inboxes IS 'Times are the real ones, by the database''s clock: mail servers know no other.';
COMMENT ON COLUMN inboxes.settings_at IS 'The IMAP settings that were last tried; others are tried at once.';
COMMENT ON COLUMN inboxes.connected_at IS 'When the mailbox was first looked into; nothing older is ever read.';
CREATE INDEX ix_inboxes_due ON inboxes (due_at);
SELECT protect('inboxes');

CREATE TABLE inbox_folders (
    user_id      uuid NOT NULL,
    mailbox_id   uuid NOT NULL,
    folder       text NOT NULL,
    uid_validity bigint NOT NULL,
    last_uid     bigint NOT NULL,
    since        timestamptz,
    CONSTRAINT pk_inbox_folders PRIMARY KEY (user_id, mailbox_id, folder),
    CONSTRAINT fk_inbox_folders_inbox FOREIGN KEY (user_id, mailbox_id) REFERENCES inboxes (user_id, mailbox_id) ON DELETE CASCADE
);
SELECT protect('inbox_folders');

CREATE TABLE inbox_set_aside (
    user_id      uuid NOT NULL,
    mailbox_id   uuid NOT NULL,
    folder       text NOT NULL,
    uid_validity bigint NOT NULL,
    uid          bigint NOT NULL,
    reason       text NOT NULL,
    at           timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_inbox_set_aside PRIMARY KEY (user_id, mailbox_id, folder, uid_validity, uid),
    CONSTRAINT fk_inbox_set_aside_inbox FOREIGN KEY (user_id, mailbox_id) REFERENCES inboxes (user_id, mailbox_id) ON DELETE CASCADE
);
SELECT protect('inbox_set_aside');

-- How to reach the server of a person's own mailbox, and as whom. Only adds: safe while the previous release serves.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s';
CREATE TABLE mailbox_connections (
    user_id    uuid NOT NULL,
    mailbox_id uuid NOT NULL,
    protocol   text NOT NULL CONSTRAINT ck_mailbox_connections_protocol CHECK (protocol IN ('smtp', 'imap')),
    host       text NOT NULL,
    port       integer NOT NULL CONSTRAINT ck_mailbox_connections_port CHECK (port BETWEEN 1 AND 65535),
    security   text NOT NULL CONSTRAINT ck_mailbox_connections_security CHECK (security IN ('tls', 'starttls', 'none')),
    username   text NOT NULL,
    password   bytea NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT pk_mailbox_connections PRIMARY KEY (user_id, mailbox_id, protocol),
    CONSTRAINT fk_mailbox_connections_mailbox FOREIGN KEY (user_id, mailbox_id) REFERENCES mailboxes (user_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN mailbox_connections.password IS 'Sealed by the secret box for this mailbox and protocol alone; opened by who logs in, shown to nobody.';
SELECT protect('mailbox_connections');

ALTER TABLE mailboxes ADD COLUMN connection_test jsonb;
ALTER TABLE mailboxes ADD COLUMN connection_tested_at timestamptz;
COMMENT ON COLUMN mailboxes.connection_test IS 'The steps of the last connection test, in words; NULL since settings were changed.';

-- When a mailbox is to be looked into stands in one indexed column, whatever changes it: asking what is due costs the same
-- however many mailboxes there are. Only adds: safe while the previous release serves.
SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s';
CREATE FUNCTION look_into_inbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        UPDATE inboxes SET due_at = 'infinity', settings_at = NULL WHERE user_id = OLD.user_id AND mailbox_id = OLD.mailbox_id;
    ELSE
        INSERT INTO inboxes (user_id, mailbox_id) VALUES (NEW.user_id, NEW.mailbox_id)
        ON CONFLICT ON CONSTRAINT pk_inboxes DO UPDATE SET due_at = now(), settings_at = NULL;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION look_into_inbox IS 'IMAP settings nobody has tried are tried at once; a mailbox without a server is never due.';
CREATE TRIGGER tr_mailbox_connections_put AFTER INSERT OR UPDATE OF changed_at ON mailbox_connections
    FOR EACH ROW WHEN (NEW.protocol = 'imap') EXECUTE FUNCTION look_into_inbox();
CREATE TRIGGER tr_mailbox_connections_removed AFTER DELETE ON mailbox_connections
    FOR EACH ROW WHEN (OLD.protocol = 'imap') EXECUTE FUNCTION look_into_inbox();
COMMENT ON COLUMN inboxes.settings_at IS 'The IMAP settings that were last tried; NULL since there are others.';

SET LOCAL ROLE roleferry_system;
INSERT INTO inboxes (user_id, mailbox_id)
SELECT c.user_id, c.mailbox_id FROM mailbox_connections c WHERE c.protocol = 'imap'
ON CONFLICT DO NOTHING;
UPDATE inboxes i SET due_at = coalesce((SELECT now() FROM mailbox_connections c
                                         WHERE c.user_id = i.user_id AND c.mailbox_id = i.mailbox_id AND c.protocol = 'imap'), 'infinity'),
                     settings_at = NULL
 WHERE NOT EXISTS (SELECT FROM mailbox_connections c WHERE c.user_id = i.user_id AND c.mailbox_id = i.mailbox_id
                    AND c.protocol = 'imap' AND c.changed_at = i.settings_at);
RESET ROLE;

-- name: list_connections
-- $1 user or NULL, $2 mailbox
SELECT protocol, host, port, security, username, password
  FROM mailbox_connections WHERE mailbox_id = $2 AND ($1::uuid IS NULL OR user_id = $1);

-- name: put_connection
-- $1 user, $2 mailbox, $3 protocol, $4 host, $5 port, $6 security, $7 username, $8 sealed password, $9 at
INSERT INTO mailbox_connections (user_id, mailbox_id, protocol, host, port, security, username, password, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT ON CONSTRAINT pk_mailbox_connections
DO UPDATE SET host = $4, port = $5, security = $6, username = $7, password = $8, changed_at = $9;

-- name: remove_connection
-- $1 user, $2 mailbox, $3 protocol
DELETE FROM mailbox_connections WHERE user_id = $1 AND mailbox_id = $2 AND protocol = $3;

-- name: forget_connection_test
-- What was found of other settings says nothing of these; $1 user, $2 mailbox, $3 who serves it from now on, or NULL
UPDATE mailboxes SET connection_test = NULL, connection_tested_at = NULL, provider = coalesce($3, provider)
 WHERE user_id = $1 AND id = $2;

-- name: save_connection_test
-- $1 user, $2 mailbox, $3 steps, $4 at
UPDATE mailboxes SET connection_test = $3, connection_tested_at = $4 WHERE user_id = $1 AND id = $2;

-- name: list_connected_mailboxes
-- $1 user or NULL, $2 after, or NULL, $3 limit
SELECT DISTINCT ON (mailbox_id) user_id, mailbox_id
  FROM mailbox_connections
 WHERE ($1::uuid IS NULL OR user_id = $1) AND ($2::uuid IS NULL OR mailbox_id > $2)
 ORDER BY mailbox_id LIMIT $3;

-- name: reseal_connection
-- $1 user, $2 mailbox, $3 protocol, $4 password, sealed anew
UPDATE mailbox_connections SET password = $4 WHERE user_id = $1 AND mailbox_id = $2 AND protocol = $3;

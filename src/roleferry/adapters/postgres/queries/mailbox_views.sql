-- name: show_mailboxes
-- $1 user, $2 created before, $3 id before, $4 limit
SELECT m.id, m.address, m.display_name, m.provider, m.status, m.pause, m.pause_detail, m.closed_until, m.daily_cap,
       m.gap_seconds, m.time_zone, m.postal_address, m.warmup, m.warmup_started_on, m.dns, m.dns_checked_at,
       s.servers -> 'smtp' AS smtp, s.servers -> 'imap' AS imap, m.connection_test, m.connection_tested_at, m.created_at
  FROM mailboxes m
  LEFT JOIN LATERAL (SELECT jsonb_object_agg(c.protocol, jsonb_build_object('host', c.host, 'port', c.port,
                                'security', c.security, 'username', c.username)) AS servers
                       FROM mailbox_connections c WHERE c.user_id = m.user_id AND c.mailbox_id = m.id) s ON true
 WHERE m.user_id = $1 AND ($2::timestamptz IS NULL OR (m.created_at, m.id) < ($2, $3::uuid))
 ORDER BY m.created_at DESC, m.id DESC LIMIT $4;

-- name: show_mailbox
-- $1 user, $2 id
SELECT m.id, m.address, m.display_name, m.provider, m.status, m.pause, m.pause_detail, m.closed_until, m.daily_cap,
       m.gap_seconds, m.time_zone, m.postal_address, m.warmup, m.warmup_started_on, m.dns, m.dns_checked_at,
       s.servers -> 'smtp' AS smtp, s.servers -> 'imap' AS imap, m.connection_test, m.connection_tested_at, m.created_at
  FROM mailboxes m
  LEFT JOIN LATERAL (SELECT jsonb_object_agg(c.protocol, jsonb_build_object('host', c.host, 'port', c.port,
                                'security', c.security, 'username', c.username)) AS servers
                       FROM mailbox_connections c WHERE c.user_id = m.user_id AND c.mailbox_id = m.id) s ON true
 WHERE m.user_id = $1 AND m.id = $2;

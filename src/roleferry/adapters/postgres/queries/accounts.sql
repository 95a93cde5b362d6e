-- name: lock_account
-- $1 user
SELECT id, email, name, role, postal_address, timezone, created_at FROM users WHERE id = $1 FOR UPDATE;

-- name: save_account
-- $1 user, $2 name, $3 postal address, $4 zone
UPDATE users SET name = $2, postal_address = $3, timezone = $4 WHERE id = $1;

-- name: show_account
-- $1 user
SELECT id, email, name, role, postal_address, timezone, created_at FROM users WHERE id = $1;

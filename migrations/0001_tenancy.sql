-- Who is who, and the wall between them: two roles, one policy for every table that holds a person's data (SPEC 8).
-- roleferry_app sees the rows of the user its transaction was opened for; roleferry_system, used in few and named
-- places (the worker's claims, sweeps and roll-ups), sees all. Neither owns a table nor can bypass row-level security.
DO $$ BEGIN CREATE ROLE roleferry_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE roleferry_system NOLOGIN NOSUPERUSER NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN EXECUTE format('GRANT roleferry_app, roleferry_system TO %I', current_user);
EXCEPTION WHEN unique_violation OR sqlstate 'XX000' THEN NULL; END $$;
GRANT USAGE ON SCHEMA public TO roleferry_app, roleferry_system;

CREATE FUNCTION acting_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
COMMENT ON FUNCTION acting_user IS 'The user this transaction was opened for; NULL, which matches no row, when none.';

CREATE FUNCTION protect(tenant_table regclass, owner_column name DEFAULT 'user_id') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY own_rows ON %s TO roleferry_app USING (%I = acting_user()) WITH CHECK (%I = acting_user())',
                   tenant_table, owner_column, owner_column);
    EXECUTE format('CREATE POLICY system_rows ON %s TO roleferry_system USING (true) WITH CHECK (true)', tenant_table);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO roleferry_app, roleferry_system', tenant_table);
END $$;
COMMENT ON FUNCTION protect IS 'Force row-level security on a table; every table with a user_id goes through here.';

CREATE TABLE users (
    id             uuid NOT NULL CONSTRAINT pk_users PRIMARY KEY,
    email          text NOT NULL CONSTRAINT uq_users_email UNIQUE,
    name           text,
    role           text NOT NULL DEFAULT 'user' CONSTRAINT ck_users_role CHECK (role IN ('user', 'operator')),
    postal_address text,
    timezone       text NOT NULL DEFAULT 'UTC',
    created_at     timestamptz NOT NULL DEFAULT now()
);
SELECT protect('users', 'id');

-- What a person or the system did, append-only.
CREATE TABLE audit_log (
    user_id    uuid NOT NULL CONSTRAINT fk_audit_log_user REFERENCES users (id) ON DELETE CASCADE,
    id         uuid NOT NULL,
    actor      text NOT NULL,
    action     text NOT NULL,
    entity     text NOT NULL,
    entity_id  uuid,
    facts      jsonb NOT NULL DEFAULT '{}',
    request_id text,
    at         timestamptz NOT NULL,
    CONSTRAINT pk_audit_log PRIMARY KEY (user_id, id)
);
CREATE INDEX ix_audit_log_at ON audit_log (user_id, at DESC);
SELECT protect('audit_log');
REVOKE UPDATE, DELETE ON audit_log FROM roleferry_app, roleferry_system;

CREATE TABLE notices (
    user_id    uuid NOT NULL CONSTRAINT fk_notices_user REFERENCES users (id) ON DELETE CASCADE,
    id         uuid NOT NULL,
    code       text NOT NULL,
    level      text NOT NULL CONSTRAINT ck_notices_level CHECK (level IN ('info', 'warning', 'action')),
    message    text NOT NULL,
    facts      jsonb NOT NULL DEFAULT '{}',
    dedupe_key text,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_notices PRIMARY KEY (user_id, id),
    CONSTRAINT uq_notices_dedupe UNIQUE (user_id, dedupe_key)
);
SELECT protect('notices');

-- Background work: this row is the truth, the queue only carries its id.
CREATE TABLE tasks (
    user_id    uuid NOT NULL CONSTRAINT fk_tasks_user REFERENCES users (id) ON DELETE CASCADE,
    id         uuid NOT NULL,
    kind       text NOT NULL,
    status     text NOT NULL DEFAULT 'queued'
        CONSTRAINT ck_tasks_status CHECK (status IN ('queued', 'running', 'done', 'failed')),
    payload    jsonb NOT NULL DEFAULT '{}',
    done       integer NOT NULL DEFAULT 0,
    total      integer,
    result     jsonb,
    error      jsonb,
    attempts   integer NOT NULL DEFAULT 0,
    lease_until timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    ended_at   timestamptz,
    CONSTRAINT pk_tasks PRIMARY KEY (user_id, id)
);
CREATE INDEX ix_tasks_open ON tasks (created_at) WHERE status IN ('queued', 'running');
SELECT protect('tasks');

-- Answers kept for 24 h, so that a repeated POST gets the first one's answer (SPEC 11).
CREATE TABLE idempotency_keys (
    user_id     uuid NOT NULL CONSTRAINT fk_idempotency_keys_user REFERENCES users (id) ON DELETE CASCADE,
    key         text NOT NULL,
    fingerprint bytea NOT NULL,
    status      integer,
    headers     jsonb,
    body        bytea,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_idempotency_keys PRIMARY KEY (user_id, key)
);
SELECT protect('idempotency_keys');

-- Not a person's data: the service's own state.
CREATE TABLE service_state (
    key        text NOT NULL CONSTRAINT pk_service_state PRIMARY KEY,
    value      jsonb NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE service_state IS 'kill_switch, hold after a restore, the test clock''s offset: read by every process.';
CREATE TABLE worker_heartbeats (
    worker  text NOT NULL CONSTRAINT pk_worker_heartbeats PRIMARY KEY,
    beat_at timestamptz NOT NULL DEFAULT now(),
    facts   jsonb NOT NULL DEFAULT '{}'
);
CREATE TABLE nightly_runs (
    name   text NOT NULL,
    day    date NOT NULL,
    ran_at timestamptz NOT NULL DEFAULT now(),
    facts  jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT pk_nightly_runs PRIMARY KEY (name, day)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON service_state, worker_heartbeats, nightly_runs TO roleferry_app, roleferry_system;

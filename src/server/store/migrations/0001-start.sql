-- Everything of a municipality starts with its id: the schema shards and partitions by that column, and the policies below read it.
-- Bodies are kept as the JSON text that was decided on: nothing here looks inside, and text reads fastest.

CREATE TABLE municipalities (
  municipality text COLLATE "C" NOT NULL PRIMARY KEY,
  name text NOT NULL,
  -- Renewed after a restore from a backup: devices then push again what they still hold.
  epoch uuid NOT NULL,
  escrow_key_id text NOT NULL,
  escrow_public_key text NOT NULL,
  -- Sealed under the server's key file: a copy of the database opens nothing.
  escrow_private_key_sealed text NOT NULL,
  created_at timestamptz NOT NULL
);

-- The one row that every writer of a municipality takes last and shortly: its lock makes order of commit = order of version.
CREATE TABLE heads (
  municipality text COLLATE "C" NOT NULL PRIMARY KEY REFERENCES municipalities,
  version bigint NOT NULL DEFAULT 0,
  audit_seq bigint NOT NULL DEFAULT 0,
  audit_hash text COLLATE "C" NOT NULL
) WITH (fillfactor = 40);

CREATE TABLE accounts (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  id uuid NOT NULL,
  username text COLLATE "C" NOT NULL,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('outreach', 'volunteer', 'coordinator', 'monitor', 'admin')),
  secret_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, username)
);

CREATE TABLE enrolment_codes (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  code_hash text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  uses_left int NOT NULL CHECK (uses_left >= 0),
  PRIMARY KEY (municipality, code_hash)
);

CREATE TABLE devices (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  id uuid NOT NULL,
  label text NOT NULL,
  token_hash text COLLATE "C" NOT NULL,
  enrolled_at timestamptz NOT NULL,
  last_seen_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, token_hash)
);

CREATE TABLE sessions (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  token_hash text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  account uuid NOT NULL,
  device uuid NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (municipality, token_hash),
  FOREIGN KEY (municipality, account) REFERENCES accounts,
  FOREIGN KEY (municipality, device) REFERENCES devices
);
CREATE INDEX sessions_by_account ON sessions (municipality, account);

-- Who tries too often waits; nobody is locked out for good. Subjects are keyed hashes of account names and addresses.
CREATE TABLE attempts (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  subject text COLLATE "C" NOT NULL,
  failures int NOT NULL,
  last_at timestamptz NOT NULL,
  blocked_until timestamptz NOT NULL,
  PRIMARY KEY (municipality, subject)
);

-- The three tables that grow have no foreign keys: each row's check would lock the municipality's row again.
CREATE TABLE records (
  municipality text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- The record this one is about, if any.
  subject uuid,
  version bigint NOT NULL CHECK (version > 0),
  body text NOT NULL,
  PRIMARY KEY (municipality, id)
);
CREATE UNIQUE INDEX records_by_version ON records (municipality, version);
CREATE INDEX records_by_subject ON records (municipality, subject) WHERE subject IS NOT NULL;

CREATE TABLE streams (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  stream uuid NOT NULL,
  account uuid NOT NULL,
  device uuid NOT NULL,
  mark bigint NOT NULL DEFAULT 0,
  count bigint NOT NULL DEFAULT 0,
  chain text COLLATE "C" NOT NULL,
  PRIMARY KEY (municipality, stream),
  FOREIGN KEY (municipality, account) REFERENCES accounts,
  FOREIGN KEY (municipality, device) REFERENCES devices
);

-- Everything ever pushed with its verdict: what a replay is answered from. A malformed change is kept too.
CREATE TABLE changes (
  municipality text COLLATE "C" NOT NULL,
  stream uuid NOT NULL,
  seq bigint NOT NULL,
  id uuid NOT NULL,
  -- False when the same change had come before through another stream.
  is_first boolean NOT NULL,
  hash text COLLATE "C" NOT NULL,
  -- The record it changed, if it did.
  record uuid,
  verdict text NOT NULL,
  body text NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (municipality, stream, seq)
);
CREATE UNIQUE INDEX changes_first ON changes (municipality, id) WHERE is_first;

-- Each row's hash covers the row and the hash before it; `heads` holds the last one.
CREATE TABLE audit (
  municipality text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  actor text COLLATE "C" NOT NULL,
  action text COLLATE "C" NOT NULL,
  detail text NOT NULL,
  hash text COLLATE "C" NOT NULL,
  PRIMARY KEY (municipality, seq)
);

-- The second wall: without a municipality set for the transaction nothing is seen or written, by the owner neither.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['municipalities', 'heads', 'accounts', 'enrolment_codes', 'devices', 'sessions', 'attempts',
                              'records', 'streams', 'changes', 'audit'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_municipality ON %I USING (municipality = current_setting(''taccuino.municipality'', true))', name);
  END LOOP;
END $$;

-- An audit row speaks of whoever acts in its transaction, and of nobody else.
CREATE POLICY own_actor ON audit AS RESTRICTIVE FOR INSERT WITH CHECK (actor = current_setting('taccuino.actor', true));

-- What lets the server take work from a vault that nobody unlocks, and keep what it could not simply take.

-- A closed account: its sessions are told so, and what its vaults still bring is held for a coordinator.
ALTER TABLE accounts ADD COLUMN disabled_at timestamptz;
-- When a device said that it had cleared itself.
ALTER TABLE devices ADD COLUMN wiped_at timestamptz;
-- Last number of the stream that lies in a finished backup too; null while there has never been one.
ALTER TABLE streams ADD COLUMN backed_up_mark bigint CHECK (backed_up_mark >= 0);

-- Whose each vault is, and its data key sealed to the municipality's escrow key. First come: a vault never changes its owner.
CREATE TABLE vaults (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  vault uuid NOT NULL,
  account uuid NOT NULL,
  device uuid NOT NULL,
  slot_key_id text COLLATE "C" NOT NULL,
  slot_enc text NOT NULL,
  slot_sealed text NOT NULL,
  registered_at timestamptz NOT NULL,
  PRIMARY KEY (municipality, vault),
  FOREIGN KEY (municipality, account) REFERENCES accounts,
  FOREIGN KEY (municipality, device) REFERENCES devices
);

-- What was refused, with its reason, and what is held until a coordinator says yes: a held change stands nowhere else on the server.
-- Closed rows stay.
CREATE TABLE attention (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  change uuid NOT NULL,
  account uuid NOT NULL,
  device uuid NOT NULL,
  why text NOT NULL CHECK (why IN ('refused', 'held')),
  refusal text CHECK ((why = 'refused') = (refusal IS NOT NULL)),
  -- The record that the change is about; null when the change could not be read.
  record uuid,
  hash text COLLATE "C" NOT NULL,
  body text NOT NULL,
  received_at timestamptz NOT NULL,
  sent_back_at timestamptz,
  taken_at timestamptz,
  note text,
  closed_at timestamptz,
  closed_how text CHECK (closed_how IN ('decided', 'author', 'applied', 'mended', 'dismiss')),
  CHECK ((closed_at IS NULL) = (closed_how IS NULL)),
  PRIMARY KEY (municipality, change),
  FOREIGN KEY (municipality, account) REFERENCES accounts,
  FOREIGN KEY (municipality, device) REFERENCES devices
);
CREATE INDEX attention_open ON attention (municipality, account) WHERE closed_at IS NULL;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['vaults', 'attention'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_municipality ON %I USING (municipality = current_setting(''taccuino.municipality'', true))', name);
  END LOOP;
END $$;

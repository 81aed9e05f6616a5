-- Phones that count at one event, let in by its code: no account of a person, no password.

-- The code of an event. It is not in here: the server makes it again from the id with its own key, and finds it by its hash.
CREATE TABLE invitations (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  id uuid NOT NULL,
  event uuid NOT NULL,
  code_hash text COLLATE "C" NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  -- Ended by hand; without, it ends with the event.
  ended_at timestamptz,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, code_hash)
);
CREATE UNIQUE INDEX invitations_open ON invitations (municipality, event) WHERE ended_at IS NULL;

-- Streams, sessions and refused changes belong to an account, a guest's too; nobody signs in with it.
ALTER TABLE accounts DROP CONSTRAINT accounts_role_check;
ALTER TABLE accounts ADD CONSTRAINT accounts_role_check
  CHECK (role IN ('outreach', 'volunteer', 'coordinator', 'monitor', 'admin', 'guest'));

CREATE TABLE guests (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  account uuid NOT NULL,
  device uuid NOT NULL,
  invitation uuid NOT NULL,
  let_in_at timestamptz NOT NULL,
  PRIMARY KEY (municipality, account),
  FOREIGN KEY (municipality, account) REFERENCES accounts,
  FOREIGN KEY (municipality, device) REFERENCES devices,
  FOREIGN KEY (municipality, invitation) REFERENCES invitations
);
CREATE UNIQUE INDEX guests_by_device ON guests (municipality, device);
CREATE INDEX guests_by_invitation ON guests (municipality, invitation);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['invitations', 'guests'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_municipality ON %I USING (municipality = current_setting(''taccuino.municipality'', true))', name);
  END LOOP;
END $$;

-- The application makes guests' accounts and no others: those of people are made on the machine.
CREATE POLICY guests_only ON accounts AS RESTRICTIVE FOR INSERT
  WITH CHECK (role = 'guest' OR current_setting('taccuino.actor', true) = 'operator');

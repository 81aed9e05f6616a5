-- Who had a file's bytes. An attachment gives the file only if its author brought the bytes or could read them already: knowing a hash is
-- not having the file. So each person's upload lies apart until it is whole, and tells nobody that the file was here before.
CREATE TABLE file_holders (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  sha256 text COLLATE "C" NOT NULL,
  account uuid NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (municipality, sha256, account),
  FOREIGN KEY (municipality, sha256) REFERENCES files ON DELETE CASCADE
);

CREATE TABLE file_uploads (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  account uuid NOT NULL,
  sha256 text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes int NOT NULL CHECK (bytes BETWEEN 1 AND 20971520),
  -- When a piece last came.
  touched_at timestamptz NOT NULL,
  PRIMARY KEY (municipality, account, sha256)
);

CREATE TABLE upload_pieces (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  account uuid NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  place int NOT NULL CHECK (place >= 0),
  data bytea NOT NULL,
  PRIMARY KEY (municipality, account, sha256, place),
  FOREIGN KEY (municipality, account, sha256) REFERENCES file_uploads ON DELETE CASCADE
);
ALTER TABLE upload_pieces ALTER COLUMN data SET STORAGE EXTERNAL;

DROP INDEX records_by_file;
CREATE INDEX records_by_file ON records (municipality, (body::jsonb #>> '{fields,sha256}')) WHERE kind IN ('attachment', 'practice-file');

-- Photos and documents of a practice come to the shelf as records of their own, each after a look of a coordinator.
ALTER TABLE shelf DROP CONSTRAINT shelf_kind_check;
ALTER TABLE shelf ADD CONSTRAINT shelf_kind_check CHECK (kind IN ('practice', 'practice-reply', 'practice-file'));
-- The file of a card, and whose it has to be.
ALTER TABLE shelf ADD COLUMN file text COLLATE "C", ADD COLUMN file_author uuid;
CREATE INDEX shelf_by_file ON shelf (file) WHERE file IS NOT NULL;

-- Whoever attached a file that is here is taken to have had it; what is half here comes again.
ALTER TABLE records NO FORCE ROW LEVEL SECURITY;
ALTER TABLE files NO FORCE ROW LEVEL SECURITY;
DELETE FROM files WHERE whole_at IS NULL;
INSERT INTO file_holders (municipality, sha256, account, since)
SELECT DISTINCT f.municipality, f.sha256, (a.body::jsonb #>> '{createdBy,id}')::uuid, f.whole_at
FROM files f JOIN records a ON a.municipality = f.municipality AND a.kind = 'attachment' AND a.body::jsonb #>> '{fields,sha256}' = f.sha256;
ALTER TABLE records FORCE ROW LEVEL SECURITY;
ALTER TABLE files FORCE ROW LEVEL SECURITY;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['file_holders', 'file_uploads', 'upload_pieces'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_municipality ON %I USING (municipality = current_setting(''taccuino.municipality'', true))', name);
  END LOOP;
END $$;

-- Where the shelf is open, a file is there for every city while both its own card and the practice that it hangs on are.
CREATE POLICY network_shelf ON file_holders FOR SELECT USING (
  current_setting('taccuino.shelf', true) = 'open' AND EXISTS (
    SELECT FROM shelf f JOIN shelf p ON p.municipality = f.municipality AND p.id = f.subject AND p.kind = 'practice'
    WHERE f.municipality = file_holders.municipality AND f.file = file_holders.sha256 AND f.file_author = file_holders.account
      AND NOT f.removed AND NOT p.removed));
CREATE POLICY network_shelf ON file_pieces FOR SELECT USING (
  current_setting('taccuino.shelf', true) = 'open' AND EXISTS (
    SELECT FROM file_holders h WHERE h.municipality = file_pieces.municipality AND h.sha256 = file_pieces.sha256));

-- The bytes of attachments, by their hash: the same file on two records is here once. Which records name it, and who may read it, the
-- records say.

CREATE TABLE files (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  sha256 text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes int NOT NULL CHECK (bytes BETWEEN 1 AND 20971520),
  -- When a piece last came.
  touched_at timestamptz NOT NULL,
  -- Since when all pieces are here and make the hash; null before.
  whole_at timestamptz,
  PRIMARY KEY (municipality, sha256)
);

CREATE TABLE file_pieces (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  sha256 text COLLATE "C" NOT NULL,
  place int NOT NULL CHECK (place >= 0),
  data bytea NOT NULL,
  PRIMARY KEY (municipality, sha256, place),
  FOREIGN KEY (municipality, sha256) REFERENCES files ON DELETE CASCADE
);
-- Photos and PDFs do not get smaller by being compressed once more.
ALTER TABLE file_pieces ALTER COLUMN data SET STORAGE EXTERNAL;

-- Which attachments name a file, without the push having to know of files.
CREATE INDEX records_by_file ON records (municipality, (body::jsonb #>> '{fields,sha256}')) WHERE kind = 'attachment';

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['files', 'file_pieces'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_municipality ON %I USING (municipality = current_setting(''taccuino.municipality'', true))', name);
  END LOOP;
END $$;

-- What a coordinator validated lies on a shelf of its own, as it was then: a correction at home changes nothing there until it is validated
-- too. Other cities read this table and no longer any row of records.
DROP POLICY network_shelf ON records;
DROP INDEX records_shared;

CREATE TABLE shelf (
  municipality text COLLATE "C" NOT NULL REFERENCES municipalities,
  id uuid NOT NULL,
  -- SHARED_KINDS in the domain names the same ones.
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('practice', 'practice-reply')),
  subject uuid,
  -- Of the municipality's counter, when it was put here or taken away.
  version bigint NOT NULL,
  -- Taken away: what is left tells devices to let it go.
  removed boolean NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (municipality, id)
);
CREATE UNIQUE INDEX shelf_by_version ON shelf (municipality, version);

-- The owner too sees one municipality at a time; here it has to see what all of them share.
ALTER TABLE records NO FORCE ROW LEVEL SECURITY;
INSERT INTO shelf (municipality, id, kind, version, removed, body)
SELECT municipality, id, kind, version, NOT is_published,
  -- Bare, as the domain makes it; the names of who works there are replaced once more on the way out.
  ((r.record - 'mergedInto') || jsonb_build_object(
    'comments', '[]'::jsonb, 'conflicts', '[]'::jsonb, 'review', jsonb_build_object('state', r.record #>> '{review,state}'),
    'createdBy', jsonb_build_object('id', id, 'name', municipality),
    'updatedBy', jsonb_build_object('id', id, 'name', municipality))
    || CASE WHEN is_published THEN '{}'::jsonb ELSE '{"removed": true, "fields": {}, "fieldVersions": {}}'::jsonb END)::text
FROM (
  SELECT municipality, id, kind, version, body::jsonb AS record,
    body::jsonb #>> '{review,state}' IN ('validated', 'locked') AND NOT (body::jsonb ->> 'removed')::boolean
      AND NOT body::jsonb ? 'mergedInto' AS is_published
  FROM records WHERE kind IN ('practice', 'practice-reply') AND body::jsonb -> 'review' ? 'by') r;
ALTER TABLE records FORCE ROW LEVEL SECURITY;

ALTER TABLE shelf ENABLE ROW LEVEL SECURITY;
ALTER TABLE shelf FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON shelf USING (municipality = current_setting('taccuino.municipality', true));
-- A transaction that opens the shelf reads every city's cards beside its own; for reading only, so it writes nothing there.
CREATE POLICY network_shelf ON shelf FOR SELECT USING (current_setting('taccuino.shelf', true) = 'open');

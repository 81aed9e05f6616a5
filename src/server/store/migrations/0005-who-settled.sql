-- A device asks what became of its refused changes: who settled one is said to its author, and what the author let go is told from what
-- they mended.
ALTER TABLE attention ADD COLUMN closed_by uuid;
ALTER TABLE attention DROP CONSTRAINT attention_closed_how_check;
ALTER TABLE attention ADD CONSTRAINT attention_closed_how_check
  CHECK (closed_how IN ('decided', 'author', 'discarded', 'applied', 'mended', 'dismiss'));
ALTER TABLE attention ADD FOREIGN KEY (municipality, closed_by) REFERENCES accounts;

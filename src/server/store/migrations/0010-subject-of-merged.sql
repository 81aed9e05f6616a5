-- What was merged away is about what it was merged into (subject-of-record.ts), so that whoever works on the survivor finds it. Records that
-- were merged before this was stored, and written to by nobody since, get it now. The owner need not be a superuser, and row-level security
-- is forced on owners too: off for the length of this transaction.
ALTER TABLE records NO FORCE ROW LEVEL SECURITY;
UPDATE records SET subject = (body::jsonb ->> 'mergedInto')::uuid
  WHERE kind = 'beneficiary' AND subject IS NULL AND body LIKE '%"mergedInto"%' AND body::jsonb ->> 'mergedInto' IS NOT NULL;
ALTER TABLE records FORCE ROW LEVEL SECURITY;

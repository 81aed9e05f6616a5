-- What cities share with each other. A transaction that opens the shelf reads rows of these kinds of every city, beside its own rows;
-- it writes nothing there, because this is a policy for reading only. SHARED_KINDS in the domain names the same kinds.
CREATE POLICY network_shelf ON records FOR SELECT
  USING (kind IN ('practice', 'practice-reply') AND current_setting('taccuino.shelf', true) = 'open');

CREATE INDEX records_shared ON records (municipality, version) WHERE kind IN ('practice', 'practice-reply');

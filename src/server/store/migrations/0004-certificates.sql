-- A certificate is looked for by its code, by anybody: the few rows of that kind stand apart from all others.
CREATE INDEX records_certificates ON records (municipality) WHERE kind = 'certificate';

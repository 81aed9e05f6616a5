// The caseload of the bench: pushed as a device pushes it, and read back as the JSON that the floor fetches.

import { gunzipSync } from 'node:zlib';
import { PullResponse } from '../../src/protocol/pull.ts';
import { PUSH_CHANGES_MAX } from '../../src/protocol/push.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { changesToPushes, connectClient } from './bench-client.ts';
import { createPeople } from './bench-data.ts';

const SEED = 2026;

/** Gives the JSON array of all records as the server holds them. */
export async function fillCity(url: string, code: string, records: number): Promise<string> {
  const client = await connectClient(url, code);
  const [stream] = createPeople(SEED + 1, 1);
  const bodies = await changesToPushes(stream?.id ?? '', createPeople(SEED, records), PUSH_CHANGES_MAX);
  for (const body of bodies) await client.post('/push', body);
  const all: unknown[] = [];
  let cursor: string | undefined;
  for (let remaining = 1; remaining > 0; ) {
    const after: string = cursor === undefined ? '' : `&cursor=${cursor}`;
    const bytes = await client.get(`/pull?protocol=${PROTOCOL_VERSION}${after}`);
    const page = PullResponse.parse(JSON.parse(unzipped(bytes).toString('utf8')));
    all.push(...page.records);
    ({ cursor, remaining } = page);
  }
  return JSON.stringify(all);
}

/** A short answer comes as it is. */
const unzipped = (bytes: Buffer): Buffer => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);

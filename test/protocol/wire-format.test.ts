import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import { Change } from '../../src/domain/change.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { CHAIN_START, extendChain, hashChange } from '../../src/protocol/change-hash.ts';
import { LIVE_EVENT_ADVANCED } from '../../src/protocol/live.ts';
import { findProblemType, PROBLEM_TYPES, Problem } from '../../src/protocol/problem.ts';
import { PushRequest, PushResponse } from '../../src/protocol/push.ts';
import { API_BASE, PROTOCOL_VERSION, PROTOCOL_VERSIONS_SERVED } from '../../src/protocol/version.ts';
import { WIRE_MESSAGES, type WireMessage } from './wire-messages.ts';

/**
 * Law 8 in small: the wire format is what it was, or it has a new version. The hashes are over the messages' JSON Schema, as they are
 * read and as they come out; a refinement in code is not in them, which is why messages of each version are stored as well.
 */
const HASHES: Readonly<Record<number, Readonly<Record<WireMessage, string>>>> = {
  1: {
    Change: '565a072b852973c897a43cd29a88a20c661f3b5acbc69efa7daed0b46e3664e7',
    DevicesResponse: '4e624d577d8ce94e9739e24b1f9d84287b237f26a960868dcad0efd41edba635',
    EnrolRequest: '30971602a4843934bb7e45d6d18c27dfeb2714022f59e3021830d519ec990a71',
    EnrolResponse: 'ff2542abaf209806eea2bc81d355e594442258cc8724cce03ea44e9c77ea3d5c',
    Problem: '4b4aebf6afc376d962f288082fdd63e679e6f97aa585be486320a8fc3cc87400',
    PullQuery: '2926dbbb8de8390143320694146d9aebc0b45e49d9362abbeb41b0b924d75221',
    PullResponse: '9c0bb37c4b4702e9254838e61bbef6a3f6de6f572001d5432ec4880324355217',
    PushRequest: 'fc5b84e4e787e26cefcef9a89da6b78e7322c263300624ab06d8fce711a29fe2',
    PushResponse: '4611c9a40f7360b10440974c86dc0372c2044d0ffba9a4fa50c35559db40b25e',
    ReceiptQuery: 'aaffa5b29c879a1e32a1d8b50c8fb1684d96f0b9f5c03409afef6deefe9ff130',
    ReceiptResponse: '252fdd5cb5c001dc63feb6dc53402b1dc1a3408abec9efbc55f4772a465b6a1d',
    SessionRequest: '44bcb7dd1bb374c9ea98fd0f0b80dc701e82b7ddcabfca243f6cf77bdfc7ab68',
    SessionResponse: '21f376ca07d18c9ee95a3f188d1a1ee1acb6ed504699cb63595d62c072593720',
  },
};

const WHAT_TO_DO = `The wire format changed.
A tablet in a drawer still speaks the old one, and its queue has to get through:
 1. raise PROTOCOL_VERSION in src/protocol/version.ts, with a line of history, and add it to PROTOCOL_VERSIONS_SERVED;
 2. keep the old number served, and the schemas that read and write it (the answer to an old device must fit the old schema:
    a new refusal or verdict is an answer that it cannot read);
 3. pin the new hashes here under the new version, leave the old ones, and store test/protocol/version-<n>.json.
Only where nothing has been released under this version, or where an update of zod spells the same schema in another way, pin anew.`;

const hashOf = (schema: z.ZodType): string => {
  const spell = (io: 'input' | 'output') => z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return createHash('sha256')
    .update(canonicalJson([spell('input'), spell('output')]))
    .digest('hex');
};

const Stored = z.record(z.string(), z.array(z.unknown()));
const readStored = (version: number) =>
  Stored.parse(JSON.parse(readFileSync(join(import.meta.dirname, `version-${version}.json`), 'utf8')));

test('every message has the schema that its version was released with', () => {
  const hashes = Object.fromEntries(Object.entries(WIRE_MESSAGES).map(([name, schema]) => [name, hashOf(schema)]));
  expect(hashes, WHAT_TO_DO).toEqual(HASHES[PROTOCOL_VERSION]);
});

test('the hash sees a field, a limit and an allowed value', () => {
  const schema = z.strictObject({ name: z.string().max(9), state: z.enum(['a', 'b']) });
  const others = [
    schema.extend({ more: z.string().optional() }),
    schema.extend({ name: z.string().max(8) }),
    schema.extend({ state: z.enum(['a', 'b', 'c']) }),
    schema.extend({ name: z.string().max(9).optional() }),
  ];
  expect(new Set([schema, ...others].map(hashOf)).size).toBe(others.length + 1);
});

test('addresses and events are called as the devices out there call them', () => {
  expect([API_BASE, LIVE_EVENT_ADVANCED, CHAIN_START], WHAT_TO_DO).toEqual(['/api/v1', 'advanced', '0'.repeat(64)]);
});

test('this version is served, and every served one is pinned and stored', () => {
  expect(PROTOCOL_VERSIONS_SERVED).toContain(PROTOCOL_VERSION);
  for (const version of PROTOCOL_VERSIONS_SERVED) expect(HASHES[version], `version ${version}`).toBeDefined();
  const files = readdirSync(import.meta.dirname).filter((name) => /^version-\d+\.json$/.test(name));
  expect(files.sort()).toEqual(PROTOCOL_VERSIONS_SERVED.map((version) => `version-${version}.json`).sort());
});

describe.each(PROTOCOL_VERSIONS_SERVED)('version %i', (version) => {
  const stored = readStored(version);

  test('has a stored example of every message', () => {
    expect(Object.keys(stored).sort()).toEqual(Object.keys(WIRE_MESSAGES).sort());
  });

  test.each(Object.entries(WIRE_MESSAGES))('%s is read as it was written', (name, schema) => {
    const examples = stored[name] ?? [];
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const read = schema.safeParse(example);
      expect(read.error?.issues, `${WHAT_TO_DO}\n\nNot read: ${JSON.stringify(example)}`).toBeUndefined();
      // A query is text on the wire; every other message comes out as it went in, with nothing dropped on the way.
      if (!name.endsWith('Query')) expect(read.data).toEqual(example);
    }
  });

  test('the hash of a stored change and the chain over them are what a device computes today', async () => {
    let chain = CHAIN_START;
    for (const { change, hash } of PushRequest.array()
      .parse(stored.PushRequest)
      .flatMap(({ changes }) => changes)) {
      expect(await hashChange(change)).toBe(hash);
      chain = await extendChain(chain, hash);
    }
    expect(stored.ReceiptResponse).toEqual([expect.objectContaining({ chain })]);
  });
});

test('the examples of this version leave out no change, verdict, refusal or problem', () => {
  const stored = readStored(PROTOCOL_VERSION);
  const responses = PushResponse.array().parse(stored.PushResponse);
  const verdicts = responses.flatMap((response) => response.verdicts);
  const changes = Change.array().parse(stored.Change);
  const problems = Problem.array().parse(stored.Problem);
  expect(sorted(changes.map(({ type }) => type))).toEqual(sorted(Change.options.map(({ shape }) => shape.type.value)));
  expect(sorted(verdicts.map(({ verdict }) => verdict))).toEqual(['accepted', 'conflict', 'merged', 'refused']);
  expect(sorted(verdicts.flatMap((verdict) => ('refusal' in verdict ? verdict.refusal.type : [])))).toEqual(
    sorted(Refusal.options.map(({ shape }) => shape.type.value)),
  );
  // A problem of another type is taken for "later" by every device, so one more needs no new version; one less does.
  expect(sorted(problems.flatMap((problem) => findProblemType(problem) ?? []))).toEqual(sorted(PROBLEM_TYPES));
});

const sorted = (found: readonly string[]): string[] => [...new Set(found)].sort();

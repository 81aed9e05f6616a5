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
const HASHES: Readonly<Record<number, Readonly<Partial<Record<WireMessage, string>>>>> = {
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
  2: {
    AccountsResponse: 'b715fa4ee48e29b7d6c8e383b0935f5e241278a249e28dad9a3565e1b204328c',
    AttentionResponse: 'da1486eaa2dfea4b99af00bef06f5c36482c0cdc1d352d6b84ee3b8b5aac63df',
    Change: '565a072b852973c897a43cd29a88a20c661f3b5acbc69efa7daed0b46e3664e7',
    DevicesResponse: '4e624d577d8ce94e9739e24b1f9d84287b237f26a960868dcad0efd41edba635',
    EnrolRequest: 'b3c39e11ea11130ab282e95bf75c44c5f4d590c7f902e8f4d60241158bf17a94',
    EnrolResponse: 'ff2542abaf209806eea2bc81d355e594442258cc8724cce03ea44e9c77ea3d5c',
    FileState: 'b4611ca1096739cb42e00958dca2bc94c94f2c7cfd0050b6904226ffea91114f',
    MailboxRequest: 'd2a8285fb3a8f3c16a206e815a908c731a9cda305609f0e1c92b8b52aca39069',
    MailboxResponse: 'ae0970bfea4d89685f43768adef04147c83da0f5eff353c5550493799dfa17bf',
    PasswordRequest: 'a7f246df8d1b1aa95fb0529a5e481767a64eb275b8ffce138a85616fb4eee375',
    Problem: '4b4aebf6afc376d962f288082fdd63e679e6f97aa585be486320a8fc3cc87400',
    PullQuery: '2926dbbb8de8390143320694146d9aebc0b45e49d9362abbeb41b0b924d75221',
    PullResponse: '9c0bb37c4b4702e9254838e61bbef6a3f6de6f572001d5432ec4880324355217',
    PushRequest: '1ff4eff7b5f871cb5aac3878468e3a4d890a2547a14fa13db19b2f2d00df24b0',
    PushResponse: '4611c9a40f7360b10440974c86dc0372c2044d0ffba9a4fa50c35559db40b25e',
    ReceiptQuery: 'aaffa5b29c879a1e32a1d8b50c8fb1684d96f0b9f5c03409afef6deefe9ff130',
    ReceiptResponse: 'f9721687c22cf30c75c4afd3d7a4f2a078bc33d95e2acb4e59942ef29ec266a5',
    RecoverRequest: '313352e0ba77d46441d8fe2be4308866658d558fe59391c257abc30d0a534a37',
    RecoverResponse: '3fccb89778ff77a826d5e797c1ef2436c36a3d7ef422a1245bba38f31e07a49b',
    RescueRequest: '290fc96d6c7cf3c924de11fd4d81d0c159a5d388f6d397d8d76889e4e545a5d9',
    RescueResponse: '5b47f6cd832664629a94de2faf9e62d57be858d1992c0697bbe092f24c1aff1f',
    ResetRequest: 'ffed73c5608ac8eae0dcc9eaedc1db049689072709157fc2192caeaf307b990c',
    ReturnedResponse: '99a6ed3c971d7034ed549177c036860c56f89a1054914adaba46ddd6cbbb67fe',
    ReturnedTaken: 'df15a9df8eebd605f16b5fa2be5e02a4a03bebad55cd615b9747151671d01e89',
    SessionRequest: 'a10a38a8741cf39ff58f0bff1e2398361d4be9c86a5eb6e695d99cac6d62ceef',
    SessionResponse: '21f376ca07d18c9ee95a3f188d1a1ee1acb6ed504699cb63595d62c072593720',
    SettleRequest: '67b096cc835c555b8b02fcc7f01fb4f66de86842024e7a0b7c7935ea2ef14ef7',
    SettleResponse: '3b8e698e275d9fb060538eb7d74eb43c169dc36be2a095dff98be004925d7f3c',
    VaultRegistration: '58a18f8c321ebfb04d15ec9876edabdb73f69fede3827de854e43a62e23cd8e9',
  },
  3: {
    GuestRequest: 'b263609eb489831ddd612ba8d9597d4b0601db53b759ccc1dffee3cda1ca6f2d',
    GuestResponse: '960667b24574d690cbed1d5b9b8c2fc98ea37ad395eda44991474d91a0a467cf',
    GuestStandingResponse: '9a7875b45395b019da94bb86c3da4c1c70c3302b61998853c71793c9e3717f53',
    InvitationResponse: 'c7841744b4715d71a8c3fd1d5a59fddeca27e0d17c3daa255f4e3080b9008113',
    AccountsResponse: 'b715fa4ee48e29b7d6c8e383b0935f5e241278a249e28dad9a3565e1b204328c',
    AttentionResponse: 'da1486eaa2dfea4b99af00bef06f5c36482c0cdc1d352d6b84ee3b8b5aac63df',
    Change: '565a072b852973c897a43cd29a88a20c661f3b5acbc69efa7daed0b46e3664e7',
    DevicesResponse: '4e624d577d8ce94e9739e24b1f9d84287b237f26a960868dcad0efd41edba635',
    EnrolRequest: 'd4d74b5e3c0b1a119dedaebf1daef21dc26617bb2dcb04d498288137408fb87c',
    EnrolResponse: 'ff2542abaf209806eea2bc81d355e594442258cc8724cce03ea44e9c77ea3d5c',
    EpochResponse: 'b1eebd6ad5e36e0d27a5303925de276281f9f1684c1ba2ba2952fe7e1864d7aa',
    FileState: 'b4611ca1096739cb42e00958dca2bc94c94f2c7cfd0050b6904226ffea91114f',
    MailboxRequest: 'ce5feb63e4c0aa28957d4c6884442a07f105f563b8a07025e4e90ff708bb1d0d',
    MailboxResponse: 'ae0970bfea4d89685f43768adef04147c83da0f5eff353c5550493799dfa17bf',
    MailedPiece: '7c619f4927e2f74b551e5a4397941193e1e3035c7c841356f602dbbdf332dd5d',
    PasswordRequest: '4ce9c437ad88a1dec0bb9a91fb47b47dd8b9e5df5776d79b9f61253e02eb8438',
    Problem: '4b4aebf6afc376d962f288082fdd63e679e6f97aa585be486320a8fc3cc87400',
    PullQuery: '2926dbbb8de8390143320694146d9aebc0b45e49d9362abbeb41b0b924d75221',
    PullResponse: '9c0bb37c4b4702e9254838e61bbef6a3f6de6f572001d5432ec4880324355217',
    PushRequest: '1d8a2d97da2992c42214013fd33dab88c767f0eb8f9f15b60608227433e02e6c',
    PushResponse: '4611c9a40f7360b10440974c86dc0372c2044d0ffba9a4fa50c35559db40b25e',
    ReceiptQuery: 'aaffa5b29c879a1e32a1d8b50c8fb1684d96f0b9f5c03409afef6deefe9ff130',
    ReceiptResponse: 'f9721687c22cf30c75c4afd3d7a4f2a078bc33d95e2acb4e59942ef29ec266a5',
    RecoverRequest: '88c694b0b879237607657329b6979a7d2d8ee00eb5dc4d7d078c154c4608417b',
    RecoverResponse: '3fccb89778ff77a826d5e797c1ef2436c36a3d7ef422a1245bba38f31e07a49b',
    RescueRequest: '7505c40bbf4e86a9cfb860edabc8d0d676cea39926f70990cd53091ab5764452',
    RescueResponse: '5b47f6cd832664629a94de2faf9e62d57be858d1992c0697bbe092f24c1aff1f',
    ResetRequest: '7cd802a8546c9efd8bdb82048763282db9062491fcfbdab051bc1a478d4101bd',
    ReturnedResponse: '99a6ed3c971d7034ed549177c036860c56f89a1054914adaba46ddd6cbbb67fe',
    ReturnedTaken: '5b5f686c5ab758a5f086889f7bba2e4ab8a1c0b09ff1d20b2ad7ab6926ed94bf',
    SessionRequest: 'a400ecc25317b145d1b244fa7e49d3576ca1c73848012c4af0595b9f8d9e7520',
    SessionResponse: '21f376ca07d18c9ee95a3f188d1a1ee1acb6ed504699cb63595d62c072593720',
    SettleRequest: '6c29ad53d159fa500a1d0af34a30e01166d93a5af68ee4645ace4121dd3179ff',
    SettleResponse: '3b8e698e275d9fb060538eb7d74eb43c169dc36be2a095dff98be004925d7f3c',
    StandingRequest: '5b5f686c5ab758a5f086889f7bba2e4ab8a1c0b09ff1d20b2ad7ab6926ed94bf',
    StandingResponse: '0f7750fa45a342301c7baeadef265c2345bfa360fa19e4529aef00ae03e5548f',
    VaultRegistration: '79108698eae2c2c0e3ecb3bb2f6c9ad78442acbde302eb8da63a0c22fbc35d24',
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
    expect(Object.keys(stored).sort()).toEqual(Object.keys(HASHES[version] ?? {}).sort());
  });

  test.each(Object.keys(stored) as WireMessage[])('%s is read as it was written', (name) => {
    const schema: z.ZodType = WIRE_MESSAGES[name];
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

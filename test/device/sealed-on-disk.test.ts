import { expect, test } from 'vitest';
import { textToBytes } from '../../src/vault/bytes.ts';
import { createWorkplace, must, PASSWORD } from './a-device.ts';
import { confirmedPerson, createPerson, createStandInServer } from './case-data.ts';
import { dumpDatabase } from './dump-database.ts';

const PLANTED = [
  'Quetzalcoatlo',
  'ΚαλλιόπηΜυστική',
  'SegretoDraft77',
  'token-Zx81-Session',
  'NotaRifiutata5',
  PASSWORD,
];

test('law 6: nothing that was planted is anywhere in the database', async () => {
  const place = await createWorkplace();
  const { vault, store, actor } = place;
  const [name = '', greek = '', draft = '', token = '', refused = ''] = PLANTED;
  must(await store.storePage([confirmedPerson(actor, 5, { nickname: name })], 'c1', { remaining: 0 }));
  must(await vault.saveChange(createPerson({ familyName: greek })));
  vault.drafts.save(`person:${draft}`, { note: draft });
  must(await vault.drafts.flush());
  must(await store.saveSessionToken(token));
  const bad = must(await vault.saveChange(createPerson({ nickname: 'Due', note: refused })));
  const server = createStandInServer(actor);
  await server.takeFrom(store, 500, (id) =>
    id === bad.recordId ? { type: 'NotPermitted', field: 'note' } : undefined,
  );
  must(await vault.saveChange(createPerson({ givenName: name })));
  await place.lock();

  const tables = await dumpDatabase(place.disk);
  expect(
    [...tables]
      .filter(([, rows]) => rows.length > 0)
      .map(([table]) => table)
      .sort(),
  ).toEqual(['device', 'drafts', 'kept', 'meta', 'outbox', 'segments', 'streams', 'vaults']);
  const haystack = [...tables.values()].flat().flatMap(bytesOf).join(' ');
  expect(haystack, 'the search itself finds what is there').toContain(hexOf(textToBytes('Sara Conti')));
  for (const needle of PLANTED.flatMap(spellings)) expect(haystack).not.toContain(needle);
});

/** Everything in a row as hex: strings as UTF-8, bytes as they are. */
function bytesOf(value: unknown): string[] {
  if (value instanceof Uint8Array) return [hexOf(value)];
  if (typeof value === 'string') return [hexOf(textToBytes(value))];
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([key, inner]) => [hexOf(textToBytes(key)), ...bytesOf(inner)]);
}

/** How a text could stand on a disk: UTF-8, UTF-16 in both orders, base64 at each of its three offsets, JSON escapes. */
function spellings(text: string): string[] {
  const utf16 = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const base64 = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), textToBytes(text)]).toString('base64');
    return hexOf(textToBytes(encoded.slice(4, -4)));
  });
  const escaped = hexOf(
    textToBytes([...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')),
  );
  return [hexOf(textToBytes(text)), hexOf(utf16), hexOf(swapped), escaped, ...base64];
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

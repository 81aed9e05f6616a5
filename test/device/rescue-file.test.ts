import { describe, expect, test } from 'vitest';
import { RescueFile } from '../../src/protocol/rescue.ts';
import { base64urlToBytes } from '../../src/vault/base64url.ts';
import { openJson } from '../../src/vault/seal.ts';
import { createWorkplace, must } from './a-device.ts';
import { createPerson } from './case-data.ts';
import { openDataKey } from './open-data-key.ts';

const person = (nickname: string) => createPerson({ nickname });

async function lockedTablet(nicknames: readonly string[]) {
  const place = await createWorkplace();
  must(await place.store.noteRegistered('key', undefined));
  for (const nickname of nicknames) must(await place.vault.saveChange(person(nickname)));
  await place.lock();
  return place;
}

describe('a rescue file', () => {
  test('has all that waits in order, in the shape of the protocol, and nothing of a person in clear', async () => {
    const place = await lockedTablet(['Zulaykhatou', 'Mamadou']);
    const made = must(await place.device.createRescueFile(place.vaultId));
    const file = RescueFile.parse(JSON.parse(JSON.stringify(made)));
    expect(file).toMatchObject({ deviceLabel: 'Unità mobile 2', vaultId: place.vaultId });
    expect(file.rows.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(JSON.stringify(made)).not.toMatch(/Zulaykhatou|Mamadou/);
    const key = await openDataKey(place);
    const [row] = file.rows;
    const context = { table: 'outbox', rowId: row?.changeId ?? '', schemaVersion: 1 };
    const opened = must(await openJson(key, context, base64urlToBytes(row?.sealed ?? '') ?? new Uint8Array()));
    expect(opened).toMatchObject({ change: { id: row?.changeId } });
  });

  test('counts as handed over: what is in it cannot be undone, what comes after it can', async () => {
    const place = await createWorkplace();
    must(await place.store.noteRegistered('key', undefined));
    const inside = must(await place.vault.saveChange(person('Prima')));
    must(await place.device.createRescueFile(place.vaultId));
    expect(await place.vault.undoChange(inside.id)).toBe(false);
    const after = must(await place.vault.saveChange(person('Dopo')));
    expect(await place.vault.undoChange(after.id)).toBe(true);
    expect(place.vault.waitingCount.value).toBe(1);
  });

  test('is not made where nothing waits, nor for a vault that nobody else could open', async () => {
    const empty = await lockedTablet([]);
    expect(await empty.device.createRescueFile(empty.vaultId)).toMatchObject({ error: { type: 'NothingWaits' } });
    const unknown = await createWorkplace();
    must(await unknown.vault.saveChange(person('Momo')));
    expect(await unknown.device.createRescueFile(unknown.vaultId)).toMatchObject({
      error: { type: 'VaultUnregistered' },
    });
  });
});

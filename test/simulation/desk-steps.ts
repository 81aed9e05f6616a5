import { type RescueFile, RescueResponse } from '../../src/protocol/rescue.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { nothing, sendRequest } from '../../src/sync/http-client.ts';
import { rootToLoginSecret } from '../../src/vault/password-root.ts';
import type { World } from './create-world.ts';
import type { DeskStep } from './people-step-weights.ts';
import type { Random } from './random.ts';
import { type Tab, work } from './tab.ts';
import { httpOf } from './tab-ports.ts';

/** What needs no open vault, or another one than one's own: rescue files, passwords that were forgotten, and those that should open nothing. */
export function doDeskStep(world: World, step: DeskStep, random: Random): void {
  // A history that is replayed on PostgreSQL knows no vaults.
  if (world.server.isSerial) return;
  const tabs = world.devices.flatMap(({ tabs: open }) => [...open]).filter(({ device }) => device !== undefined);
  const tab = random.pick(tabs);
  if (tab === undefined) return;
  switch (step) {
    case 'save a rescue file':
      work(world, tab, step, () => saveFile(world, tab));
      return;
    case 'carry a rescue file in': {
      const file = random.pick(world.rescueFiles);
      if (file === undefined || tab.vault() === undefined) return;
      world.tally.count(step);
      work(world, tab, step, () => carryIn(world, tab, file));
      return;
    }
    case 'reset a password': {
      const desk = tabs.find(({ person, vault }) => person.actor.role === 'coordinator' && vault() !== undefined);
      const forgetful = random.pick(world.people.filter(({ actor }) => actor.role === 'outreach'));
      if (desk !== undefined && forgetful !== undefined)
        work(world, desk, step, () => resetPassword(world, desk, forgetful, random.bytes(32)));
      return;
    }
    case 'try a former password':
      work(world, tab, step, () => tryFormer(world, tab));
      return;
  }
}

/** As the lock screen does it: without a key. */
async function saveFile(world: World, tab: Tab): Promise<void> {
  await tab.device?.refreshVaults();
  const vault = tab.device?.vaults.peek().find(({ accountId }) => accountId === tab.person.actor.id);
  const made = vault && (await tab.device?.createRescueFile(vault.vaultId));
  if (made?.ok !== true || tab.process.isDead) return;
  world.tally.count('save a rescue file');
  world.note(`${tab.process.name} saves a rescue file of ${made.value.rows.length}`);
  world.rescueFiles.push(JSON.parse(JSON.stringify(made.value)) as RescueFile);
}

/** By anybody who is signed in, as often as they like. */
export async function carryIn(world: World, tab: Tab, file: RescueFile): Promise<void> {
  const { epoch } = world.server.database.tables;
  const answer = await sendRequest(httpOf(world, tab), {
    method: 'POST',
    path: '/rescue',
    authorization: `Bearer ${tab.store()?.sessionToken() ?? ''}`,
    body: { protocol: PROTOCOL_VERSION, file },
    response: RescueResponse,
  });
  if (!answer.ok) return world.tally.count('a rescue file was not carried in');
  const { taken, held, unreadable } = answer.value;
  if (taken > 0) world.tally.count('carried in: taken');
  if (held > 0) world.tally.count('carried in: held');
  world.note(`${tab.process.name} carries a rescue file in: ${taken} taken, ${held} held, ${unreadable} unreadable`);
  if (world.server.database.tables.epoch === epoch && unreadable === 0) world.oracle.carriedIn(file);
}

/** The coordinator makes a new one and says it; whether the answer came or not, the person tries it. */
async function resetPassword(
  world: World,
  desk: Tab,
  person: World['people'][number],
  root: Uint8Array,
): Promise<void> {
  person.offeredRoot = root;
  const answer = await sendRequest(httpOf(world, desk), {
    method: 'POST',
    path: `/accounts/${person.actor.id}/reset`,
    authorization: `Bearer ${desk.store()?.sessionToken() ?? ''}`,
    body: { protocol: PROTOCOL_VERSION, secret: await rootToLoginSecret(root) },
    response: nothing,
  });
  world.tally.count(answer.ok ? 'reset a password' : 'a password was perhaps not reset');
}

/** Somebody who remembers the old one: where the device has heard of another, it opens nothing. */
async function tryFormer(world: World, tab: Tab): Promise<void> {
  const { device, place, person } = tab;
  const row = place.disk.rows<VaultRow>('vaults').find(({ accountId }) => accountId === person.actor.id);
  const [former] = person.formerRoots;
  if (
    device === undefined ||
    row === undefined ||
    former === undefined ||
    !world.oracle.passwords.isKnownAt(place, row)
  )
    return;
  const opened = await device.unlockVault(row.vaultId, Uint8Array.from(former));
  if (tab.process.isDead) return;
  world.tally.count('try a former password');
  if (opened.ok) world.oracle.passwords.openedByFormer(place, person);
}

export type VaultRow = { readonly vaultId: string; readonly accountId: string; readonly isPasswordStale?: boolean };

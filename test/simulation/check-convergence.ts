import type { Actor } from '../../src/domain/actor.ts';
import { findSharedRecord } from '../../src/domain/shared-record.ts';
import { findVisibleRecord } from '../../src/domain/visible-record.ts';
import type { World } from './create-world.ts';
import { GENOVA } from './escrow-pairs.ts';
import { checkMoved } from './moved-law.ts';
import { sortedJson } from './sorted-json.ts';

/** Law 3: nothing waits, and every device holds what the server shows to its person, no more and no less. */
export function checkConvergence(world: World, broken: (law: string, what: string) => void): void {
  checkMoved(world, broken);
  for (const place of world.devices) {
    if (place.isRevoked) continue;
    for (const tab of place.tabs) {
      const vault = tab.vault();
      if (tab.person.hasMoved) {
        if (vault !== undefined) broken('moved', `${tab.process.name} is still in`);
        continue;
      }
      if (vault === undefined) {
        broken('3', `${tab.process.name} is not in`);
        continue;
      }
      const { trouble } = vault.status.peek();
      if (trouble !== undefined) broken('3', `${tab.process.name} is in trouble: ${trouble}`);
      const waiting = vault.waitingCount.peek();
      const files = tab.files?.due().length ?? 0;
      if (files > 0) broken('3', `${files} files still wait at ${tab.process.name}`);
      if (waiting > 0) broken('3', `${waiting} still wait at ${tab.process.name}`);
      // A phone whose event is over is shown nothing more, and keeps what it has until it leaves.
      if (isAtWork(world, vault.actor)) compare(world, tab.process.name, vault, broken);
    }
  }
}

function isAtWork({ server, scheduler }: World, actor: Actor): boolean {
  if (actor.role !== 'guest') return true;
  const event = server.database.tables.records.get(actor.event ?? '');
  const isOn = event !== undefined && !event.removed && event.fields.state !== 'CANC';
  return isOn && scheduler.nowMs() < Date.parse(`${event.fields.date}T23:00:00Z`);
}

/** Whether there is nothing left to do; the healing may end early then. */
export function isHealed(world: World): boolean {
  let isBroken = false;
  checkConvergence(world, () => {
    isBroken = true;
  });
  return !isBroken;
}

type Shown = { readonly actor: Parameters<typeof findVisibleRecord>[1]; readonly caseload: CaseloadLike };
type CaseloadLike = { all(): readonly { readonly confirmed: { readonly id: string } | undefined }[] };

function compare(world: World, name: string, { actor, caseload }: Shown, broken: (law: string, what: string) => void) {
  const theirs = new Map<string, string>();
  const { records, shelf } = world.server.database.tables;
  const isOwn = actor.municipality === GENOVA;
  const shared = [...shelf.values()].map(({ card }) => card);
  for (const record of isOwn ? records.values() : shared) {
    const visible = isOwn ? findVisibleRecord(record, actor) : findSharedRecord(record, actor);
    if (visible !== undefined) theirs.set(record.id, sortedJson(visible));
  }
  const mine = new Map(
    caseload.all().flatMap(({ confirmed }) => (confirmed ? [[confirmed.id, sortedJson(confirmed)]] : [])),
  );
  for (const [id, record] of theirs) {
    const held = mine.get(id);
    if (held === undefined) broken('3', `${name} does not have the record ${id.slice(-6)}`);
    else if (held !== record) broken('3', `${name} has another ${id.slice(-6)}: ${held} instead of ${record}`);
  }
  for (const id of mine.keys())
    if (!theirs.has(id)) broken('3', `${name} has ${id.slice(-6)}, which the server does not`);
}

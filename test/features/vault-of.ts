import { signal } from '@preact/signals-core';
import { v7 } from 'uuid';
import { createCaseload } from '../../src/device/caseload.ts';
import type { CaseRecord, NewChange, OpenVault, OutboxItem, SettledChange } from '../../src/device/open-vault.ts';
import { INITIAL_SYNC_STATUS } from '../../src/device/sync-status.ts';
import { Actor } from '../../src/domain/actor.ts';
import { assert } from '../../src/domain/assert.ts';
import type { Fields, JsonValue } from '../../src/domain/json-value.ts';
import { RecordEnvelope } from '../../src/domain/record.ts';
import type { Refusal } from '../../src/domain/refusal.ts';

/** Records in memory for the pure halves of screens: the real caseload over plain envelopes, drafts in a map, nothing on disk. */

export const NOW = '2026-11-23T16:41:00.000Z';
export const TODAY = '2026-11-23';

const actorOf = (name: string, role: string): Actor => Actor.parse({ id: v7(), name, role, municipality: 'c_d969' });
export const marta = actorOf('Marta Rossi', 'outreach');
export const youssef = actorOf('Youssef Amrani', 'outreach');
export const lucia = actorOf('Lucia Bianchi', 'coordinator');

type RecordParts = { readonly by?: Actor; readonly id?: string } & Partial<
  Pick<RecordEnvelope, 'review' | 'comments' | 'conflicts' | 'createdAt' | 'updatedAt' | 'removed' | 'mergedInto'>
>;

/** A record on the server, written by Marta now unless told otherwise. */
export function recordOf(
  kind: string,
  fields: Fields,
  { by = marta, id = v7(), ...parts }: RecordParts = {},
): RecordEnvelope {
  const author = { id: by.id, name: by.name };
  const createdAt = parts.createdAt ?? NOW;
  return RecordEnvelope.parse({
    id,
    kind,
    municipality: 'c_d969',
    version: 1,
    othersVersion: 0,
    fieldVersions: {},
    review: { state: 'submitted' },
    comments: [],
    conflicts: [],
    createdBy: author,
    createdAt,
    updatedBy: author,
    updatedAt: parts.updatedAt ?? createdAt,
    receivedAt: createdAt,
    removed: false,
    fields,
    ...parts,
  });
}

export const serviceOf = (fields: Fields, parts?: RecordParts): RecordEnvelope =>
  recordOf('service', { types: ['CONT'], date: TODAY, ...fields }, parts);

/** A change that waits in the outbox, or was refused. */
export function outboxItemOf(change: NewChange, refusal?: Refusal): OutboxItem {
  return {
    seq: 1,
    change: { ...change, id: v7(), at: NOW } as OutboxItem['change'],
    hash: '',
    state: refusal === undefined ? 'waiting' : 'attention',
    refusal,
    savedAt: NOW,
  };
}

type Rest = {
  readonly actor?: Actor;
  readonly outbox?: readonly OutboxItem[];
  readonly drafts?: Readonly<Record<string, JsonValue>>;
  readonly settled?: readonly SettledChange[];
};

export function vaultOf(
  records: readonly RecordEnvelope[],
  { actor = marta, outbox = [], drafts = {}, settled = [] }: Rest = {},
): OpenVault {
  const recordsById = new Map(records.map((record): [string, RecordEnvelope] => [record.id, record]));
  const kept = new Map(Object.entries(drafts));
  const notHere = (): Promise<never> => Promise.reject(new Error('this vault only shows'));
  return {
    vaultId: 'vault',
    actor,
    caseload: createCaseload({
      find: (id) => recordsById.get(id),
      all: () => recordsById.values(),
      findConfirmed: (id) => recordsById.get(id),
      itemsOf: (id) => outbox.filter(({ change }) => change.recordId === id),
    }),
    drafts: {
      find: (key) => kept.get(key),
      save: (key, value) => void kept.set(key, value),
      discard: async (key) => void kept.delete(key),
      keys: () => [...kept.keys()],
      flush: notHere,
      trouble: signal(undefined),
    },
    outbox: signal(outbox),
    waitingCount: signal(outbox.filter(({ state }) => state === 'waiting').length),
    attentionCount: signal(outbox.filter(({ state }) => state === 'attention').length),
    unreadable: [],
    status: signal(INITIAL_SYNC_STATUS),
    isLocked: signal(false),
    hasExpired: false,
    saveChange: notHere,
    saveChanges: notHere,
    findRefusal: () => undefined,
    undoChange: notHere,
    undoChanges: notHere,
    mendChange: notHere,
    retryChange: notHere,
    discardChange: notHere,
    setAsideDamaged: notHere,
    settled: signal(settled),
    forgetSettled: notHere,
  };
}

/** The record as a screen sees it. */
export function heldIn(vault: OpenVault, { id }: RecordEnvelope): CaseRecord {
  const held = vault.caseload.find(id);
  assert(held !== undefined, 'the record is in the vault', id);
  return held;
}

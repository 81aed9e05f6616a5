import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import type { OutboxItem } from '../../src/device/open-vault.ts';
import { INITIAL_SYNC_STATUS, type SyncStatus } from '../../src/device/sync-status.ts';
import { attentionItemsOf } from '../../src/features/attention-items.ts';
import { pillOf } from '../../src/features/safety-pill-words.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';
import { it } from '../../src/i18n/messages/it.ts';
import { lucia, NOW, outboxItemOf, serviceOf, vaultOf } from './vault-of.ts';

const words = createTranslator('it', it);
const returned = serviceOf(
  { place: 'Via Prè' },
  {
    review: { state: 'returned', by: { id: lucia.id, name: lucia.name }, at: NOW },
  },
);
const online: SyncStatus = { ...INITIAL_SYNC_STATUS, isOnline: true };
const waiting = outboxItemOf({ type: 'remove', kind: 'service', recordId: serviceOf({}).id });
const refused = outboxItemOf(
  { type: 'remove', kind: 'service', recordId: serviceOf({}).id },
  { type: 'RecordRemoved' },
);

const pill = (records: Parameters<typeof vaultOf>[0], outbox: readonly OutboxItem[], status = online) => {
  const vault = { ...vaultOf(records, { outbox }), status: signal(status) };
  return pillOf(vault, words, attentionItemsOf(vault).length);
};

test('the red pill counts what stands under "Da sistemare", returned records too', () => {
  const vault = vaultOf([returned], { outbox: [refused] });
  expect(attentionItemsOf(vault)).toHaveLength(2);
  expect(pill([returned], [refused])).toMatchObject({ tone: 'stop', label: '2 da sistemare', shortLabel: '2' });
});

test('what is only on this device is said beside what needs a hand', () => {
  expect(pill([], [refused, waiting]).label).toBe('1 da sistemare · 1 salvato qui');
});

test('a returned record alone does not hide that everything is safe', () => {
  expect(pill([returned], [], { ...online, safeAt: NOW })).toMatchObject({ tone: 'ok' });
});

test('nothing is called safe while a change saved here does not open, whatever was proved', () => {
  const damaged = { table: 'outbox', rowId: 'one', reason: 'Tampered' } as const;
  const vault = { ...vaultOf([]), status: signal({ ...online, safeAt: NOW }), unreadable: [damaged] };
  expect(pillOf(vault, words, 0)).toMatchObject({ tone: 'stop', label: '1 modifica non si legge' });
});

test('what somebody else wrote and the server refused is counted, and alone does not make it red', () => {
  const proved = { ...vaultOf([]), status: signal({ ...online, safeAt: NOW }) };
  expect(pillOf(proved, words, 3)).toMatchObject({ tone: 'ok' });
  expect(pillOf(vaultOf([], { outbox: [refused] }), words, 3)).toMatchObject({ tone: 'stop', shortLabel: '3' });
});

test('before the first answer nothing is said of the network, and of what waits everything', () => {
  expect(pill([], [], INITIAL_SYNC_STATUS)).toMatchObject({ tone: 'off', label: 'Controllo…' });
  expect(pill([], [waiting], INITIAL_SYNC_STATUS)).toMatchObject({ tone: 'wait', label: '1 salvato qui, da inviare' });
  expect(pill([], [waiting], { ...INITIAL_SYNC_STATUS, isOnline: false })).toMatchObject({
    label: 'Senza rete · 1 salvato qui',
  });
});

test('without a network a phone reads the number of what waits, and the words where nothing does', () => {
  const offline = { ...INITIAL_SYNC_STATUS, isOnline: false };
  expect(pill([], [waiting], offline)).toMatchObject({ shortLabel: '1' });
  expect(pill([], [], offline)).toMatchObject({ shortLabel: 'Senza rete' });
});

test('the first pull says how much of everything is here; a later one is no news', () => {
  const receiving = { ...online, activity: { doing: 'receiving', done: 1000, total: 1821 } } as const;
  expect(pill([], [], receiving)).toMatchObject({
    tone: 'send',
    label: 'Ricevo… 1.000 di 1.821',
    shortLabel: '1.000/1.821',
  });
  expect(pill([], [], { ...receiving, safeAt: NOW })).toMatchObject({ tone: 'ok' });
  expect(pill([], [waiting], receiving)).toMatchObject({ tone: 'wait' });
});

test('13: nothing is called safe while a file is on this device only', () => {
  const proved = { ...online, safeAt: NOW };
  expect(pill([], [], { ...proved, filesWaiting: 2 })).toMatchObject({ tone: 'wait', label: '2 allegati da inviare' });
  expect(pill([], [], { ...proved, filesWaiting: 0 })).toMatchObject({ tone: 'ok' });
});

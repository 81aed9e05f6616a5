import { signal } from '@preact/signals-core';
import { expect, test, vi } from 'vitest';
import { startArrived } from '../../src/app/arrived-changes.ts';
import type { Ask } from '../../src/app/ask-server.ts';
import type { OutboxItem } from '../../src/device/open-vault.ts';
import { INITIAL_SYNC_STATUS } from '../../src/device/sync-status.ts';
import type { ServerAttentionItem } from '../../src/protocol/attention.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { idOf } from '../features/sample-record.ts';
import { lucia, marta, NOW, outboxItemOf, serviceOf, vaultOf } from '../features/vault-of.ts';

const item: ServerAttentionItem = {
  changeId: idOf(1),
  why: 'refused',
  refusal: { type: 'NotPermitted' },
  change: { id: idOf(1), type: 'restore', recordId: idOf(2), kind: 'service', at: NOW },
  author: { id: marta.id, name: marta.name },
  deviceLabel: 'Unità mobile 2',
  receivedAt: NOW,
};
const own = outboxItemOf({ type: 'remove', kind: 'service', recordId: serviceOf({}).id });

/** A server that holds items, can be out of reach, and notes how each was settled. */
function scene({ actor = lucia, isOnline = true } = {}) {
  const outbox = signal<readonly OutboxItem[]>([]);
  const status = signal({ ...INITIAL_SYNC_STATUS, isOnline });
  const vault = { ...vaultOf([], { actor }), outbox, status };
  const server = { items: [item], isReachable: true, settled: [] as unknown[] };
  const ask = (async ({ path, body }: { path: string; body: unknown }) => {
    if (!server.isReachable) return { ok: false, error: { type: 'Unreachable' } };
    if (path === '/attention') return { ok: true, value: { items: server.items } };
    server.settled.push([path, body]);
    server.items = [];
    return { ok: true, value: { isSettled: true } };
  }) as unknown as Ask;
  const start = () => startArrived({ vault, ask, now: () => NOW });
  return { vault, outbox, status, server, start };
}

test('the list comes with the contact, and is read again without a network', async () => {
  const { server, status, start } = scene();
  const first = start();
  await vi.waitFor(() => expect(first.list.value?.items).toHaveLength(1));
  expect(first.list.value?.items[0]).toMatchObject({ author: { name: 'Marta Rossi' }, change: { type: 'restore' } });
  first.stop();
  server.isReachable = false;
  status.value = { ...status.value, isOnline: false };
  const second = start();
  expect(second.list.value?.items).toHaveLength(1);
  await second.load();
  expect(second.trouble.value).toBe('offline');
  expect(second.list.value?.items).toHaveLength(1);
});

test('who does not coordinate asks for nothing', async () => {
  const { server, start } = scene({ actor: marta });
  server.isReachable = false;
  const arrived = start();
  await arrived.load();
  expect([arrived.list.value, arrived.trouble.value]).toEqual([undefined, undefined]);
});

test('a correction made here settles the refused change only when it has arrived itself', async () => {
  const { outbox, status, server, start } = scene();
  const arrived = start();
  await vi.waitFor(() => expect(arrived.list.value).toBeDefined());
  outbox.value = [own];
  arrived.noteMended(item.changeId, own.change.id);
  expect(arrived.list.value?.items[0]?.isMendedHere).toBe(true);
  status.value = { ...status.value, lastContactAt: NOW };
  await Promise.resolve();
  expect(server.settled).toEqual([]);
  outbox.value = [];
  await vi.waitFor(() =>
    expect(server.settled).toEqual([[`/attention/${item.changeId}`, { protocol: PROTOCOL_VERSION, how: 'mended' }]]),
  );
  await vi.waitFor(() => expect(arrived.list.value?.items).toEqual([]));
});

test('a correction that is refused itself settles nothing, also once it was let go', async () => {
  const { outbox, server, start } = scene();
  const arrived = start();
  await vi.waitFor(() => expect(arrived.list.value).toBeDefined());
  outbox.value = [own];
  arrived.noteMended(item.changeId, own.change.id);
  outbox.value = [{ ...own, state: 'attention', refusal: { type: 'NotPermitted' } }];
  await vi.waitFor(() => expect(arrived.list.value?.items[0]?.isMendedHere).toBe(false));
  outbox.value = [];
  await arrived.load();
  expect(server.settled).toEqual([]);
});

test('a correction made without a network is settled after the app was closed and opened again', async () => {
  const { outbox, status, server, start } = scene();
  const before = start();
  await vi.waitFor(() => expect(before.list.value).toBeDefined());
  status.value = { ...status.value, isOnline: false };
  outbox.value = [own];
  before.noteMended(item.changeId, own.change.id);
  before.stop();
  const after = start();
  expect(after.list.value?.items[0]?.isMendedHere).toBe(true);
  outbox.value = [];
  expect(server.settled).toEqual([]);
  status.value = { ...status.value, isOnline: true };
  await vi.waitFor(() => expect(server.settled).toHaveLength(1));
});

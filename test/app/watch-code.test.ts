import { signal } from '@preact/signals-core';
import { expect, test, vi } from 'vitest';
import type { Ask } from '../../src/app/ask-server.ts';
import { SIGN_IN_REFUSED } from '../../src/app/renew-session.ts';
import { watchCode } from '../../src/app/watch-code.ts';
import { INITIAL_SYNC_STATUS } from '../../src/device/sync-status.ts';
import { vaultOf } from '../features/vault-of.ts';

/** A phone inside an event, and a server that says how its code stands, or nothing. */
function scene() {
  const status = signal(INITIAL_SYNC_STATUS);
  const vault = { ...vaultOf([]), status };
  const server = { standing: 'open', isReachable: true, isForgetful: false, asked: 0 };
  const ask = (async () => {
    server.asked += 1;
    if (server.isForgetful) return { ok: false, error: SIGN_IN_REFUSED };
    return server.isReachable
      ? { ok: true, value: { standing: server.standing } }
      : { ok: false, error: { type: 'Unreachable' } };
  }) as unknown as Ask;
  let contacts = 0;
  const contact = () => {
    contacts += 1;
    status.value = { ...status.value, isOnline: true, lastContactAt: `2026-11-23T10:00:0${contacts}.000Z` };
  };
  const open = () => {
    const isEnded = signal(false);
    return { isEnded, stop: watchCode({ vault, ask, isEnded }) };
  };
  return { server, contact, open, status };
}

test('a phone hears at its next contact that the code was ended, and stays stopped without a network', async () => {
  const { server, contact, open } = scene();
  const { isEnded, stop } = open();
  expect(server.asked, 'nothing is asked before there is a contact').toBe(0);
  contact();
  await vi.waitFor(() => expect(server.asked).toBe(1));
  expect(isEnded.value).toBe(false);
  server.standing = 'grace';
  contact();
  await vi.waitFor(() => expect(isEnded.value).toBe(true));
  stop();
  server.isReachable = false;
  expect(open().isEnded.value).toBe(true);
});

test('an event that was made longer lets the phone count again; a question without an answer changes nothing', async () => {
  const { server, contact, open } = scene();
  server.standing = 'over';
  const { isEnded } = open();
  contact();
  await vi.waitFor(() => expect(isEnded.value).toBe(true));
  server.isReachable = false;
  contact();
  await vi.waitFor(() => expect(server.asked).toBe(2));
  expect(isEnded.value).toBe(true);
  server.isReachable = true;
  server.standing = 'open';
  contact();
  await vi.waitFor(() => expect(isEnded.value).toBe(false));
});

test('a phone that the server knows no more is told so in a tab whose turn to send never comes', async () => {
  const { server, contact, open, status } = scene();
  contact();
  server.isForgetful = true;
  open();
  await vi.waitFor(() => expect(status.value.trouble).toBe('signed-out'));
});

import { afterEach, expect, it, vi } from 'vitest';
import { notices } from '../../src/app/notices.ts';
import { createRenewSession } from '../../src/app/renew-session.ts';
import { tellNewRole } from '../../src/app/tell-new-role.ts';
import { loadTranslator } from '../../src/i18n/load-translator.ts';
import { crashAndUnlock, createWorkplace, escrowPair, must } from '../device/a-device.ts';

afterEach(() => vi.unstubAllGlobals());

it('a new session brings a role that was changed: the person is told, and it holds from the next unlock on', async () => {
  const place = await createWorkplace();
  const words = await loadTranslator('it');
  const locked = vi.fn();
  const stop = tellNewRole(place.device, place.vault, () => words, locked);
  expect(notices.value).toEqual([]);
  const answer = {
    token: 'a-token',
    expiresAt: '2026-12-23T09:00:00.000Z',
    actor: { ...place.actor, role: 'coordinator' },
    escrow: { keyId: escrowPair.keyId, publicKey: escrowPair.publicKey },
  };
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(answer)));
  const login = { username: 'sara', secret: 'x'.repeat(43) };
  must(await createRenewSession(place.device, { unlocked: place, login })());
  expect(notices.value).toMatchObject([{ text: expect.stringContaining('Il tuo ruolo è cambiato'), isKept: true }]);
  notices.value[0]?.action?.run();
  expect(locked).toHaveBeenCalled();
  stop();
  expect(place.vault.actor.role).toBe('outreach');
  expect((await crashAndUnlock(place)).vault.actor.role).toBe('coordinator');
});

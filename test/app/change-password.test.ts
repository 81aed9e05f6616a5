import { expect, test } from 'vitest';
import type { Ask } from '../../src/app/ask-server.ts';
import { changePassword } from '../../src/app/change-password.ts';
import type { Entered } from '../../src/app/entrance.ts';
import type { Device } from '../../src/device/open-device.ts';
import type { Result } from '../../src/domain/result.ts';
import type { SyncFailure } from '../../src/sync/failure.ts';
import { vaultOf } from '../features/vault-of.ts';

/** The order of the two halves, with stand-ins for server and vault; both for real are in test/journeys/passwords. */
function scene(server: Result<undefined, SyncFailure>, vault: Result<void, { type: 'QuotaExceeded' }>) {
  const calls: string[] = [];
  const sent: unknown[] = [];
  const ask = (async ({ path, body }: { path: string; body: unknown }) => {
    calls.push(path);
    sent.push(body);
    return server;
  }) as unknown as Ask;
  const device = {
    vaults: { peek: () => [{ vaultId: 'vault', username: 'marta' }] },
    enrolment: { peek: () => undefined },
    changePassword: async () => {
      calls.push('vault');
      return vault;
    },
  } as unknown as Device;
  const entered = {
    unlocked: { vault: vaultOf([]) },
    login: { username: 'marta', secret: 'before' },
  } as unknown as Entered;
  return { calls, sent, entered, change: () => changePassword({ ask, device, entered }, 'taccuino', 'mare-luna-pane') };
}
const done = { ok: true, value: undefined } as const;

test('the server first, then the vault; from then on a session is renewed with the new secret', async () => {
  const { calls, sent, entered, change } = scene(done, done);
  expect(await change()).toEqual(done);
  expect(calls).toEqual(['/password', 'vault']);
  expect(entered.login?.secret).toBe((sent[0] as { newSecret: string }).newSecret);
  expect(JSON.stringify(sent)).not.toMatch(/taccuino"|mare-luna/);
});

test('without an answer of the server the vault keeps its password', async () => {
  const { calls, entered, change } = scene({ ok: false, error: { type: 'Unreachable' } }, done);
  expect(await change()).toEqual({ ok: false, error: 'offline' });
  expect(calls).toEqual(['/password']);
  expect(entered.login?.secret).toBe('before');
});

test('when only the server took it, that is what is said', async () => {
  const { entered, change } = scene(done, { ok: false, error: { type: 'QuotaExceeded' } });
  expect(await change()).toEqual({ ok: false, error: 'only-server' });
  expect(entered.login?.secret).not.toBe('before');
});

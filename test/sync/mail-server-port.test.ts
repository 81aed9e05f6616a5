import { expect, it } from 'vitest';
import { createMailServerPort } from '../../src/sync/mail-server-port.ts';

const answering = (answer: () => Response) => {
  const asked: [string, string | null][] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    asked.push([`${init?.method} ${url}`, new Headers(init?.headers).get('authorization')]);
    return answer();
  };
  return { asked, ports: { origin: 'http://127.0.0.1:1', fetch } };
};

const problem = (type: string, status: number) => () =>
  new Response(JSON.stringify({ type: `tag:taccuino,2026:${type}`, title: type, status }), { status });

it('a device that nobody has let in asks nothing', async () => {
  const { asked, ports } = answering(problem('DeviceUnknown', 401));
  expect(await createMailServerPort(ports, () => undefined).isRevoked()).toEqual({ ok: true, value: false });
  expect(asked).toEqual([]);
});

it.each([
  ['an ordinary yes', () => new Response(null, { status: 204 }), { ok: true, value: false }],
  ['a revoked device', problem('DeviceRevoked', 403), { ok: true, value: true }],
  [
    'an older server',
    problem('NotFound', 404),
    { ok: false, error: { type: 'Refused', problem: 'NotFound', status: 404 } },
  ],
])('a device asks whether it was revoked, and hears of %s', async (_, answer, heard) => {
  const { asked, ports } = answering(answer);
  expect(await createMailServerPort(ports, () => 'token').isRevoked()).toEqual(heard);
  expect(asked).toEqual([[expect.stringMatching(/^GET .*\/device$/), 'Device token']]);
});

import { expect, it } from 'vitest';
import { createMailServerPort } from '../../src/sync/mail-server-port.ts';

const answering = (type: string) => {
  const asked: [string, string | null][] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    asked.push([`${init?.method} ${url}`, new Headers(init?.headers).get('authorization')]);
    return new Response(JSON.stringify({ type: `tag:taccuino,2026:${type}`, title: type, status: 400 }), {
      status: 400,
    });
  };
  return { asked, ports: { origin: 'http://127.0.0.1:1', fetch } };
};

it('a device that nobody has let in asks nothing', async () => {
  const { asked, ports } = answering('DeviceUnknown');
  expect(await createMailServerPort(ports, () => undefined).isRevoked()).toEqual({ ok: true, value: false });
  expect(asked).toEqual([]);
});

it.each([
  ['BodyInvalid', false],
  ['DeviceRevoked', true],
])('a device asks whether it was revoked; %s says so: %s', async (problem, isRevoked) => {
  const { asked, ports } = answering(problem);
  expect(await createMailServerPort(ports, () => 'token').isRevoked()).toEqual({ ok: true, value: isRevoked });
  expect(asked).toEqual([[expect.stringMatching(/^POST .*\/session$/), 'Device token']]);
});

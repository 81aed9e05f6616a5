import { expect, test } from 'vitest';
import { failureToTrouble as troubleOfScreen } from '../../src/app/ask-server.ts';
import { failureToTrouble as troubleOfDoor } from '../../src/app/join-municipality.ts';

const proxy = (status: number) => ({ type: 'NotOurServer', status }) as const;

test('a proxy that says the server is down is not taken for a missing network', () => {
  for (const status of [502, 503, 504]) {
    expect(troubleOfDoor(proxy(status))).toEqual({ type: 'ServerTrouble' });
    expect(troubleOfScreen(proxy(status))).toBe('server-trouble');
  }
});

test('a page in the place of the server, such as a log-in of the Wi-Fi, is', () => {
  for (const status of [200, 403, 511]) {
    expect(troubleOfDoor(proxy(status))).toEqual({ type: 'Offline' });
    expect(troubleOfScreen(proxy(status))).toBe('offline');
  }
});

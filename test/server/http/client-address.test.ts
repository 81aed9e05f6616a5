import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { addressToGroup, clientAddress } from '../../../src/server/http/client-address.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as IncomingMessage;

describe('the address of a client', () => {
  test.each([
    ['the peer', from('203.0.113.7', '198.51.100.1'), [], '203.0.113.7'],
    ['what the trusted proxy says', from('10.0.0.1', '198.51.100.1'), ['10.0.0.1'], '198.51.100.1'],
    [
      'not what the client made up before the proxy',
      from('10.0.0.1', '1.1.1.1, 198.51.100.1'),
      ['10.0.0.1'],
      '198.51.100.1',
    ],
    [
      'behind two trusted proxies',
      from('10.0.0.1', '198.51.100.1, 10.0.0.2'),
      ['10.0.0.1', '10.0.0.2'],
      '198.51.100.1',
    ],
    ['an IPv4 address in an IPv6 socket', from('::ffff:203.0.113.7'), [], '203.0.113.7'],
  ])('is %s', (_, incoming, trusted, expected) => {
    expect(clientAddress(incoming, trusted)).toBe(expected);
  });

  test('counts by the network where it is IPv6', () => {
    expect(addressToGroup('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
    expect(addressToGroup('2001:db8::9')).toBe(addressToGroup('2001:db8::1'));
    expect(addressToGroup('203.0.113.7')).toBe('203.0.113.7');
  });
});

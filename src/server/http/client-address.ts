import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * Where a request comes from. X-Forwarded-For is believed only as far as it was written by proxies we trust: read from the
 * right, the first address that is no trusted proxy is the client.
 */
export function clientAddress(incoming: IncomingMessage, trustedProxies: readonly string[]): string {
  const peer = plainAddress(incoming.socket.remoteAddress ?? '');
  if (!trustedProxies.includes(peer)) return peer;
  const forwarded = forwardedFor(incoming).map(plainAddress).reverse();
  return forwarded.find((address) => !trustedProxies.includes(address)) ?? peer;
}

/** Whether the client's side of the connection was encrypted, as the trusted proxy tells it. */
export function isForwardedTls(incoming: IncomingMessage, trustedProxies: readonly string[]): boolean {
  const peer = plainAddress(incoming.socket.remoteAddress ?? '');
  return trustedProxies.includes(peer) && incoming.headers['x-forwarded-proto'] === 'https';
}

/** Through a proxy that is not in TACCUINO_TRUSTED_PROXY: then the address is the proxy's, and says nothing about the client. */
export function isUnnamedProxied(incoming: IncomingMessage, trustedProxies: readonly string[]): boolean {
  if (trustedProxies.includes(plainAddress(incoming.socket.remoteAddress ?? ''))) return false;
  return ['x-forwarded-for', 'forwarded', 'via'].some((name) => incoming.headers[name] !== undefined);
}

export const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');

/** One household or office has a whole /64 of IPv6: tries are counted by that. */
export const addressToGroup = (address: string): string =>
  isIPv6(address) ? expandIPv6(address).slice(0, 4).join(':') : address;

/** An IPv4 address that came in through an IPv6 socket is written as the former. */
const plainAddress = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '');

const forwardedFor = ({ headers }: IncomingMessage): string[] =>
  [headers['x-forwarded-for'] ?? []].flat().flatMap((line) => line.split(','));

function expandIPv6(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right];
}

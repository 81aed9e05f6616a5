import { canonicalJson } from '../domain/canonical-json.ts';

/** Hash chain of a stream before its first change. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256 of the change's canonical JSON: two deliveries of one change are the same change only if this agrees. */
export const hashChange = (change: unknown): Promise<string> => sha256Hex(canonicalJson(change));

/** Next head of a stream's hash chain: what device and server compare in a receipt. */
export const extendChain = (head: string, changeHash: string): Promise<string> => sha256Hex(head + changeHash);

async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

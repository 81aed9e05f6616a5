import { hash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical-json.ts';

/**
 * The two hashes of `protocol/change-hash.ts`, synchronously: WebCrypto's promise costs ten times the hash itself, and a
 * busy server makes thousands a second. A test holds the two against each other.
 */
export const digestChange = (change: unknown): string => hash('sha256', canonicalJson(change), 'hex');

export const digestChain = (head: string, changeHash: string): string => hash('sha256', head + changeHash, 'hex');

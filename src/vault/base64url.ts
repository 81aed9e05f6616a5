// RFC 4648 §5 without padding. Our own, because Node 24 has no Uint8Array.prototype.toBase64 (Chromium has it since 140).
import type { Bytes } from './bytes.ts';

/** btoa wants one character a byte; String.fromCharCode takes only so many arguments at once. */
const CHUNK_BYTES = 8192;

export const bytesToBase64url = (bytes: Uint8Array): string => {
  let binary = '';
  for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(offset, offset + CHUNK_BYTES));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

/**
 * Undefined when the text is not base64url as `bytesToBase64url` writes it: one byte string has one spelling, so padding,
 * spaces and stray trailing bits are refused.
 */
export const base64urlToBytes = (text: string): Bytes | undefined => {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  return bytesToBase64url(bytes) === text ? bytes : undefined;
};

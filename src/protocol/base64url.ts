import { z } from 'zod';

/** Bytes as text, without padding. */
export const Base64url = z.string().regex(/^[A-Za-z0-9_-]*$/);

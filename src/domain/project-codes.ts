import { z } from 'zod';

/** Number of a project in the FAMI programme. */
export const Prog = z.string().regex(/^[0-9]{1,6}$/, { error: 'ProgInvalid' });
/** Codice unico di progetto: 15 characters, letter, two digits, letter, eleven digits (CIPE resolution 143/2002). */
export const Cup = z.string().regex(/^[A-Z][0-9]{2}[A-Z][0-9]{11}$/, { error: 'CupInvalid' });

/** LGNet, third edition: one project of the network, so the same codes in all its municipalities. */
export const PROJECT_CODES = { prog: '993', cup: 'F81J24000000007' } as const;

import type { OpenVault } from '../device/open-vault.ts';
import type { Instant } from '../domain/primitives.ts';
import { PLACES, withPerson } from './places.ts';

/** Names under which half-filled services are kept, and the way back from a name to its form. */
export const DRAFT_KEYS = {
  contact: 'service:contact',
  newService: (personId: string) => `service:new:${personId}`,
  editService: (id: string) => `service:edit:${id}`,
  answerOn: (id: string) => `answer:${id}`,
} as const;

type WaitingDraft = {
  /** Where it goes on. */
  readonly place: string;
  /** For whom it is, unless it is an anonymous contact. */
  readonly person?: string;
  readonly startedAt: Instant;
};

/** New contacts and services that were begun and not saved, the last one begun first. */
export function waitingDrafts({ drafts, caseload }: OpenVault): WaitingDraft[] {
  return drafts
    .keys()
    .flatMap((key): WaitingDraft[] => {
      const target = findTarget(key);
      const recordId = recordIdOf(drafts.find(key));
      if (target === undefined || recordId === undefined) return [];
      // Saved just before the app closed: the record is there, the draft is spent.
      if (caseload.find(recordId) !== undefined) return [];
      return [{ ...target, startedAt: idToInstant(recordId) }];
    })
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

function findTarget(key: string): Pick<WaitingDraft, 'place' | 'person'> | undefined {
  if (key === DRAFT_KEYS.contact) return { place: PLACES.contact };
  const prefix = DRAFT_KEYS.newService('');
  if (!key.startsWith(prefix)) return undefined;
  const person = key.slice(prefix.length);
  return { place: withPerson(PLACES.newService, person), person };
}

function recordIdOf(draft: unknown): string | undefined {
  if (typeof draft !== 'object' || draft === null || !('recordId' in draft)) return undefined;
  return typeof draft.recordId === 'string' ? draft.recordId : undefined;
}

/** A UUIDv7 begins with the milliseconds since 1970 at which it was made (RFC 9562, 5.7): a form's id is made when it opens. */
export function idToInstant(id: string): Instant {
  return new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString();
}

import { expect, test } from 'vitest';
import { findKeptInvitation } from '../../../src/features/events/kept-invitation.ts';
import { sampleRecord } from '../sample-record.ts';

const address = 'https://taccuino.example.it/door#D969-0000';
const event = sampleRecord({ kind: 'event', fields: { date: '2026-11-20', endTime: '18:00' } });
/** Rome is an hour ahead: the event ends at 17:00 UTC, its code an hour later. */
const [during, after] = ['2026-11-20T15:00:00.000Z', '2026-11-24T08:00:00.000Z'] as const;
const draft = { address, standing: 'open', phones: 2 };

test('the code of an event is shown without a network until the event is over', () => {
  const kept = { ...draft, madeAt: during };
  expect(findKeptInvitation(kept, event, '2026-11-20T17:59:00.000Z')).toEqual({ address, madeAt: during });
  expect(findKeptInvitation(kept, event, '2026-11-20T18:00:00.000Z')).toBeUndefined();
});

test('a late code is shown without a network for its hour, and not after it', () => {
  const kept = { ...draft, madeAt: after };
  expect(findKeptInvitation(kept, event, '2026-11-24T08:59:00.000Z')).toEqual({ address, madeAt: after });
  expect(findKeptInvitation(kept, event, '2026-11-24T09:00:00.000Z')).toBeUndefined();
});

test('a closed code, and none at all, is not shown', () => {
  expect(findKeptInvitation({ ...draft, madeAt: during, standing: 'grace' }, event, during)).toBeUndefined();
  expect(findKeptInvitation(undefined, event, during)).toBeUndefined();
});

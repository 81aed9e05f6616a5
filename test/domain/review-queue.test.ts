import { expect, test } from 'vitest';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import { diffOf, queueOf } from '../../src/domain/review-queue.ts';
import { anna, applied, carla, editOf, newId, reviewOf, sampleBeneficiary } from './sample-changes.ts';

test('the queue holds what waits for a decision, the longest waiting first by the order of the server', () => {
  const at = (version: number, more: Partial<RecordEnvelope> = {}): RecordEnvelope => ({
    ...sampleBeneficiary(),
    version,
    ...more,
  });
  const local = at(0, { updatedAt: '2020-01-01T00:00:00.000Z' });
  const [late, early] = [at(9), at(4)];
  const decided = at(5, { review: { state: 'validated' } });
  const returned = at(6, { review: { state: 'returned' } });
  const removed = at(7, { removed: true });
  const merged = at(8, { mergedInto: newId() as RecordEnvelope['id'] });
  const unknown = at(3, { kind: 'spaceship' });
  expect(queueOf([local, late, decided, returned, removed, merged, unknown, early])).toEqual([early, late, local]);
});

test('a record nobody has decided on is new as a whole, in the order of its form', () => {
  const record = sampleBeneficiary({ note: 'hello', nickname: 'Ami' });
  const edited = applied(record, editOf(record, { nickname: ['Ami', 'Mina'] }), anna, 2);
  expect(diffOf(edited)).toEqual([
    { field: 'givenName', from: null, to: 'Amina' },
    { field: 'familyName', from: null, to: 'Diallo' },
    { field: 'nickname', from: null, to: 'Mina' },
    { field: 'note', from: null, to: 'hello' },
  ]);
});

test('a corrected record shows what was corrected since it was returned', () => {
  const record = sampleBeneficiary({ nickname: 'Ami' });
  const returned = applied(record, reviewOf(record, 'return', { comment: 'which nickname?' }), carla, 2);
  const corrected = applied(returned, editOf(returned, { nickname: ['Ami', null] }), anna, 3);
  expect(diffOf(corrected)).toEqual([{ field: 'nickname', from: 'Ami', to: null }]);
  expect(diffOf(returned)).toEqual([]);
});

import { v7 as newUuid } from 'uuid';
import { expect, test } from 'vitest';
import { Actor } from '../../../src/domain/actor.ts';
import { decideChanges } from '../../../src/server/push/decide-changes.ts';
import { readPushed } from '../../../src/server/push/read-pushed.ts';
import type { Workspace } from '../../../src/server/push/workspace.ts';
import { createService, numberChanges } from '../test-changes.ts';

const actor = Actor.parse({ id: newUuid(), name: 'Anna', role: 'outreach', municipality: 'c_d969' });

/** A record whose fields throw when a rule looks at them stands for any rule of ours that has a bug. */
const poisonedFor = (recordId: string): Workspace => ({
  find(id) {
    if (id === recordId) throw new TypeError('a rule of ours broke on MOUSSA');
    return undefined;
  },
  relatedTo: () => [],
  put: () => undefined,
  written: () => [],
  cards: () => [],
});

test('a change on which a rule of ours breaks is refused alone, as our fault and not as a malformed one', async () => {
  const poison = createService();
  const changes = (await numberChanges([createService(), poison, createService()])).map(readPushed);
  const faults: unknown[] = [];
  const decided = decideChanges(changes, {
    actor,
    today: '2026-11-23',
    receivedAt: '2026-11-23T10:00:00.000Z',
    workspace: poisonedFor(poison.recordId),
    decidedById: new Map(),
    reportFault: (error) => faults.push(error),
  });
  expect(decided.map(({ verdict }) => verdict.verdict)).toEqual(['accepted', 'refused', 'accepted']);
  expect(decided[1]?.verdict).toMatchObject({ refusal: { type: 'DecisionFailed' } });
  expect(faults).toHaveLength(1);
});

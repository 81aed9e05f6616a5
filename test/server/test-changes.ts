import { v7 as newUuid } from 'uuid';
import { hashChange } from '../../src/protocol/change-hash.ts';
import { PROBLEM_TYPE_PREFIX, Problem } from '../../src/protocol/problem.ts';
import { type PushedChange, PushResponse } from '../../src/protocol/push.ts';
import { API_BASE } from '../../src/protocol/version.ts';
import type { ApiAnswer, ApiClient } from './api-client.ts';

/** Changes as a device makes them, and a stream that numbers them. */
export type TestChange = { id: string; recordId: string; kind: string; at: string; type: string } & Record<
  string,
  unknown
>;

const AT = '2026-11-20T10:00:00.000Z';

export const createPerson = (fields: Record<string, unknown> = { nickname: 'Moussa' }): TestChange => ({
  id: newUuid(),
  recordId: newUuid(),
  kind: 'beneficiary',
  at: AT,
  type: 'create',
  fields,
});

export const createService = (fields: Record<string, unknown> = {}): TestChange => ({
  id: newUuid(),
  recordId: newUuid(),
  kind: 'service',
  at: AT,
  type: 'create',
  fields: {
    types: ['CONT'],
    date: '2026-11-20',
    ...(fields.beneficiary === undefined && { contact: { count: 1 } }),
    ...fields,
  },
});

export const createEvent = (date: string, fields: Record<string, unknown> = {}): TestChange => ({
  id: newUuid(),
  recordId: newUuid(),
  kind: 'event',
  at: AT,
  type: 'create',
  fields: { title: 'Orto in piazza', type: 'VERD', date, state: 'PLAN', ...fields },
});

/** Somebody came to it. */
export const createPresence = (event: { recordId: string }, fields: Record<string, unknown> = {}): TestChange => ({
  id: newUuid(),
  recordId: newUuid(),
  kind: 'attendance',
  at: AT,
  type: 'create',
  fields: { event: event.recordId, role: 'PART', ...(fields.card === undefined && { attendee: 'UNKN' }), ...fields },
});

export const editField = (
  record: { recordId: string; kind: string },
  field: string,
  { from, to, seenVersion }: { from: unknown; to: unknown; seenVersion: number },
): TestChange => ({
  id: newUuid(),
  recordId: record.recordId,
  kind: record.kind,
  at: AT,
  type: 'edit',
  seenVersion,
  fields: { [field]: { from, to } },
});

export const numberChanges = (changes: readonly TestChange[], firstSeq = 1): Promise<PushedChange[]> =>
  Promise.all(
    changes.map(async (change, index) => ({ seq: firstSeq + index, hash: await hashChange(change), change })),
  );

export const sendPush = (api: ApiClient, stream: string, changes: readonly PushedChange[]): Promise<ApiAnswer> =>
  api.post(`${API_BASE}/push`, { protocol: 1, stream, changes });

/** For a push that has to be taken. */
export async function push(
  api: ApiClient,
  stream: string,
  changes: readonly TestChange[],
  firstSeq = 1,
): Promise<PushResponse> {
  const answer = await sendPush(api, stream, await numberChanges(changes, firstSeq));
  if (answer.status !== 200) throw new Error(`push refused: ${answer.text}`);
  return PushResponse.parse(answer.json);
}

/** The type of a refused request, without its prefix. */
export const problemType = (answer: ApiAnswer): string => {
  const problem = Problem.parse(answer.json);
  if (problem.status !== answer.status)
    throw new Error(`the status of the problem is not the response's: ${answer.text}`);
  return problem.type.replace(PROBLEM_TYPE_PREFIX, '');
};

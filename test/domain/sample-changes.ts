import { Actor, type ActorRole } from '../../src/domain/actor.ts';
import { applyChange } from '../../src/domain/apply-change.ts';
import type { Applied, ApplyContext } from '../../src/domain/apply-step.ts';
import { Change } from '../../src/domain/change.ts';
import type { JsonValue } from '../../src/domain/json-value.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import type { FieldProblem, Refusal } from '../../src/domain/refusal.ts';
import type { Result } from '../../src/domain/result.ts';

/** Actors, changes and a small stand-in for the server's order of decisions, for the tests of the domain. */

export const TODAY = '2026-11-23';
export const AT = '2026-11-23T10:00:00.000Z';

let idsGiven = 0;
/** Every call another id, the same in each run. */
export function newId(): string {
  idsGiven += 1;
  return `01900000-0000-7000-8000-${idsGiven.toString(16).padStart(12, '0')}`;
}

export const actorOf = (role: ActorRole, name: string, municipality = 'c_d969'): Actor =>
  Actor.parse({ id: newId(), name, role, municipality });

export const anna = actorOf('outreach', 'Anna Worker');
export const bruno = actorOf('outreach', 'Bruno Worker');
export const carla = actorOf('coordinator', 'Carla Coordinator');
export const volunteer = actorOf('volunteer', 'Vito Volunteer');
export const monitor = actorOf('monitor', 'Mara Monitor');
export const admin = actorOf('admin', 'Aldo Admin');
/** A phone at no event: what it may do at one is tried in `guest-scope.test.ts`. */
export const guest = actorOf('guest', 'Orto · 1');
export const ACTORS: Readonly<Record<ActorRole, Actor>> = {
  outreach: anna,
  coordinator: carla,
  volunteer,
  monitor,
  admin,
  guest,
};

type Fields = Readonly<Record<string, unknown>>;
export const createOf = (kind: string, fields: Fields, recordId: string = newId()): Change =>
  Change.parse({ type: 'create', id: newId(), recordId, kind, at: AT, fields });

/** Fields as `name: [from, to]`. */
export const editOf = (
  record: RecordEnvelope,
  fields: Readonly<Record<string, readonly [JsonValue, JsonValue]>>,
  more: { seenVersion?: number; comment?: string } = {},
): Change =>
  changeOf(record, {
    type: 'edit',
    seenVersion: record.version,
    fields: Object.fromEntries(Object.entries(fields).map(([name, [from, to]]) => [name, { from, to }])),
    ...more,
  });

export const reviewOf = (
  record: RecordEnvelope,
  verb: string,
  more: { seenVersion?: number; comment?: string } = {},
): Change => changeOf(record, { type: 'review', verb, seenVersion: record.version, ...more });

export const changeOf = (
  { id, kind }: Pick<RecordEnvelope, 'id' | 'kind'>,
  rest: Readonly<Record<string, unknown>>,
): Change => Change.parse({ id: newId(), recordId: id, kind, at: AT, ...rest });

export const contextOf = (actor: Actor, version?: number, related: readonly RecordEnvelope[] = []): ApplyContext => ({
  actor,
  today: TODAY,
  related,
  ...(version !== undefined && { decision: { version, receivedAt: AT } }),
});

/** What the change makes of the record; fails the test when it is refused. */
export function applied(
  record: RecordEnvelope | undefined,
  change: Change,
  actor: Actor,
  version?: number,
  related: readonly RecordEnvelope[] = [],
): RecordEnvelope {
  const result = applyChange(record, change, contextOf(actor, version, related));
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  const after = result.value.record ?? record;
  if (after === undefined) throw new Error('no record');
  return after;
}

/** The refusal's data, or undefined when the change was taken. */
export const refusalIn = (result: Result<Applied, Refusal>): Refusal | undefined =>
  result.ok ? undefined : result.error;

/** `field: rule` of each problem. */
export const rulesIn = (result: Result<unknown, Refusal>): string[] =>
  !result.ok && result.error.type === 'FieldsRefused'
    ? result.error.problems.map(({ field, rule }: FieldProblem) => `${field}: ${rule}`).sort()
    : [];

/** A person as the server has it after `anna` registered her, at version 1. */
export const sampleBeneficiary = (fields: Fields = {}): RecordEnvelope =>
  applied(undefined, createOf('beneficiary', { givenName: 'Amina', familyName: 'Diallo', ...fields }), anna, 1);

export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { applyChange } from '../../src/domain/apply-change.ts';
import type { Change } from '../../src/domain/change.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import {
  anna,
  applied,
  bruno,
  carla,
  changeOf,
  contextOf,
  deepFreeze,
  editOf,
  reviewOf,
  sampleBeneficiary,
} from './sample-changes.ts';

/**
 * Laws of merging, on two or three people whose edits reach the server in any order:
 * - the same accepted changes in the same order give the same record;
 * - edits of different fields end in the same fields, whatever the order of arrival;
 * - of a field edited by several, one value is agreed; every other value is kept in dispute, unless its own author replaced it or
 *   somebody replaced it who had seen it;
 * - what is promised is what is decided, when nothing came between.
 * Everything is frozen throughout, so that a change that alters what it is given fails. fast-check prints the seed of a failure.
 */

const FIELDS = ['givenName', 'familyName', 'nickname', 'note'] as const;
type Field = (typeof FIELDS)[number];
const PEOPLE = [anna, bruno, carla] as const;

type Sent = { readonly actor: Actor; readonly change: Change };

/** One device: what it last pulled, and what waits, in order. */
type Device = { confirmed: RecordEnvelope; outbox: Sent[]; readonly actor: Actor };

function createWorld(actors: readonly Actor[]) {
  const first = deepFreeze(sampleBeneficiary({ nickname: 'Ami', note: 'start' }));
  const devices: Device[] = actors.map((actor) => ({ actor, confirmed: first, outbox: [] }));
  const log: Sent[] = [];
  let server: RecordEnvelope = first;
  let values = 0;
  const deviceOf = (index: number): Device => devices[index % devices.length] ?? devices[0] ?? fail();
  return {
    first,
    log,
    server: () => server,
    edit(index: number, field: Field) {
      const { actor, confirmed, outbox } = deviceOf(index);
      const view = outbox.reduce((record, sent) => applied(record, sent.change, sent.actor), confirmed);
      values += 1;
      const change = editOf(confirmed, { [field]: [view.fields[field] ?? null, `value ${values}`] });
      outbox.push({ actor, change: deepFreeze(change) });
    },
    send(index: number) {
      const device = deviceOf(index);
      const sent = device.outbox.shift();
      if (sent === undefined) return;
      server = deepFreeze(applied(server, sent.change, sent.actor, server.version + 1));
      log.push(sent);
      // The answer to a push brings the record as it is now.
      device.confirmed = server;
    },
    pull(index: number) {
      deviceOf(index).confirmed = server;
    },
    sendAll() {
      for (const [index, device] of devices.entries()) while (device.outbox.length > 0) this.send(index);
    },
  };
}

const fail = (): never => {
  throw new Error('a world has devices');
};

const step = fc.record({
  what: fc.constantFrom('edit', 'edit', 'send', 'pull'),
  who: fc.nat(2),
  field: fc.constantFrom(...FIELDS),
});
type Step = { what: string; who: number; field: Field };

function runWorld(actors: readonly Actor[], steps: readonly Step[]) {
  const world = createWorld(actors);
  for (const { what, who, field } of steps) {
    if (what === 'edit') world.edit(who, field);
    else if (what === 'send') world.send(who);
    else world.pull(who);
  }
  world.sendAll();
  return world;
}

const editsOf = (log: readonly Sent[]) =>
  log.flatMap(({ actor, change }, index) =>
    change.type === 'edit'
      ? Object.entries(change.fields).map(([field, { from, to }]) => ({ index, author: actor.id, field, from, to }))
      : [],
  );

test('replaying the accepted changes gives the same record', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const world = runWorld(PEOPLE, steps);
      const again = world.log.reduce(
        (record, { actor, change }) => applied(record, change, actor, record.version + 1),
        world.first,
      );
      expect(again).toEqual(world.server());
    }),
  );
});

test('edits of different fields converge, whatever the order of arrival', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(1), fc.nat(1)), { maxLength: 12 }),
      fc.array(fc.nat(1), { maxLength: 12 }),
      (edits, order) => {
        const results = [order, order.map((who) => 1 - who)].map((sends) => {
          const world = createWorld([anna, bruno]);
          for (const [who, which] of edits) world.edit(who, FIELDS[who * 2 + which] ?? 'note');
          for (const who of sends) world.send(who);
          world.sendAll();
          return world.server();
        });
        expect(results[0]?.conflicts).toEqual([]);
        expect(results[0]?.fields).toEqual(results[1]?.fields);
      },
    ),
  );
});

test('no value is ever lost: it is agreed, in dispute, or replaced by its author or by somebody who saw it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const world = runWorld(PEOPLE, steps);
      const { fields, conflicts } = world.server();
      const edits = editsOf(world.log);
      for (const { index, author, field, to } of edits) {
        const isAgreed = fields[field] === to;
        const isInDispute = conflicts.some(
          (conflict) => conflict.field === field && conflict.value === to && conflict.by.id === author,
        );
        const isReplaced = edits.some(
          (later) => later.index > index && later.field === field && (later.author === author || later.from === to),
        );
        expect(isAgreed || isInDispute || isReplaced, `${field} ${String(to)}`).toBe(true);
        expect(isAgreed && isInDispute).toBe(false);
      }
    }),
  );
});

test('of people who edited without seeing each other, each has one value standing: one agreed, the others in dispute', () => {
  const edits = fc.array(fc.tuple(fc.nat(2), fc.constantFrom(...FIELDS)), { maxLength: 20 });
  fc.assert(
    fc.property(edits, fc.array(fc.nat(2), { maxLength: 20 }), (made, order) => {
      const world = createWorld(PEOPLE);
      for (const [who, field] of made) world.edit(who, field);
      for (const who of order) world.send(who);
      world.sendAll();
      const { fields, conflicts } = world.server();
      for (const field of FIELDS) {
        const edited = editsOf(world.log).filter((edit) => edit.field === field);
        const lastByAuthor = new Map(edited.map(({ author, to }) => [author, to]));
        const disputed = conflicts.filter((conflict) => conflict.field === field).map(({ value }) => value);
        if (edited.length > 0) expect([fields[field], ...disputed].sort()).toEqual([...lastByAuthor.values()].sort());
      }
    }),
  );
});

test('what is promised is what is decided when nothing came between', () => {
  const verbs = fc.constantFrom('edit', 'comment', 'validate', 'return', 'reopen', 'lock', 'remove', 'restore');
  fc.assert(
    fc.property(fc.array(fc.tuple(verbs, fc.nat(2), fc.constantFrom(...FIELDS)), { maxLength: 25 }), (acts) => {
      let record = deepFreeze(sampleBeneficiary());
      for (const [index, [verb, who, field]] of acts.entries()) {
        const actor = PEOPLE[who] ?? anna;
        const change = deepFreeze(changeFor(record, verb, field, `value ${index}`));
        const promise = applyChange(record, change, deepFreeze(contextOf(actor)));
        const decision = applyChange(record, change, deepFreeze(contextOf(actor, record.version + 1)));
        expect(withoutVersions(promise)).toEqual(withoutVersions(decision));
        if (decision.ok && decision.value.record !== undefined) record = deepFreeze(decision.value.record);
      }
    }),
  );
});

function changeFor(record: RecordEnvelope, verb: string, field: Field, value: string): Change {
  if (verb === 'edit') return editOf(record, { [field]: [record.fields[field] ?? null, value] });
  if (verb === 'comment') return changeOf(record, { type: 'comment', text: value });
  return verb === 'remove' || verb === 'restore'
    ? changeOf(record, { type: verb })
    : reviewOf(record, verb, { comment: value });
}

/** What only the server gives: versions and its own clock. */
function withoutVersions(result: ReturnType<typeof applyChange>): unknown {
  if (!result.ok || result.value.record === undefined) return result;
  const { version: _, fieldVersions: _fields, receivedAt: _at, ...rest } = result.value.record;
  return { outcome: result.value.outcome, rest };
}

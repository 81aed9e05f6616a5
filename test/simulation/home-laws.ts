import type { RecordEnvelope } from '../../src/domain/record.ts';
import { overCeilingsIn } from '../../src/features/money-records.ts';
import { allOverfull } from '../../src/features/overfull-items.ts';
import { instantToOfficeDate } from '../../src/i18n/office-date.ts';
import type { World } from './create-world.ts';
import { addDays, lowestCeiling } from './home-steps.ts';
import type { Broken } from './saved-change.ts';

/**
 * What must hold of households, homes and money once the world has healed, counted night by night and cent by cent from the server's
 * records, and asked of every screen that is to tell of it.
 */
type Alive = readonly RecordEnvelope[];

export function checkHomes(world: World, broken: Broken): void {
  const today = instantToOfficeDate(new Date(world.scheduler.nowMs()).toISOString());
  const alive = [...world.server.database.tables.records.values()].filter(
    ({ removed, mergedInto }) => !removed && mergedInto === undefined,
  );
  for (const kind of new Set(alive.map((one) => one.kind))) world.tally.count(`record: ${kind}`);
  checkApart(alive, broken);
  checkSums(alive, broken);
  const crowded = crowdedNights(alive, today);
  const over = sumsOverCeiling(alive);
  for (const tab of world.devices
    .filter(({ isRevoked, isElsewhere }) => !isRevoked && !isElsewhere)
    .flatMap(({ tabs }) => [...tabs])) {
    const vault = tab.vault();
    // What was refused is still shown to its author, beside what holds: their screens count more than the server has.
    if (vault === undefined || vault.attentionCount.peek() > 0) continue;
    const { name } = tab.process;
    const told = allOverfull(vault, today);
    for (const { dwelling, night, stays } of crowded) {
      const isTold = told.some((item) => item.dwelling.record.id === dwelling && stays.includes(item.recordId));
      if (isTold) world.tally.count('told that a dwelling is too full');
      const isKept = alive.some(({ id, fields }) => stays.includes(id) && fields.overPlacesReason !== undefined);
      if (!isTold && !isKept)
        broken('overfull', `${name} says nothing of ${dwelling.slice(-6)} on the night of ${night}`);
    }
    for (const { recordId, dwelling } of told) {
      const isSo = crowded.some((one) => one.dwelling === dwelling.record.id && one.stays.includes(recordId));
      if (!isSo) broken('overfull', `${name} says that there is no place for ${recordId.slice(-6)}, and there is`);
    }
    const said = overCeilingsIn(vault).map(({ placement, month, measure }) => `${placement} ${month} ${measure}`);
    if (said.length > 0) world.tally.count('told of a sum over its ceiling');
    for (const key of over) if (!said.includes(key)) broken('ceiling', `${name} says nothing of ${key}`);
    for (const key of said) if (!over.has(key)) broken('ceiling', `${name} says that ${key} is over its ceiling`);
  }
}

/** Nobody lives in two households or two placements at a time, and no sum is written twice. */
function checkApart(alive: Alive, broken: Broken): void {
  const pairs = (kind: string, areTwice: (one: RecordEnvelope, other: RecordEnvelope) => boolean) => {
    const list = alive.filter((one) => one.kind === kind);
    for (const [index, one] of list.entries())
      for (const other of list.slice(index + 1))
        if (areTwice(one, other)) broken('once', `${kind} ${one.id.slice(-6)} stands beside ${other.id.slice(-6)}`);
  };
  const isOfOne = (name: string, one: RecordEnvelope, other: RecordEnvelope) => one.fields[name] === other.fields[name];
  const days = ({ fields }: RecordEnvelope, from: readonly string[], to: string): [string, string] => [
    String(from.map((name) => fields[name]).find((value) => value !== undefined) ?? '~'),
    String(fields[to] ?? '~'),
  ];
  const shareDay = ([from, to]: [string, string], [from2, to2]: [string, string]) =>
    from < to && from2 < to2 && from < to2 && from2 < to;
  pairs(
    'household-member',
    (one, other) =>
      isOfOne('beneficiary', one, other) &&
      shareDay(days(one, ['fromDate'], 'toDate'), days(other, ['fromDate'], 'toDate')),
  );
  pairs('placement', (one, other) => {
    if (!isOfOne('beneficiary', one, other)) return false;
    const areOpen = one.fields.exitDate === undefined && other.fields.exitDate === undefined;
    const starts = ['entryDate', 'referralDate'];
    return areOpen || shareDay(days(one, starts, 'exitDate'), days(other, starts, 'exitDate'));
  });
  pairs('contribution', (one, other) => {
    const { reference } = one.fields;
    const isUnnamed = reference === undefined || other.fields.reference === undefined;
    return (
      keyOfSum(one) === keyOfSum(other) &&
      isOfOne('amountCents', one, other) &&
      (isUnnamed || isOfOne('reference', one, other))
    );
  });
}

/** What every device knew the ceiling of has not passed it: whoever wrote last was asked for a reason. */
function checkSums(alive: Alive, broken: Broken): void {
  for (const [key, sums] of Map.groupBy(
    alive.filter(({ kind }) => kind === 'contribution'),
    keyOfSum,
  )) {
    const ceilings = sums.map(({ fields }) => Number(fields.ceilingCents ?? Number.POSITIVE_INFINITY));
    const isExplained = sums.some(({ fields }) => fields.overCeilingReason !== undefined);
    if (!isExplained && cents(sums) > Math.max(...ceilings))
      broken('ceiling', `${key}: more was taken than any device allowed`);
  }
}

function sumsOverCeiling(alive: Alive): ReadonlySet<string> {
  const placements = new Set<unknown>(alive.filter(({ kind }) => kind === 'placement').map(({ id }) => id));
  const ceilings = alive.filter(({ kind }) => kind === 'contribution-ceiling');
  const sums = alive.filter(({ kind, fields }) => kind === 'contribution' && placements.has(fields.placement));
  const isOver = (some: Alive) => {
    const ceiling = lowestCeiling(ceilings, String(some[0]?.fields.month));
    return (
      ceiling !== undefined &&
      cents(some) > ceiling &&
      some.every(({ fields }) => fields.overCeilingReason === undefined)
    );
  };
  return new Set([...Map.groupBy(sums, keyOfSum)].filter(([, some]) => isOver(some)).map(([key]) => key));
}

const keyOfSum = ({ fields }: RecordEnvelope): string => `${fields.placement} ${fields.month} ${fields.measure}`;
const cents = (sums: Alive): number => sums.reduce((total, { fields }) => total + Number(fields.amountCents), 0);

type Crowd = { readonly dwelling: string; readonly night: string; readonly stays: readonly string[] };

/** Every night on which more people are in a dwelling than it has places. */
function crowdedNights(alive: Alive, today: string): readonly Crowd[] {
  const stays = alive
    .filter(({ kind }) => kind === 'placement')
    .map((one) => ({ ...stayOf(one, today), id: one.id, of: one.fields.dwellingId }));
  const nights = [...new Set(stays.map(({ from }) => from))];
  return alive
    .filter(({ kind }) => kind === 'dwelling')
    .flatMap(({ id, fields }) =>
      nights.flatMap((night): Crowd[] => {
        const there = stays.filter(({ of, from, until }) => of === id && from <= night && night < until);
        const people = there.reduce((sum, { size }) => sum + size, 0);
        return people > Number(fields.places) ? [{ dwelling: id, night, stays: there.map((one) => one.id) }] : [];
      }),
    );
}

/** Who has not come yet is promised a bed from tonight; whose exit is not known, or is past and they have not gone, stays on. */
function stayOf({ fields }: RecordEnvelope, today: string) {
  const from = String(fields.dwellingFromDate ?? fields.entryDate ?? today);
  const planned = String(fields.expectedExitDate ?? '');
  const until = String(fields.exitDate ?? (planned > today ? planned : addDays(today, 10_000)));
  return { from, until, size: Number(fields.householdSize ?? 1) };
}

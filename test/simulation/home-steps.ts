import type { NewChange } from '../../src/device/open-vault.ts';
import type { Fields, JsonValue } from '../../src/domain/json-value.ts';
import type { RecordEnvelope } from '../../src/domain/record.ts';
import type { Desk } from './kind-steps.ts';
import type { HomeStep } from './people-step-weights.ts';

/**
 * Households, homes, months and money, as people write them who do not see each other: few people, few homes, few sums, so that two
 * devices mean the same one. What a step leans on and nobody has written yet is written in its place.
 */
export function makeHomeChange(step: HomeStep, desk: Desk): NewChange | undefined {
  const { living, removed, isCoordinator, today, newId, random } = desk;
  const all = (kind: string) => living.filter((one) => one.kind === kind);
  const few = (kind: string) => random.pick(all(kind).slice(0, 2));
  const create = (kind: string, fields: Fields): NewChange => ({ type: 'create', recordId: newId(), kind, fields });
  const edit = (record: RecordEnvelope | undefined, values: Record<string, JsonValue>) =>
    record && editOf(record, values);
  const daysAgo = (days: number) => addDays(today, -days);
  const some = (values: readonly number[]): number => random.pick(values) ?? 1;

  switch (step) {
    case 'begin a household':
      return create('household', { name: `Famiglia ${random.below(9)}` });
    case 'join a household': {
      const [household, beneficiary] = [few('household'), few('beneficiary')];
      if (household === undefined) return makeHomeChange('begin a household', desk);
      const dates = { fromDate: daysAgo(some([0, 5, 20])), ...(random.chance(0.2) && { toDate: today }) };
      return (
        beneficiary && create('household-member', { household: household.id, beneficiary: beneficiary.id, ...dates })
      );
    }
    case 'leave a household':
      return edit(random.pick(all('household-member').filter(({ fields }) => fields.toDate === undefined)), {
        toDate: today,
      });
    case 'find a landlord':
      return create('landlord', { name: `Rossi ${random.below(9)}`, type: 'PRIV' });
    case 'offer a dwelling': {
      const landlord = few('landlord');
      const from = landlord === undefined ? {} : { landlord: landlord.id };
      return create('dwelling', { name: `Via ${random.below(9)}`, type: 'INTE', places: some([1, 1, 2]), ...from });
    }
    case 'place somebody': {
      const [dwelling, beneficiary] = [few('dwelling'), random.pick(all('beneficiary').slice(0, 5))];
      if (dwelling === undefined) return makeHomeChange('offer a dwelling', desk);
      return beneficiary && create('placement', placed(beneficiary.id, dwelling.id));
    }
    case 'move somebody': {
      const dwelling = few('dwelling')?.id ?? null;
      const placement = random.pick(livingThere());
      return random.chance(0.5)
        ? edit(placement, { householdSize: some([1, 2, 3]) })
        : edit(placement, { dwellingId: dwelling, dwellingFromDate: dwelling === null ? null : today });
    }
    case 'keep them all the same':
      return edit(random.pick(livingThere()), { overPlacesReason: `K${random.below(99)}` });
    case 'change the places':
      return edit(few('dwelling'), { places: some([1, 2, 3]) });
    case 'move somebody out':
      return edit(random.pick(livingThere()), {
        stage: 'USCI',
        stageReason: `Casa ${random.below(99)}`,
        exitDate: daysAgo(some([0, 1, 2])),
        exitOutcome: 'AUTO',
        situationAtExit: 'AUTO',
      });
    case 'tell a month': {
      const placement = random.pick(movedIn().slice(0, 2));
      if (placement === undefined) return makeHomeChange('place somebody', desk);
      const month = daysAgo(some([0, 31])).slice(0, 7);
      return create('monthly-situation', {
        placement: placement.id,
        month,
        situation: random.chance(0.5) ? 'AUTO' : 'E8_1',
      });
    }
    case 'ask after the exit': {
      const placement = random.pick(movedIn().filter(({ fields }) => fields.exitDate !== undefined));
      if (placement === undefined) return makeHomeChange('move somebody out', desk);
      const after = random.chance(0.7) ? 'M3' : 'M6';
      return create('exit-follow-up', { placement: placement.id, after, date: today, situation: 'AUTO' });
    }
    case 'pay': {
      const placement = random.pick(movedIn().slice(0, 2));
      if (placement === undefined) return makeHomeChange('place somebody', desk);
      // The form writes down the ceiling as this device knows it.
      const ceilingCents = lowestCeiling(all('contribution-ceiling'), today.slice(0, 7));
      return create('contribution', {
        placement: placement.id,
        month: today.slice(0, 7),
        measure: 'LOCA',
        amountCents: some([10_000, 20_000, 30_000]),
        ...(random.chance(0.5) ? { state: 'PIAN' } : { state: 'PAGA', paidDate: today }),
        ...(ceilingCents !== undefined && { ceilingCents }),
        ...(random.chance(0.15) && { overCeilingReason: 'Urgenza' }),
        ...(random.chance(0.5) && { reference: `D${random.below(3)}` }),
      });
    }
    case 'set another sum':
      return edit(random.pick(all('contribution').slice(0, 3)), { amountCents: some([10_000, 20_000, 30_000]) });
    case 'set a ceiling': {
      const validFrom = daysAgo(some([0, 31])).slice(0, 7);
      const fields = { measure: 'LOCA', maxCents: some([30_000, 40_000, 50_000]), validFrom };
      return isCoordinator ? create('contribution-ceiling', fields) : undefined;
    }
    case 'note a stage': {
      const placement = few('placement');
      return placement && create('stage-step', { placement: placement.id, stage: 'ACCO', date: today });
    }
    case 'say they are two': {
      const [one, other] = all('beneficiary');
      return one && other && create('different-people', { beneficiary: one.id, other: other.id });
    }
    case 'think again': {
      const back = random.pick(removed.filter(({ kind }) => TAKEN_BACK.includes(kind)));
      const gone = random.pick(living.filter(({ kind }) => TAKEN_BACK.includes(kind)).slice(0, 3));
      if (back !== undefined) return { type: 'restore', recordId: back.id, kind: back.kind };
      return gone && { type: 'remove', recordId: gone.id, kind: gone.kind };
    }
  }

  function placed(beneficiary: string, dwellingId: string): Fields {
    const ends = random.chance(0.3) ? { expectedExitDate: addDays(today, some([3, 10])) } : {};
    const sized = random.chance(0.7) ? { householdSize: some([1, 2]) } : {};
    const entry = { stage: 'INSE', entryDate: daysAgo(some([0, 10, 40])), dwellingId };
    return { beneficiary, measures: ['COHO'], ...entry, ...ends, ...sized };
  }
  function movedIn(): readonly RecordEnvelope[] {
    return all('placement').filter(({ fields }) => fields.entryDate !== undefined);
  }
  function livingThere(): readonly RecordEnvelope[] {
    return movedIn()
      .filter(({ fields }) => fields.exitDate === undefined)
      .slice(0, 4);
  }
}

/** What is told of a household once, and may be told anew while it is taken back. */
const TAKEN_BACK: readonly string[] = ['monthly-situation', 'exit-follow-up', 'placement'];

export const editOf = (record: RecordEnvelope, values: Record<string, JsonValue>): NewChange => ({
  type: 'edit',
  recordId: record.id,
  kind: record.kind,
  seenVersion: record.version,
  fields: Object.fromEntries(
    Object.entries(values).map(([name, to]) => [name, { from: record.fields[name] ?? null, to }]),
  ),
});

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Of the latest month that had begun; of two from the same month the lower. */
export function lowestCeiling(ceilings: readonly RecordEnvelope[], month: string): number | undefined {
  const begun = ceilings.map(({ fields }) => fields).filter(({ validFrom }) => String(validFrom) <= month);
  const latest = begun
    .map(({ validFrom }) => String(validFrom))
    .sort()
    .at(-1);
  const sums = begun.filter(({ validFrom }) => validFrom === latest).map(({ maxCents }) => Number(maxCents));
  return sums.length === 0 ? undefined : Math.min(...sums);
}

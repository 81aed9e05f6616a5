import type { Fields, JsonValue } from '../../domain/json-value.ts';
import { STAGES, type Stage } from '../../domain/lists/stages.ts';
import type { WaitingReason } from '../../domain/lists/waiting-reasons.ts';
import type { DemoRandom } from './demo-random.ts';

const DAY_MS = 86_400_000;
const ENTRY_SITUATIONS = ['E1_1', 'E2_1', 'E5_1', 'E8_1', 'E8_2', 'E9_1'] as const;

/** Why they wait, what is next and who does it. */
const WAITS: Partial<Record<Stage, readonly [WaitingReason, string, string]>> = {
  SEGN: ['COLL', 'Fissare il colloquio', 'Marta'],
  VALU: ['REDD', 'Raccogliere le buste paga', 'Youssef'],
  RICE: ['NOAL', 'Visita all’alloggio', 'Youssef'],
};

/** A household somewhere on the pathway: `index` walks over all stages, so that each is seen. */
export function createDemoPlacement(random: DemoRandom, beneficiary: string, index: number, todayMs: number): Fields {
  const stage = STAGES[index % STAGES.length] ?? 'SEGN';
  const reached = STAGES.indexOf(stage);
  const referredMs = todayMs - random.whole(150, 330) * DAY_MS;
  const day = (offset: number) => new Date(referredMs + offset * DAY_MS).toISOString().slice(0, 10);
  const fields: Record<string, JsonValue> = {
    beneficiary,
    stage,
    measures: random.some(['COHO', 'ATMP', 'RCAS', 'LOCA', 'MEDI', 'ACCA'], random.whole(1, 2)),
    referralDate: day(0),
    householdSize: random.pick([1, 1, 1, 2, 3, 4]),
    situationAtEntry: random.pick(ENTRY_SITUATIONS),
  };
  const waits = WAITS[stage];
  if (waits !== undefined) {
    const [waitingReason, nextStep, nextStepBy] = waits;
    const nextStepDate = new Date(todayMs + random.whole(-3, 12) * DAY_MS).toISOString().slice(0, 10);
    Object.assign(fields, { waitingReason, nextStep, nextStepBy, nextStepDate });
  }
  if (reached >= STAGES.indexOf('PATT')) fields.agreementDate = day(random.whole(10, 25));
  if (reached >= STAGES.indexOf('INSE')) {
    fields.entryDate = day(random.whole(30, 60));
    fields.expectedExitDate = day(random.whole(300, 380));
    fields.rentCents = random.whole(30, 65) * 1_000;
    fields.contributionCents = random.whole(10, 25) * 1_000;
  }
  if (reached >= STAGES.indexOf('USCI')) {
    fields.exitDate = day(random.whole(110, 145));
    fields.exitOutcome = random.pick(['AUTO', 'COND', 'SUSS', 'ERP', 'FAMI', 'PREC', 'TRAS']);
    fields.situationAtExit = random.pick(['AUTO', 'E8_1', 'E7_2']);
  }
  return fields;
}

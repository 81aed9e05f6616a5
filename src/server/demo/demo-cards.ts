import { createCardCode } from '../../domain/card-code.ts';
import type { Fields } from '../../domain/json-value.ts';
import type { DemoRandom } from './demo-random.ts';

/** A card for a person; now and then one that was lost. */
export const createDemoCard = (random: DemoRandom, beneficiary: string, atMs: number): Fields => ({
  beneficiary,
  code: createCardCode(() => random.id(atMs)),
  state: random.isTrue(0.15) ? 'LOST' : 'ACTV',
  issuedDate: new Date(atMs).toISOString().slice(0, 10),
});

import type { OpenVault } from '../../device/open-vault.ts';
import { byScore, type Double, findDoubles } from '../../domain/find-doubles.ts';
import type { CalendarDate } from '../../domain/primitives.ts';
import type { RecordEnvelope } from '../../domain/record.ts';
import { areDifferent } from '../different-people.ts';
import { peopleIndexOf } from '../people-index.ts';

/**
 * Who may be registered twice, looked for person by person: a look at everybody takes seconds, so it is done in pieces, and who did not
 * change since the last look is not looked at again. In memory only, and gone with the vault.
 */
type Scan = {
  /** The person's record as it was looked at, and the pairs found with it. */
  readonly lookedAt: Map<string, { readonly record: RecordEnvelope; readonly pairs: readonly Double[] }>;
};
const scansByVault = new WeakMap<OpenVault, Scan>();

function scanOf(vault: OpenVault): Scan {
  const scan = scansByVault.get(vault) ?? { lookedAt: new Map() };
  scansByVault.set(vault, scan);
  return scan;
}

const recordsOf = ({ caseload }: OpenVault): RecordEnvelope[] =>
  caseload.ofKind('beneficiary').map(({ record }) => record);

/** Looks at more people until `isTimeUp`; answers how many are left. At least one is looked at, so that it always ends. */
export function scanDoubles(vault: OpenVault, today: CalendarDate, isTimeUp: () => boolean): number {
  const { lookedAt } = scanOf(vault);
  const index = peopleIndexOf(vault);
  const left = recordsOf(vault).filter((record) => lookedAt.get(record.id)?.record !== record);
  let done = 0;
  for (const record of left) {
    lookedAt.set(record.id, { record, pairs: [...findDoubles(index, [record], today).values()] });
    done += 1;
    if (isTimeUp()) break;
  }
  return left.length - done;
}

/** The pairs known so far, the likeliest first. A pair stands only while both are as they were when it was found, and nobody said
 * that they are two people. */
export function doublesFound(vault: OpenVault): Double[] {
  const { lookedAt } = scanOf(vault);
  const present = new Map(recordsOf(vault).map((record) => [record.id, record]));
  const isAsItWas = (id: Double['one']): boolean => {
    const looked = lookedAt.get(id);
    return present.has(id) && (looked === undefined || looked.record === present.get(id));
  };
  const found = [...lookedAt.values()]
    .flatMap(({ pairs }) => pairs)
    .filter(({ one, other }) => isAsItWas(one) && isAsItWas(other) && !areDifferent(vault, one, other));
  return [...new Map(found.map((pair) => [`${pair.one} ${pair.other}`, pair])).values()].sort(byScore);
}

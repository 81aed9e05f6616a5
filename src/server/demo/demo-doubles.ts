import type { Change } from '../../domain/change.ts';
import type { JsonValue } from '../../domain/json-value.ts';
import type { DemoPerson } from './demo-people.ts';
import type { DemoRandom } from './demo-random.ts';

/** One person in thirty was registered twice: at the desk by name, before that on a square by ear. */
const DOUBLES_SHARE = 30;

/** The second records: the same name with a letter more or the parts swapped, less known, another telephone. */
export function createDemoDoubles(random: DemoRandom, people: readonly DemoPerson[]): DemoPerson[] {
  const named = people.filter(({ fields }) => fields.familyName !== undefined && fields.birthYear !== undefined);
  return random.some(named, Math.ceil(people.length / DOUBLES_SHARE)).map(({ fields, languages }) => {
    const { givenName, familyName, gender, citizenship, birthYear } = fields;
    const isSwapped = random.isTrue(0.4);
    const names: Record<string, JsonValue> = isSwapped
      ? { givenName: familyName ?? '', familyName: givenName ?? '' }
      : { givenName: doubled(String(givenName)), familyName: familyName ?? '' };
    const known: Record<string, JsonValue> = { birthYear: birthYear ?? 1990, languages: languages.slice(0, 1) };
    if (gender !== undefined && random.isTrue(0.7)) known.gender = gender;
    if (citizenship !== undefined) known.citizenship = citizenship;
    return { languages, fields: { ...names, ...known, note: 'Registrata in strada, senza documenti.' } };
  });
}

/** "Amina" as who writes by ear hears it: "Aminna". */
const doubled = (name: string): string => name.replace(/([bcdfglmnprst])(?=[aeiou])/, '$1$1');

/** Of two records that share a birth and a name in either order, the later goes into the earlier: the first such pair, already settled. */
export function createDemoMerge(
  random: DemoRandom,
  people: readonly (Change & { readonly type: 'create' })[],
  nowMs: number,
): Change[] {
  const keyOf = ({ fields }: (typeof people)[number]): string =>
    JSON.stringify([fields.birthYear ?? null, [fields.givenName ?? '', fields.familyName ?? ''].sort()]);
  for (const person of people) {
    const other = people.find(
      (one) => one !== person && one.fields.birthYear !== undefined && keyOf(one) === keyOf(person),
    );
    if (other === undefined || other.recordId === person.recordId) continue;
    const [into, away] = other.fields.phone === undefined ? [person, other] : [other, person];
    const atMs = nowMs - 2 * 86_400_000;
    return [
      {
        type: 'merge',
        id: random.id(atMs),
        recordId: away.recordId,
        kind: away.kind,
        at: new Date(atMs).toISOString(),
        into: into.recordId,
      },
    ];
  }
  return [];
}

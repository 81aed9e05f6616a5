import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { Stack } from '../ui/Stack.tsx';
import { leaveChange } from './household-moves.ts';
import { householdsOn, type Membership, memberFieldsOf } from './household-records.ts';
import { nameOfPerson } from './record-words.ts';
import { useSession } from './session.ts';
import {
  type DoubleHousehold,
  type DoublesAbout,
  doubleHouseholds,
  isSameHousehold,
  keepTheirs,
  moveHere,
} from './settle-household.ts';
import { refusalToText, useSaved } from './use-save.ts';

/** Two devices that put somebody in a household, settled by one tap each. Nothing where nothing is double. */
export function DoubleHouseholds(about: DoublesAbout) {
  const { vault, words } = useSession();
  const doubles = doubleHouseholds(vault, about);
  if (doubles.length === 0) return null;
  return (
    <Note tone="wait" title={words.t('households.again.title', { n: doubles.length })}>
      <p>{words.t('households.again.text')}</p>
      {doubles.map((double) => (
        <DoubleLine key={double.item.change.id} double={double} />
      ))}
    </Note>
  );
}

function DoubleLine({ double }: { readonly double: DoubleHousehold }) {
  const { vault, words, say, nudge } = useSession();
  const { t } = words;
  const { item, other, personId } = double;
  // The next pull brings it; before that there is nothing to choose between.
  if (other === undefined) return null;
  const here = nameOfPerson(vault, words, String(item.change.fields.household));
  const there = nameOfPerson(vault, words, memberFieldsOf(other).household);
  const settle = async (way: typeof keepTheirs | typeof moveHere) => {
    const answer = await way(vault, double);
    if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    nudge();
    say({ text: t('households.again.done') });
  };
  return (
    <Stack>
      <p>{t('households.again.line', { name: nameOfPerson(vault, words, personId), here, there })}</p>
      <Stack inline>
        <Button variant="ghost" onClick={() => settle(keepTheirs)}>
          {t('households.again.keep', { household: there })}
        </Button>
        {!isSameHousehold(double) && (
          <Button variant="quiet" onClick={() => settle(moveHere)}>
            {t('households.again.keep', { household: here })}
          </Button>
        )}
      </Stack>
    </Stack>
  );
}

/** Two records of one person, each in a household, became one: whoever sees it chooses, and the other household is left today. */
export function InTwoHouseholds({ personId }: { readonly personId: string }) {
  const { vault, words, today, say } = useSession();
  const { t } = words;
  const saved = useSaved();
  const belongings = householdsOn(vault, personId, today());
  if (belongings.length < 2) return null;
  const stay = async (kept: Membership) => {
    const left = belongings.filter((one) => one !== kept).map(({ held }) => leaveChange(held, today()));
    const answer = await vault.saveChanges(left);
    if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    const [first, ...others] = answer.value;
    if (first !== undefined) saved(first, ...others);
  };
  return (
    <Note
      tone="wait"
      title={t('households.two.title', { name: nameOfPerson(vault, words, personId) })}
      action={
        <Stack inline>
          {belongings.map((one) => (
            <Button key={one.held.record.id} variant="ghost" onClick={() => stay(one)}>
              {t('households.again.keep', {
                household: nameOfPerson(vault, words, memberFieldsOf(one.held).household),
              })}
            </Button>
          ))}
        </Stack>
      }
    >
      {t('households.two.text')}
    </Note>
  );
}

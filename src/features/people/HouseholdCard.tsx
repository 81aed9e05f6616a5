import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardFooter } from '../../ui/CardFooter.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { peopleIcon, plusIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { firstHousehold } from '../household-moves.ts';
import { belongingsOf, isMemberOn, memberFieldsOf } from '../household-records.ts';
import { PLACES, withHousehold } from '../places.ts';
import { nameOfPerson, recordSubtitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';

/** The household of a person, the ones before it, or the tap that makes the first. */
export function HouseholdCard({ personId, isAlive }: { readonly personId: string; readonly isAlive: boolean }) {
  const { vault, words, today, newId, go, say } = useSession();
  const { t } = words;
  const saved = useSaved();
  const belongings = belongingsOf(vault, personId).sort((a, b) =>
    (memberFieldsOf(a).fromDate ?? '') < (memberFieldsOf(b).fromDate ?? '') ? 1 : -1,
  );
  const now = belongings.find((held) => isMemberOn(held, today()));
  const make = async () => {
    const answer = await vault.saveChanges(firstHousehold(newId, personId, today()));
    if (!answer.ok) return say({ text: refusalToText(words, answer.error), tone: 'stop' });
    const [household, ...others] = answer.value;
    if (household === undefined) return;
    saved(household, ...others);
    go(PLACES.household(household.recordId));
  };
  if (belongings.length === 0 && !isAlive) return null;
  return (
    <Card flat title={t('households.household')} aside={now === undefined ? t('households.none') : undefined}>
      {belongings.length > 0 && (
        <RowList>
          {belongings.map((held) => {
            const { household = '' } = memberFieldsOf(held);
            return (
              <CardRow
                key={held.record.id}
                title={nameOfPerson(vault, words, household)}
                subtitle={recordSubtitle(words, held)}
                href={PLACES.household(household)}
              />
            );
          })}
        </RowList>
      )}
      {isAlive && (
        <CardFooter>
          {now === undefined ? (
            <Button variant="quiet" icon={peopleIcon} onClick={() => make()}>
              {t('households.make')}
            </Button>
          ) : (
            <LinkButton
              variant="quiet"
              icon={plusIcon}
              href={withHousehold(PLACES.newGroup, memberFieldsOf(now).household ?? '')}
            >
              {t('households.newService')}
            </LinkButton>
          )}
        </CardFooter>
      )}
    </Card>
  );
}

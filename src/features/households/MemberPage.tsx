import { peopleIcon, personIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { FactsPage } from '../facts-page.tsx';
import { memberFieldsOf } from '../household-records.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { nameOfPerson } from '../record-words.ts';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';

/** One belonging: who, in which household, since when. */
export function MemberPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'household-member') {
    return <NotHere title={words.t('people.title')} listPlace={PLACES.people} />;
  }
  const { household = '', beneficiary = '' } = memberFieldsOf(held);
  return (
    <FactsPage
      held={held}
      backTo={PLACES.household(household)}
      side={
        <>
          <LinkButton href={PLACES.household(household)} variant="quiet" wide icon={peopleIcon}>
            {words.t('households.openHousehold')}
          </LinkButton>
          <LinkButton href={PLACES.person(survivorIn(vault)(beneficiary))} variant="quiet" wide icon={personIcon}>
            {words.t('households.openPerson', { name: nameOfPerson(vault, words, beneficiary) })}
          </LinkButton>
        </>
      }
    />
  );
}

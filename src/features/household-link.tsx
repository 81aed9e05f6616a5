import type { CaseRecord } from '../device/open-vault.ts';
import { peopleIcon } from '../ui/icons.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { stringOf } from './field-values.ts';
import { PLACES } from './places.ts';
import { useSession } from './session.ts';

/** The way from a service or placement to the household it is for; nothing where it is for one person. */
export function HouseholdLink({ held }: { readonly held: CaseRecord }) {
  const { t } = useSession().words;
  const household = stringOf(held.record.fields.householdId);
  if (household === undefined) return null;
  return (
    <LinkButton href={PLACES.household(household)} variant="quiet" wide icon={peopleIcon}>
      {t('households.openHousehold')}
    </LinkButton>
  );
}

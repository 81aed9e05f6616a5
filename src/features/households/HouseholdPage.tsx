import type { CaseRecord } from '../../device/open-vault.ts';
import { Columns } from '../../ui/Columns.tsx';
import { editIcon, mergeIcon, plusIcon, shareIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { DoubleHouseholds, InTwoHouseholds } from '../double-households.tsx';
import { RecordFacts } from '../facts-page.tsx';
import { membershipsOf, presentMembers } from '../household-records.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES, withHousehold } from '../places.ts';
import { RecordBanners } from '../record-banners.tsx';
import { RemoveButton, useMayEdit } from '../record-standing.tsx';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { findHousehold } from './find-household.ts';
import { HouseholdPath } from './HouseholdPath.tsx';
import { FormerCard, MembersCard } from './MembersCard.tsx';
import { HouseholdPlacementsCard, HouseholdServicesCard } from './WhatWasDone.tsx';

/** Who lives as one, now and before, and what was done for all of them. */
export function HouseholdPage({ id }: { readonly id: string }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const held = findHousehold(vault, id);
  if (held === undefined) return <NotHere title={t('people.title')} listPlace={PLACES.people} />;
  const present = presentMembers(vault, id, today());
  const belongings = membershipsOf(vault, id).map((one) => one.held);
  const isOpen = !held.record.removed && present.length > 0;
  return (
    <Screen
      title={recordTitle(vault, words, held)}
      subtitle={[recordSubtitle(words, held), t('households.size', { n: present.length })]
        .filter((part) => part !== '')
        .join(' · ')}
      backTo={PLACES.people}
      banner={
        <>
          <RecordBanners held={held} others={belongings} />
          <DoubleHouseholds householdId={id} />
          {present.map(({ personId }) => (
            <InTwoHouseholds key={personId} personId={personId} />
          ))}
        </>
      }
    >
      <Columns
        lead={
          isOpen ? (
            <LinkButton big icon={plusIcon} href={withHousehold(PLACES.newGroup, id)}>
              {t('households.newService')}
            </LinkButton>
          ) : undefined
        }
        main={
          <>
            <MembersCard household={held} />
            <HouseholdPlacementsCard household={held} isLivedIn={isOpen} />
            <HouseholdPath householdId={id} />
            <HouseholdServicesCard householdId={id} />
            <FormerCard householdId={id} />
          </>
        }
        side={<About held={held} present={present.length} />}
      />
    </Screen>
  );
}

/** What is written of the household itself, and what becomes of it as a whole. */
function About({ held, present }: { readonly held: CaseRecord; readonly present: number }) {
  const { t } = useSession().words;
  const mayEdit = useMayEdit(held);
  const { id } = held.record;
  return (
    <RecordFacts held={held}>
      {mayEdit && (
        <LinkButton href={PLACES.editHousehold(id)} variant="quiet" wide icon={editIcon}>
          {t('households.correct')}
        </LinkButton>
      )}
      {mayEdit && present > 1 && (
        <LinkButton variant="quiet" wide icon={shareIcon} href={PLACES.splitHousehold(id)}>
          {t('households.split')}
        </LinkButton>
      )}
      {mayEdit && present > 0 && (
        <LinkButton variant="quiet" wide icon={mergeIcon} href={PLACES.joinHousehold(id)}>
          {t('households.join')}
        </LinkButton>
      )}
      {/* Who is in it would be in a household that nobody sees. */}
      {present === 0 && <RemoveButton held={held} fallback={PLACES.people} />}
    </RecordFacts>
  );
}

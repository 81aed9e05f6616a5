import type { CaseRecord } from '../../device/open-vault.ts';
import { isContactOfOne } from '../../domain/match-contacts.ts';
import { Card } from '../../ui/Card.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { editIcon, personIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { AttachmentsCard } from '../attachments-card.tsx';
import { CommentsCard } from '../comments-card.tsx';
import { HouseholdLink } from '../household-link.tsx';
import { NotHere } from '../not-here.tsx';
import { homeOf, PLACES } from '../places.ts';
import { Authorship, RemoveButton, StandingNote, useMayEdit } from '../record-standing.tsx';
import { recordMark, recordSubtitle, recordTitle } from '../record-words.ts';
import { ReturnBanner } from '../return-banner.tsx';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { ReferralCard } from './ReferralCard.tsx';
import { ServiceFacts } from './ServiceFacts.tsx';
import { stateToText } from './state-words.ts';
import { WaitingChanges } from './WaitingChanges.tsx';

/** One service or contact: what was done, how it stands, what was said about it. */
export function ServicePage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'service') return <NotHere title={words.t('mine.title')} listPlace={PLACES.mine} />;
  return (
    <Screen
      title={recordTitle(vault, words, held)}
      subtitle={recordSubtitle(words, held)}
      backTo={homeOf(vault.actor.role)}
      banner={
        <>
          <StandingNote held={held} />
          <ReturnBanner held={held} />
        </>
      }
    >
      <Columns main={<Told held={held} />} side={<Standing held={held} />} />
    </Screen>
  );
}

function Told({ held }: { readonly held: CaseRecord }) {
  const mayEdit = useMayEdit(held);
  return (
    <>
      <ServiceFacts held={held} />
      {mayEdit && <ReferralCard held={held} />}
      <AttachmentsCard held={held} />
      <CommentsCard held={held} />
    </>
  );
}

function Standing({ held }: { readonly held: CaseRecord }) {
  const { vault, words, today } = useSession();
  const mayEdit = useMayEdit(held);
  const { id, review } = held.record;
  return (
    <>
      {mayEdit && review.state !== 'returned' && (
        <LinkButton big icon={editIcon} href={PLACES.editService(id)}>
          {words.t('verb.correct')}
        </LinkButton>
      )}
      {mayEdit && isContactOfOne(held.record.fields) && (
        <LinkButton variant="quiet" wide icon={personIcon} href={PLACES.linkContact(id)}>
          {words.t('service.link')}
        </LinkButton>
      )}
      <HouseholdLink held={held} />
      <Card title={words.t('service.state')}>
        <Stack>
          <Stack inline>
            <StateMark loud {...recordMark(words, vault, held, today())} />
          </Stack>
          <p>{stateToText(words, held)}</p>
          <Authorship held={held} />
        </Stack>
      </Card>
      <WaitingChanges held={held} />
      <RemoveButton held={held} fallback={homeOf(vault.actor.role)} />
    </>
  );
}

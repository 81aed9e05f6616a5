import type { CaseRecord } from '../../device/open-vault.ts';
import { Button } from '../../ui/Button.tsx';
import { checkIcon, housingIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { CommentsCard } from '../comments-card.tsx';
import { DoubleRecords } from '../double-records.tsx';
import { FactsPage } from '../facts-page.tsx';
import { contributionFieldsOf } from '../money-records.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { useMayEdit } from '../record-standing.tsx';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';

/** One sum: what for, how much, paid or not. */
export function ContributionPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'contribution') {
    return <NotHere title={words.t('money.title')} listPlace={PLACES.housing} />;
  }
  const { placement = '' } = contributionFieldsOf(held);
  return (
    <FactsPage
      held={held}
      backTo={PLACES.placementMoney(placement)}
      side={
        <>
          <PaidButton held={held} />
          <LinkButton href={PLACES.placement(placement)} variant="quiet" wide icon={housingIcon}>
            {words.t('month.openPlacement')}
          </LinkButton>
        </>
      }
    >
      <DoubleRecords recordId={id} />
      <CommentsCard held={held} />
    </FactsPage>
  );
}

/** What was promised is paid with one tap. */
function PaidButton({ held }: { readonly held: CaseRecord }) {
  const { vault, words, say, today } = useSession();
  const saved = useSaved();
  const mayEdit = useMayEdit(held);
  const { record } = held;
  if (!mayEdit || record.fields.state !== 'PIAN') return null;
  const pay = async () => {
    const answer = await vault.saveChange({
      type: 'edit',
      recordId: record.id,
      kind: record.kind,
      seenVersion: record.version,
      fields: { state: { from: 'PIAN', to: 'PAGA' }, paidDate: { from: null, to: today() } },
    });
    if (answer.ok) saved(answer.value);
    else say({ text: refusalToText(words, answer.error), tone: 'stop' });
  };
  return (
    <Button wide icon={checkIcon} onClick={() => void pay()}>
      {words.t('money.payToday')}
    </Button>
  );
}

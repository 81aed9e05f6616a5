import type { CaseRecord } from '../../device/open-vault.ts';
import { Button } from '../../ui/Button.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { CommentsCard } from '../comments-card.tsx';
import { PageOfPlacement } from '../of-placement.tsx';
import { PLACES } from '../places.ts';
import { useMayEdit } from '../record-standing.tsx';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';

/** One sum: what for, how much, paid or not. */
export const ContributionPage = ({ id }: { readonly id: string }) => (
  <PageOfPlacement
    kind="contribution"
    id={id}
    backTo={PLACES.placementMoney}
    side={(held) => <PaidButton held={held} />}
  >
    {(held) => <CommentsCard held={held} />}
  </PageOfPlacement>
);

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
    <Button wide icon={checkIcon} onClick={() => pay()}>
      {words.t('money.payToday')}
    </Button>
  );
}

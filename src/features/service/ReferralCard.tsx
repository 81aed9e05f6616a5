import type { CaseRecord } from '../../device/open-vault.ts';
import { REFERRAL_OUTCOMES } from '../../domain/lists/referral-outcomes.ts';
import { Card } from '../../ui/Card.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { serviceFieldsOf } from '../own-services.ts';
import { useSession } from '../session.ts';
import { refusalToText, useSaved } from '../use-save.ts';

/** Asks what became of a referral, in one tap. */
export function ReferralCard({ held }: { readonly held: CaseRecord }) {
  const { vault, words, say } = useSession();
  const saved = useSaved();
  const { record } = held;
  const { types = [], referralOutcome } = serviceFieldsOf(held);
  if (!types.includes('INVI')) return null;
  const tell = async (outcome: string | undefined) => {
    const answer = await vault.saveChange({
      type: 'edit',
      recordId: record.id,
      kind: record.kind,
      seenVersion: record.version,
      fields: { referralOutcome: { from: referralOutcome ?? null, to: outcome ?? null } },
    });
    if (answer.ok) saved(answer.value);
    else say({ text: refusalToText(words, answer.error), tone: 'stop' });
  };
  return (
    <Card>
      <ChoiceChips
        label={words.t('agenda.referral')}
        value={referralOutcome}
        onInput={(outcome) => void tell(outcome)}
        choices={REFERRAL_OUTCOMES.map((value) => ({ value, label: words.list('referralOutcome', value) }))}
      />
    </Card>
  );
}

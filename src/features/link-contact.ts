import type { CaseRecord } from '../device/open-vault.ts';
import { useSession } from './session.ts';
import { refusalToText, useSaved } from './use-save.ts';

/** Says whom an anonymous contact was with. What was known of the contact stays, so that taking it back brings it back whole. */
export function useLinkContact(): (contact: CaseRecord, personId: string) => Promise<boolean> {
  const { vault, words, say } = useSession();
  const saved = useSaved();
  return async ({ record }, personId) => {
    const answer = await vault.saveChange({
      type: 'edit',
      recordId: record.id,
      kind: record.kind,
      seenVersion: record.version,
      fields: { beneficiary: { from: null, to: personId } },
    });
    if (answer.ok) saved(answer.value);
    else say({ text: refusalToText(words, answer.error), tone: 'stop' });
    return answer.ok;
  };
}

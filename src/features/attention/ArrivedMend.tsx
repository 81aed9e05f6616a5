import type { CaseRecord } from '../../device/open-vault.ts';
import type { Change } from '../../domain/change.ts';
import { Button } from '../../ui/Button.tsx';
import { Stack } from '../../ui/Stack.tsx';
import type { ArrivedItem } from '../remote-ports.ts';
import { useSession } from '../session.ts';
import { restrictedFields } from './arrived-words.ts';
import { isPartedAgain } from './attention-words.ts';
import { MendForm } from './MendForm.tsx';
import { changesToMend, problemsOf } from './mend.ts';

type ArrivedMendProps = {
  readonly item: ArrivedItem;
  readonly change: Change;
  readonly held: CaseRecord | undefined;
  readonly onMended: () => void;
  readonly onCancel: () => void;
};

/** The right values, as a change of the coordinator's own: saved here like any other, also without a network. */
export function ArrivedMend({ item, change, held, onMended, onCancel }: ArrivedMendProps) {
  const { vault, words, arrived, say, nudge } = useSession();
  const { t } = words;
  const mend = changesToMend([change]);
  if (mend === undefined) return null;
  const draftKey = `arrived:mend:${item.changeId}`;
  return (
    <Stack>
      <MendForm
        title={t('arrived.mend')}
        startAt="input, textarea, select"
        // Came meanwhile by another way: then it is corrected there, not created twice.
        mend={held === undefined ? mend : { ...mend, type: 'edit' }}
        found={problemsOf([item])}
        held={held}
        draftKey={draftKey}
        unseen={restrictedFields(change)}
        sendLabel={t('verb.save')}
        onSend={(own) => vault.saveChange(own)}
        onSaved={(own) => {
          arrived.noteMended(item.changeId, own.id);
          nudge();
          say({ text: t('saved.here'), tone: 'ok' });
          onMended();
        }}
      />
      <div>
        <Button
          variant="quiet"
          onClick={() => {
            void vault.drafts.discard(draftKey);
            onCancel();
          }}
        >
          {t('verb.cancel')}
        </Button>
      </div>
    </Stack>
  );
}

/** A comment or a decision has no values to put right; what was removed or merged away is not mended by another value. */
export function isMendableHere({ change, refusal }: ArrivedItem, held: CaseRecord | undefined): boolean {
  if (change === undefined || changesToMend([change]) === undefined) return false;
  if (refusal?.type === 'RecordRemoved') return false;
  if (refusal?.type === 'RecordMerged' && !isPartedAgain(refusal, held)) return false;
  return held === undefined ? change.type === 'create' : !held.record.removed;
}

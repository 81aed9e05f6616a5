import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { NOTE_LENGTH_MAX } from '../domain/primitives.ts';
import { Card } from '../ui/Card.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Note } from '../ui/Note.tsx';
import { Stack } from '../ui/Stack.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { conflictText } from './conflict-words.ts';
import { bindText } from './field-values.ts';
import { overfullByForm } from './overfull-items.ts';
import { placedTwiceByForm } from './placed-twice-items.ts';
import { useSession } from './session.ts';
import type { RecordForm } from './use-record-form.ts';

/** What is written where it stays so, and what is asked before it is saved without. */
const REASON_OF = {
  overfull: { field: 'overPlacesReason', hint: 'overfull.reasonHint', ask: 'overfull.ask' },
  placedTwice: { field: 'overlapReason', hint: 'placedTwice.reasonHint', ask: 'placedTwice.ask' },
} as const;

/**
 * A placement that would take a place that is not there, or somebody who is in another placement, is told while one writes, and asked about
 * before it is saved. It may be saved all the same: a household can be there already. Then it stands among what is to be decided, until
 * somebody decides.
 */
export function useConflictCheck(form: RecordForm): {
  readonly ask: (save: () => void) => void;
  readonly note: ComponentChildren;
} {
  const { vault, words, today } = useSession();
  const { t } = words;
  const [asked, setAsked] = useState<{ readonly save: () => void }>();
  const items = [
    overfullByForm(vault, form.recordId, form.values, today()),
    placedTwiceByForm(vault, form.recordId, form.values),
  ].filter((item) => item !== undefined);
  const reasons = (['overfull', 'placedTwice'] as const).filter(
    (what) => items.some((item) => item.what === what) || form.values[REASON_OF[what].field] !== undefined,
  );
  const [firstNew] = items.filter(({ isNew }) => isNew);
  if (reasons.length === 0) return { ask: (save) => save(), note: null };
  const close = () => setAsked(undefined);
  return {
    ask(save) {
      if (firstNew === undefined) save();
      else setAsked({ save });
    },
    note: (
      <Stack>
        {items.map((item) => (
          <Note key={item.what} tone="wait" role="status">
            {conflictText(vault, words, item)}
          </Note>
        ))}
        <Card>
          <Stack>
            {reasons.map((what) => (
              <TextArea
                key={what}
                {...bindText(words, form, 'placement', REASON_OF[what].field)}
                hint={t(REASON_OF[what].hint)}
                rows={2}
                maxLength={NOTE_LENGTH_MAX}
              />
            ))}
          </Stack>
        </Card>
        {asked !== undefined && firstNew !== undefined && (
          <ConfirmDialog
            title={t(REASON_OF[firstNew.what].ask)}
            closeLabel={t('verb.close')}
            noLabel={t('overfull.back')}
            yesLabel={t('overfull.saveAnyway')}
            isGrave
            onNo={close}
            onYes={() => {
              close();
              asked.save();
            }}
          >
            {items.map((item) => (
              <p key={item.what}>{conflictText(vault, words, item)}</p>
            ))}
            <p>{t('overfull.askText')}</p>
          </ConfirmDialog>
        )}
      </Stack>
    ),
  };
}

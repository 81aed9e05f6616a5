import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { NOTE_LENGTH_MAX } from '../domain/primitives.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Note } from '../ui/Note.tsx';
import { Stack } from '../ui/Stack.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { bindText } from './field-values.ts';
import { overfullByForm } from './overfull-items.ts';
import { overfullText } from './overfull-words.ts';
import { useSession } from './session.ts';
import type { RecordForm } from './use-record-form.ts';

/**
 * A placement that would take a place that is not there is said while one writes, and asked about before it is saved. It may be saved all the
 * same: a household can be there already. Then it stands among what is to be decided, until somebody decides.
 */
export function useCrowdingCheck(form: RecordForm): {
  readonly ask: (save: () => void) => void;
  readonly note: ComponentChildren;
} {
  const { vault, words, today } = useSession();
  const { t } = words;
  const [asked, setAsked] = useState<{ readonly save: () => void }>();
  const item = overfullByForm(vault, form.recordId, form.values, today());
  const hasReason = form.values.overPlacesReason !== undefined;
  if (item === undefined && !hasReason) return { ask: (save) => save(), note: null };
  const close = () => setAsked(undefined);
  return {
    ask(save) {
      if (item?.isNew) setAsked({ save });
      else save();
    },
    note: (
      <Stack>
        {item !== undefined && (
          <Note tone="wait" role="status">
            {overfullText(vault, words, item)}
          </Note>
        )}
        <Card>
          <TextArea
            {...bindText(words, form, 'placement', 'overPlacesReason')}
            hint={t('overfull.reasonHint')}
            rows={2}
            maxLength={NOTE_LENGTH_MAX}
          />
        </Card>
        {asked !== undefined && item !== undefined && (
          <Dialog
            title={t('overfull.ask')}
            closeLabel={t('verb.close')}
            onClose={close}
            actions={
              <>
                <Button variant="ghost" onClick={close}>
                  {t('overfull.back')}
                </Button>
                <Button
                  variant="stop"
                  onClick={() => {
                    close();
                    asked.save();
                  }}
                >
                  {t('overfull.saveAnyway')}
                </Button>
              </>
            }
          >
            <p>{overfullText(vault, words, item)}</p>
            <p>{t('overfull.askText')}</p>
          </Dialog>
        )}
      </Stack>
    ),
  };
}

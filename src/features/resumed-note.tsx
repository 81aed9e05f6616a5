import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { useSession } from './session.ts';
import type { RecordForm } from './use-record-form.ts';

/** Says that the form goes on where somebody stopped, and offers to begin anew. */
export function ResumedNote({ form }: { readonly form: RecordForm }) {
  const { t } = useSession().words;
  if (!form.isResumed) return null;
  return (
    <Note
      tone="off"
      action={
        <Button variant="quiet" onClick={form.startOver}>
          {t('record.startOver')}
        </Button>
      }
    >
      {t('record.resumed')}
    </Note>
  );
}

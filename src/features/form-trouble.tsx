import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Note } from '../ui/Note.tsx';
import { useSession } from './session.ts';
import type { RecordForm } from './use-record-form.ts';
import { refusalToText } from './use-save.ts';

/** What stopped the last try to save, above the form; each field says its own part. */
export function FormTrouble({ form }: { readonly form: RecordForm }) {
  const { words } = useSession();
  const { refusal } = form;
  if (refusal === undefined) return null;
  const isOfFields = refusal.type === 'FieldsRefused';
  return (
    <Note
      tone="stop"
      role="alert"
      title={isOfFields ? words.t('record.fixFields', { n: refusal.problems.length }) : undefined}
    >
      {isOfFields ? words.t('record.fixFieldsText') : refusalToText(words, refusal)}
    </Note>
  );
}

/** After a refused save the focus goes to the first field that is wrong, or to the message above where no field is. */
export function useProblemFocus(form: RecordForm): RefObject<HTMLFormElement | null> {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.failedTry === undefined) return;
    const wrong = element.current?.querySelector('.field-wrong') ?? element.current?.querySelector('.note');
    wrong?.scrollIntoView({ block: 'center' });
    wrong
      ?.querySelector<HTMLElement>('input:not([tabindex="-1"]), select, textarea, button')
      ?.focus({ preventScroll: true });
  }, [form.failedTry]);
  return element;
}

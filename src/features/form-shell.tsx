import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { ActionBar } from '../ui/ActionBar.tsx';
import { Button } from '../ui/Button.tsx';
import { checkIcon } from '../ui/icons.ts';
import { FormTrouble, useProblemFocus } from './form-trouble.tsx';
import { useRegistered } from './registered-person.ts';
import { ResumedNote } from './resumed-note.tsx';
import type { RecordForm } from './use-record-form.ts';

type FormShellProps = {
  readonly form: RecordForm;
  readonly saveLabel: string;
  readonly isSaving?: boolean;
  /** False while something is missing without which there is nothing to save. */
  readonly isReady?: boolean;
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
};

/** What every form has around its questions: going on after a pause, what was refused, the one big button. */
export function FormShell({ form, saveLabel, isSaving, isReady = true, onSubmit, children }: FormShellProps) {
  const element = useProblemFocus(form);
  const registered = useRegistered();
  // Only a `PersonField` asks for somebody new, and it asks while nobody is chosen.
  useLayoutEffect(() => {
    if (registered !== undefined) form.set('beneficiary', registered);
  }, []);
  return (
    <form
      ref={element}
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <FormTrouble form={form} />
      <ResumedNote form={form} />
      {children}
      <ActionBar>
        <Button big type="submit" icon={checkIcon} busy={isSaving} disabled={!isReady}>
          {saveLabel}
        </Button>
      </ActionBar>
    </form>
  );
}

import type { ComponentChildren } from 'preact';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Button } from '../../ui/Button.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { FormTrouble, useProblemFocus } from '../form-trouble.tsx';
import { ResumedNote } from '../resumed-note.tsx';
import type { RecordForm } from '../use-record-form.ts';

type FormShellProps = {
  readonly form: RecordForm;
  /** A form of a new record tells when it was begun. */
  readonly isNew?: boolean;
  readonly saveLabel: string;
  readonly isSaving: boolean;
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
};

/** What every form of a service has around its questions: going on after a pause, what was refused, the one big button. */
export function FormShell({ form, isNew, saveLabel, isSaving, onSubmit, children }: FormShellProps) {
  const element = useProblemFocus(form);
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
      {isNew && <ResumedNote form={form} />}
      <FormTrouble form={form} />
      {children}
      <ActionBar>
        <Button big type="submit" icon={checkIcon} busy={isSaving}>
          {saveLabel}
        </Button>
      </ActionBar>
    </form>
  );
}

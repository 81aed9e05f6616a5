import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { NewChange } from '../../device/open-vault.ts';
import type { Fields } from '../../domain/json-value.ts';
import type { Id } from '../../domain/primitives.ts';
import { FormShell } from '../form-shell.tsx';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { useSaved } from '../use-save.ts';

type MoveFrameProps = {
  readonly form: RecordForm;
  readonly title: string;
  readonly subtitle: string;
  readonly backTo: string;
  readonly saveLabel: string;
  readonly isReady?: boolean;
  /** What is saved in one go: all of it or nothing. */
  readonly toChanges: (recordId: Id, values: Fields) => readonly NewChange[];
  /** Where to go then; back, where nothing is said. */
  readonly next?: ((recordId: Id) => string) | undefined;
  readonly children: ComponentChildren;
};

/** What stands around a form that moves people between households. One "Annulla" takes the whole move back. */
export function MoveFrame(props: MoveFrameProps) {
  const { form, title, subtitle, backTo, saveLabel, isReady = true, toChanges, next, children } = props;
  const { back, go } = useSession();
  const saved = useSaved();
  const isSaving = useRef(false);

  const submit = async () => {
    if (isSaving.current || !isReady) return;
    isSaving.current = true;
    const answer = await form.saveAs(toChanges);
    // The last one first: taken back in this order, nobody is in two households in between.
    const [first, ...others] = answer.ok ? answer.value.toReversed() : [];
    if (first === undefined) {
      isSaving.current = false;
      return;
    }
    saved(first, ...others);
    if (next === undefined) back(backTo);
    else go(next(form.recordId), { replace: true });
  };

  return (
    <Screen task title={title} subtitle={subtitle} backTo={backTo}>
      <FormShell form={form} saveLabel={saveLabel} isReady={isReady} onSubmit={() => void submit()}>
        {children}
      </FormShell>
    </Screen>
  );
}

import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import { alertIcon } from './icons.ts';

/** What every field shows around its control. */
export type FieldProps = {
  label: string;
  hint?: string | undefined;
  /** Says how to mend it: "Scrivi una data fino a oggi." */
  error?: string | undefined;
  /** Beside the label: "(puoi saltare)", a lock. */
  mark?: ComponentChildren;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
};

/** The attributes that tie a control to its hint and error. */
export function describedControl(id: string, { hint, error, required, disabled }: FieldProps) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    id,
    'aria-describedby': ids === '' ? undefined : ids,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-required': required ? ('true' as const) : undefined,
    disabled: disabled ?? false,
  };
}

/** Label above, control, error, hint: one column. */
export function Field({
  id,
  label,
  hint,
  error,
  mark,
  children,
}: FieldProps & { id: string; children: ComponentChildren }) {
  return (
    <div class={classNames('field', error && 'field-wrong')}>
      <div class="field-head">
        <label for={id}>{label}</label>
        {mark && <span class="field-mark">{mark}</span>}
      </div>
      {children}
      <FieldWords id={id} hint={hint} error={error} />
    </div>
  );
}

/** The same around a group of controls: a fieldset with its legend. */
export function FieldGroup({
  id,
  role,
  children,
  ...field
}: FieldProps & { id: string; role: 'radiogroup' | 'group'; children: ComponentChildren }) {
  const { 'aria-describedby': describedBy, 'aria-invalid': invalid } = describedControl(id, field);
  return (
    <fieldset
      class={classNames('field', field.error && 'field-wrong')}
      role={role}
      disabled={field.disabled ?? false}
      aria-describedby={describedBy}
      aria-invalid={role === 'radiogroup' ? invalid : undefined}
    >
      <legend class="field-head">
        <span>{field.label}</span>
        {field.mark && <span class="field-mark">{field.mark}</span>}
      </legend>
      {children}
      <FieldWords id={id} hint={field.hint} error={field.error} />
    </fieldset>
  );
}

/** Error first: it is what the person looks for. It is no live region; focus or a summary leads there. */
export function FieldWords({ id, hint, error }: { id: string; hint?: string | undefined; error?: string | undefined }) {
  return (
    <>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon icon={alertIcon} />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  );
}

import type { ComponentChildren } from 'preact';
import type { CaseRecord } from '../device/open-vault.ts';
import { mayTouchField } from '../domain/permissions.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { lockIcon } from '../ui/icons.ts';
import { fieldLabel } from './field-words.ts';
import { useSession } from './session.ts';
import { useDisclose } from './use-disclose.ts';

type RestrictedFieldProps = {
  readonly kind: string;
  readonly field: string;
  readonly existing: CaseRecord | undefined;
  /** The field itself; it is given the lock and the words of who will see it. */
  readonly children: (restricted: { readonly mark: ComponentChildren; readonly hint: string }) => ComponentChildren;
};

/** A restricted field of a form. What is already written there shows after a tap that is logged; who may not see it has no field. */
export function RestrictedField({ kind, field, existing, children }: RestrictedFieldProps) {
  const { vault, words } = useSession();
  const [isShown, show] = useDisclose(existing, field);
  const { t } = words;
  if (!mayTouchField('write', vault.actor, kind, field, existing?.record)) return null;
  const isMine = existing === undefined || existing.record.createdBy.id === vault.actor.id;
  if (existing?.record.fields[field] !== undefined && !isShown) {
    return (
      <div class="field">
        <Button variant="quiet" icon={lockIcon} onClick={show}>
          {t('record.showField', { field: fieldLabel(words, kind, field) })}
        </Button>
        <p class="field-hint">{t('record.showLogged')}</p>
      </div>
    );
  }
  return children({
    mark: (
      <>
        <Icon icon={lockIcon} /> {t('record.isRestricted')}
      </>
    ),
    hint: t(isMine ? 'record.seenByYou' : 'record.seenByOthers'),
  });
}

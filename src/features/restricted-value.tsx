import type { CaseRecord } from '../device/open-vault.ts';
import { mayTouchField } from '../domain/permissions.ts';
import { Icon } from '../ui/Icon.tsx';
import { lockIcon } from '../ui/icons.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { fieldLabel, fieldValueToText } from './field-words.ts';
import { useSession } from './session.ts';
import { useDisclose } from './use-disclose.ts';

/** A restricted field as one of the facts of a page. */
export function RestrictedValue({ held, field }: { readonly held: CaseRecord; readonly field: string }) {
  const { vault, words } = useSession();
  const [isShown, show] = useDisclose(held, field);
  const { record } = held;
  if (!mayTouchField('read', vault.actor, record.kind, field, record)) {
    return <span class="soft">{words.t('record.restrictedToOthers')}</span>;
  }
  const text = fieldValueToText(words, record.kind, field, record.fields[field], () => '');
  if (text === undefined) return <span class="soft">{words.t('record.notWritten')}</span>;
  if (isShown) return <span>{text}</span>;
  return (
    <TextButton name={words.t('record.showField', { field: fieldLabel(words, record.kind, field) })} onClick={show}>
      <Icon icon={lockIcon} /> {words.t('verb.show')}
    </TextButton>
  );
}

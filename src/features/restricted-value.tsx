import { useState } from 'preact/hooks';
import type { CaseRecord } from '../device/open-vault.ts';
import { mayTouchField } from '../domain/permissions.ts';
import { Icon } from '../ui/Icon.tsx';
import { lockIcon } from '../ui/icons.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { fieldLabel, fieldValueToText } from './field-words.ts';
import { useSession } from './session.ts';
import { refusalToText } from './use-save.ts';

/**
 * A restricted field behind a tap. The look is written in the log first and shown only then, also without a network: the log's line
 * waits in the outbox like any other change.
 */
export function RestrictedValue({ held, field }: { readonly held: CaseRecord; readonly field: string }) {
  const { vault, words, say, nudge } = useSession();
  const [isShown, setIsShown] = useState(false);
  const { record } = held;
  if (!mayTouchField('read', vault.actor, record.kind, field, record)) {
    return (
      <span class="soft">
        <Icon icon={lockIcon} /> {words.t('record.restrictedToOthers')}
      </span>
    );
  }
  const text = fieldValueToText(words, record.kind, field, record.fields[field], () => '');
  if (text === undefined) return <span class="soft">{words.t('people.unknown')}</span>;
  if (isShown) return <span>{text}</span>;

  async function show(): Promise<void> {
    const logged = await vault.saveChange({
      type: 'disclose',
      recordId: record.id,
      kind: record.kind,
      fields: [field],
    });
    if (!logged.ok) return say({ text: refusalToText(words, logged.error), tone: 'stop' });
    nudge();
    setIsShown(true);
  }

  return (
    <TextButton
      name={words.t('record.showField', { field: fieldLabel(words, record.kind, field) })}
      onClick={() => void show()}
    >
      <Icon icon={lockIcon} /> {words.t('verb.show')}
    </TextButton>
  );
}

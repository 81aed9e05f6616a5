import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { mayTouchField } from '../../domain/permissions.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { Icon } from '../../ui/Icon.tsx';
import { lockIcon } from '../../ui/icons.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextButton } from '../../ui/TextButton.tsx';
import { bindText } from '../field-values.ts';
import { fieldLabel } from '../field-words.ts';
import { useSession } from '../session.ts';
import type { RecordForm } from '../use-record-form.ts';
import { refusalToText } from '../use-save.ts';

type RestrictedNoteFieldProps = { readonly form: RecordForm; readonly existing?: CaseRecord | undefined };

/** Says who will read the note before anything is written. One that is already there opens by a tap, which is written in the log first. */
export function RestrictedNoteField({ form, existing }: RestrictedNoteFieldProps) {
  const { vault, words, say, nudge } = useSession();
  const [isShown, setIsShown] = useState(existing?.record.fields.restrictedNote === undefined);
  if (!mayTouchField('write', vault.actor, 'service', 'restrictedNote', existing?.record)) return null;

  async function show({ record: { id, kind } }: CaseRecord): Promise<void> {
    const logged = await vault.saveChange({ type: 'disclose', recordId: id, kind, fields: ['restrictedNote'] });
    if (!logged.ok) return say({ text: refusalToText(words, logged.error), tone: 'stop' });
    nudge();
    setIsShown(true);
  }

  if (existing !== undefined && !isShown) {
    const label = words.t('record.showField', { field: fieldLabel(words, 'service', 'restrictedNote') });
    return (
      <TextButton onClick={() => show(existing)}>
        <Icon icon={lockIcon} /> {label}
      </TextButton>
    );
  }
  const isOwn = existing === undefined || existing.record.createdBy.id === vault.actor.id;
  return (
    <TextArea
      {...bindText(words, form, 'service', 'restrictedNote')}
      mark={<Icon icon={lockIcon} />}
      hint={words.t(isOwn ? 'record.seenByYou' : 'record.seenByOthers')}
      maxLength={NOTE_LENGTH_MAX}
    />
  );
}

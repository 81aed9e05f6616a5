import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { mayTouchField } from '../../domain/permissions.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { lockIcon } from '../../ui/icons.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { bindText } from '../field-values.ts';
import { RestrictedValue } from '../restricted-value.tsx';
import { useSession } from '../session.ts';
import { type ServiceFormPart, serviceValues } from './service-form.ts';

type NoteFieldsProps = Pick<ServiceFormPart, 'form'> & {
  /** The service that is being corrected. */
  readonly existing?: CaseRecord | undefined;
};

/** Folded until one has something to add. The restricted note says who will read it before anything is written. */
export function NoteFields({ form, existing }: NoteFieldsProps) {
  const { vault, words } = useSession();
  const { note, restrictedNote } = serviceValues(form);
  const [isOpen, setIsOpen] = useState(note !== undefined || restrictedNote !== undefined);
  const isWrong = form.problemOf('note') !== undefined || form.problemOf('restrictedNote') !== undefined;
  const isOwn = existing === undefined || existing.record.createdBy.id === vault.actor.id;
  const mayWrite = mayTouchField('write', vault.actor, 'service', 'restrictedNote', existing?.record);
  return (
    <Disclosure label={words.t('service.addNote')} open={isOpen || isWrong} onToggle={setIsOpen}>
      <TextArea {...bindText(words, form, 'service', 'note')} maxLength={NOTE_LENGTH_MAX} />
      {mayWrite && (
        <RestrictedValue held={existing} field="restrictedNote">
          {() => (
            <TextArea
              {...bindText(words, form, 'service', 'restrictedNote')}
              mark={<Icon icon={lockIcon} />}
              hint={words.t(isOwn ? 'record.seenByYou' : 'record.seenByOthers')}
              maxLength={NOTE_LENGTH_MAX}
            />
          )}
        </RestrictedValue>
      )}
    </Disclosure>
  );
}

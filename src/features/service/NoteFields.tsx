import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bindText } from '../field-values.ts';
import { useSession } from '../session.ts';
import { RestrictedNoteField } from './RestrictedNoteField.tsx';
import { type ServiceFormPart, serviceValues } from './service-form.ts';

type NoteFieldsProps = Pick<ServiceFormPart, 'form'> & {
  /** The service that is being corrected. */
  readonly existing?: CaseRecord | undefined;
};

/** Folded until one has something to add. */
export function NoteFields({ form, existing }: NoteFieldsProps) {
  const { words } = useSession();
  const { note, restrictedNote } = serviceValues(form);
  const [isOpen, setIsOpen] = useState(note !== undefined || restrictedNote !== undefined);
  const isWrong = form.problemOf('note') !== undefined || form.problemOf('restrictedNote') !== undefined;
  return (
    <Disclosure label={words.t('service.notes')} open={isOpen || isWrong} onToggle={setIsOpen}>
      <TextArea {...bindText(words, form, 'service', 'note')} maxLength={NOTE_LENGTH_MAX} />
      <RestrictedNoteField form={form} existing={existing} />
    </Disclosure>
  );
}

import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import type { JsonValue } from '../../domain/json-value.ts';
import { NOTE_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Note } from '../../ui/Note.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { attachmentFieldsOf } from '../attachment-records.ts';
import { textToValue } from '../field-values.ts';
import { fieldLabel } from '../field-words.ts';
import { useSession } from '../session.ts';
import { useDraftText } from '../use-draft-text.ts';
import { refusalToText, useSaved } from '../use-save.ts';

/** Name and note of an attachment: all that may change of it. */
export function RenameForm({ held }: { readonly held: CaseRecord }) {
  const { vault, words } = useSession();
  const { record } = held;
  const fields = attachmentFieldsOf(held);
  const saved = useSaved();
  const name = useEdited(`attachment-name:${record.id}`, fields.name ?? '');
  const note = useEdited(`attachment-note:${record.id}`, fields.note ?? '');
  const [isOpen] = useState(name.isTouched || note.isTouched);
  const [trouble, setTrouble] = useState<string | undefined>(undefined);

  async function save(): Promise<void> {
    const edits: Record<string, { from: JsonValue; to: JsonValue }> = {};
    const put = (field: 'name' | 'note', text: string) => {
      const [from, to] = [fields[field] ?? null, textToValue(text) ?? null];
      if (from !== to) edits[field] = { from, to };
    };
    put('name', name.value);
    put('note', note.value);
    if (Object.keys(edits).length === 0) return;
    const { id: recordId, kind, version: seenVersion } = record;
    const answer = await vault.saveChange({ type: 'edit', recordId, kind, seenVersion, fields: edits });
    if (!answer.ok) return setTrouble(refusalToText(words, answer.error));
    setTrouble(undefined);
    name.discard();
    note.discard();
    saved(answer.value);
  }

  return (
    <Card>
      <Disclosure label={words.t(record.kind === 'attachment' ? 'files.rename' : 'files.renameOnly')} open={isOpen}>
        <Form onSubmit={save}>
          <TextField
            label={fieldLabel(words, 'attachment', 'name')}
            value={name.value}
            onInput={name.write}
            maxLength={SHORT_TEXT_LENGTH_MAX}
          />
          {record.kind === 'attachment' && (
            <TextArea
              label={fieldLabel(words, 'attachment', 'note')}
              value={note.value}
              onInput={note.write}
              maxLength={NOTE_LENGTH_MAX}
            />
          )}
          {trouble !== undefined && (
            <Note tone="stop" role="alert">
              {trouble}
            </Note>
          )}
          <Button type="submit" variant="quiet">
            {words.t('verb.save')}
          </Button>
        </Form>
      </Disclosure>
    </Card>
  );
}

/** A text of the record until somebody types in it; a draft from then on. */
function useEdited(key: string, current: string) {
  const [draft, write, discard] = useDraftText(key);
  const [isTouched, setIsTouched] = useState(draft !== '');
  return {
    isTouched,
    value: isTouched ? draft : current,
    write(text: string) {
      setIsTouched(true);
      write(text);
    },
    discard() {
      setIsTouched(false);
      discard();
    },
  };
}

import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Form } from '../../ui/Form.tsx';
import { Note } from '../../ui/Note.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { fieldLabel } from '../field-words.ts';
import { useSession } from '../session.ts';
import { useDraftText } from '../use-draft-text.ts';
import { refusalToText, useSaved } from '../use-save.ts';

type KeepReasonProps = {
  readonly placementId: string;
  readonly field: 'overPlacesReason' | 'overlapReason';
  /** What is decided, as the card and its button say it. */
  readonly decision: string;
  readonly hint: string;
  readonly missing: string;
};

/** Leaves records as they are, with the reason that whoever comes next will ask for. */
export function KeepReason({ placementId, field, decision, hint, missing }: KeepReasonProps) {
  const { vault, words } = useSession();
  const saved = useSaved();
  const [reason, writeReason, discardReason] = useDraftText(`${field}:${placementId}`);
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const [failedTries, setFailedTries] = useState(0);
  const held = vault.caseload.find(placementId);
  if (held === undefined) return null;

  async function keep({ record }: CaseRecord): Promise<void> {
    const to = reason.trim();
    if (to === '') return setFailedTries(failedTries + 1);
    const answer = await vault.saveChange({
      type: 'edit',
      recordId: record.id,
      kind: record.kind,
      seenVersion: record.version,
      fields: { [field]: { from: record.fields[field] ?? null, to } },
    });
    setTrouble(answer.ok ? undefined : refusalToText(words, answer.error));
    if (!answer.ok) return;
    discardReason();
    saved(answer.value);
  }

  return (
    <Card title={decision}>
      <Form failedTries={failedTries} onSubmit={() => keep(held)}>
        {trouble !== undefined && (
          <Note tone="stop" role="alert">
            {trouble}
          </Note>
        )}
        <TextArea
          label={fieldLabel(words, 'placement', field)}
          hint={hint}
          error={failedTries > 0 && reason.trim() === '' ? missing : undefined}
          rows={2}
          value={reason}
          onInput={writeReason}
          maxLength={NOTE_LENGTH_MAX}
        />
        <Button type="submit" variant="ghost">
          {decision}
        </Button>
      </Form>
    </Card>
  );
}

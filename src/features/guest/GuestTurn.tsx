import { useState } from 'preact/hooks';
import type { JsonValue } from '../../domain/json-value.ts';
import { NOTE_LENGTH_MAX } from '../../domain/primitives.ts';
import type { GuestKey } from '../../i18n/guest/guest-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { attendanceFieldsOf } from '../event-records.ts';
import { findOwnTurn, minutesOf, type Turn, turnToChange } from './guest-desk.ts';
import { useGuest } from './guest-session.ts';

const DRAFT = 'guest:turn';

function draftToTurn(draft: JsonValue | undefined): Turn {
  const { from, to, note } = draft !== null && typeof draft === 'object' && !Array.isArray(draft) ? draft : {};
  const text = (value: JsonValue | undefined) => (typeof value === 'string' ? value : undefined);
  return { from: text(from), to: text(to), note: text(note) ?? '' };
}

/** The volunteer's own hours and one note. What is typed stays in a sealed draft, so that the times can be mended later. */
export function GuestTurn() {
  const { vault, words, event, newId, nudge } = useGuest();
  const { t } = words;
  const [turn, setTurn] = useState<Turn>(() => draftToTurn(vault.drafts.find(DRAFT)));
  // Keys, not words: who changes the language reads them in the new one.
  const [said, setSaid] = useState<GuestKey | undefined>(undefined);
  const [error, setError] = useState<GuestKey | undefined>(undefined);
  const own = findOwnTurn(vault, event);
  const { minutes } = own === undefined ? {} : attendanceFieldsOf(own);

  const write = (part: Partial<Turn>) => {
    const next = { ...turn, ...part };
    setTurn(next);
    setSaid(undefined);
    vault.drafts.save(DRAFT, { from: next.from ?? null, to: next.to ?? null, note: next.note });
  };

  async function save(): Promise<void> {
    const asked = minutesOf(turn);
    setError(asked === undefined ? 'turnReversed' : undefined);
    setSaid(undefined);
    if (asked === undefined) return;
    const note = turn.note.trim();
    if (asked === 'none' && note === '' && own === undefined) return setError('turnMissing');
    const written = { ...(asked !== 'none' && { minutes: asked }), ...(note !== '' && { note }) };
    const change = turnToChange(own, newId(), event, written);
    const saved = change === undefined || (await vault.saveChange(change)).ok;
    // The times too: whoever saves and puts the phone away finds them again.
    await vault.drafts.flush();
    setSaid(saved ? 'turnSaved' : 'notSaved');
    nudge();
  }

  return (
    <Card title={t('myTurn')} aside={minutes === undefined ? undefined : hoursToText(minutes)}>
      <Form onSubmit={() => save()}>
        <div class="guest-times">
          <TimeField label={t('from')} value={turn.from} onInput={(from) => write({ from })} />
          <TimeField label={t('to')} value={turn.to} onInput={(to) => write({ to })} error={error && t(error)} />
        </div>
        <TextArea
          label={t('note')}
          hint={t('noteHint')}
          rows={2}
          maxLength={NOTE_LENGTH_MAX}
          value={turn.note}
          onInput={(note) => write({ note })}
        />
        <Button type="submit" variant="quiet" wide>
          {t('save')}
        </Button>
        <p role="status">{said && t(said)}</p>
      </Form>
    </Card>
  );
}

/** `2:30` */
const hoursToText = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

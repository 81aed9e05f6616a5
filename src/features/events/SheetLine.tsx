import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { personOfPresence } from '../event-records.ts';
import { peopleIndexOf } from '../people-index.ts';
import { minutesToHours, recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { useDraftText } from '../use-draft-text.ts';
import {
  answerToLine,
  type Comer,
  findGroup,
  findMinutes,
  isPresent,
  type LineAnswer,
  presencesOf,
} from './presence-desk.ts';

const OFFERED_MAX = 5;

type SheetLineProps = {
  readonly event: string;
  readonly number: number;
  readonly presences: readonly CaseRecord[];
  readonly shift: string | undefined;
  readonly onComer: (comer: Comer) => void;
  /** Hours of somebody who is here already, counted at the door perhaps. */
  readonly onHours: (presence: CaseRecord, minutes: number) => void;
};

/** One line of the paper: a name, Enter, hours, Enter. The hours of the line before stay, because most lines have the same. */
export function SheetLine({ event, number, presences, shift, onComer, onHours }: SheetLineProps) {
  const { vault, words, say } = useSession();
  const { t } = words;
  const form = useRef<HTMLFormElement>(null);
  // A name half typed is there again after a crash; the lines before it are saved.
  const [name, setName] = useDraftText(`sheet:${event}`);
  const [hours, setHours] = useState('');
  const [isHoursWrong, setIsHoursWrong] = useState(false);
  const [active, setActive] = useState(0);

  const written = name.trim();
  const group = findGroup(written);
  const isSearching = written !== '' && !written.startsWith('+');
  const found = isSearching
    ? peopleIndexOf(vault)
        .search(written, OFFERED_MAX)
        .flatMap(({ id }) => vault.caseload.find(id) ?? [])
    : [];
  const chosen = found[Math.min(active, found.length - 1)];
  const field = (index: 0 | 1) => form.current?.querySelectorAll('input')[index];

  // There is nothing else to do here first: whoever came by the keyboard types on.
  useLayoutEffect(() => field(0)?.focus(), []);

  const typeName = (text: string) => {
    setName(text);
    setActive(0);
  };
  const startOver = () => {
    typeName('');
    setIsHoursWrong(false);
    field(0)?.focus();
  };
  /** What was typed stays, and the next name typed takes its place. */
  const startAgain = () => {
    field(0)?.focus();
    field(0)?.select();
  };
  const write = () => {
    const minutes = findMinutes(hours);
    setIsHoursWrong(minutes === undefined);
    if (minutes === undefined) return field(1)?.focus();
    const comer = comerOf(minutes === 'none' ? undefined : minutes);
    if (comer === undefined) return field(0)?.focus();
    const here =
      'beneficiary' in comer ? presencesOf(presences, comer.beneficiary, shift, personOfPresence(vault)) : [];
    const [first] = here;
    if (first === undefined) onComer(comer);
    else if (!meets(first, answerToLine(here, comer.minutes))) return startAgain();
    startOver();
  };
  /** Whether the line is done with. */
  function meets(presence: CaseRecord, answer: LineAnswer): boolean {
    const name = recordTitle(vault, words, presence);
    if (answer.is === 'toWrite') onHours(presence, answer.minutes);
    if (answer.is === 'known') say({ text: t('events.already', { name }), tone: 'stop' });
    if (answer.is === 'different') {
      const hours = minutesToHours(words, answer.there);
      say({ text: t('events.alreadyWithHours', { name, hours }), tone: 'stop' });
    }
    return answer.is !== 'different';
  }
  function comerOf(minutes: number | undefined): Comer | undefined {
    if (group !== undefined) return { attendee: 'UNKN', count: group, minutes };
    if (chosen !== undefined) return { beneficiary: chosen.record.id, minutes };
    return isSearching ? { attendee: 'UNKN', count: 1, nickname: written, minutes } : undefined;
  }

  const onKeyDown = (pressed: KeyboardEvent) => {
    const isInName = pressed.target === field(0);
    if (pressed.key === 'Enter' && isInName) {
      pressed.preventDefault();
      if (written === '') return;
      field(1)?.focus();
      field(1)?.select();
    } else if (isInName && found.length > 0 && (pressed.key === 'ArrowDown' || pressed.key === 'ArrowUp')) {
      pressed.preventDefault();
      setActive((active + (pressed.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length);
    }
  };

  return (
    <Card>
      <form
        ref={form}
        class="form"
        autoComplete="off"
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={(submitted) => {
          submitted.preventDefault();
          write();
        }}
      >
        <TextField
          label={t('events.copy.line', { n: number })}
          hint={t('events.copy.hint')}
          value={name}
          onInput={typeName}
          autoCapitalize="words"
          maxLength={SHORT_TEXT_LENGTH_MAX}
        />
        <TextField
          label={t('events.copy.hours')}
          error={isHoursWrong ? t('events.copy.hoursWrong') : undefined}
          value={hours}
          onInput={setHours}
          inputMode="decimal"
        />
        <Button type="submit" variant="ghost" icon={checkIcon}>
          {t('events.copy.write')}
        </Button>
        <p class="soft" role="status">
          {group !== undefined && t('events.copy.group', { n: group })}
          {group === undefined &&
            chosen !== undefined &&
            t('events.copy.chosen', { name: recordTitle(vault, words, chosen) })}
          {isSearching && chosen === undefined && t('events.copy.unknown', { name: written })}
        </p>
        {found.length > 0 && (
          <RowList label={t('events.found')} inset>
            {found.map((held, index) => (
              <CardRow
                key={held.record.id}
                title={recordTitle(vault, words, held)}
                subtitle={recordSubtitle(words, held)}
                mark={
                  isPresent(presences, held.record.id, shift, personOfPresence(vault)) ? (
                    <StateMark tone="ok" label={t('events.present')} />
                  ) : held === chosen ? (
                    <StateMark tone="send" icon={checkIcon} label={t('events.copy.thisOne')} />
                  ) : undefined
                }
                onSelect={() => {
                  setActive(index);
                  field(1)?.focus();
                }}
              />
            ))}
          </RowList>
        )}
      </form>
    </Card>
  );
}

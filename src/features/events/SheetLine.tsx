import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { ATTENDANCE_COUNT_MAX } from '../../domain/kinds/attendance.ts';
import { SHORT_TEXT_LENGTH_MAX } from '../../domain/primitives.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { TextField } from '../../ui/TextField.tsx';
import { personOfPresence } from '../event-records.ts';
import { minutesToHours, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { useDraftText } from '../use-draft-text.ts';
import { OfferedRows } from './OfferedRows.tsx';
import {
  answerToLine,
  type Comer,
  findGroup,
  findMinutes,
  isGroupUnreadable,
  type LineAnswer,
  presencesOf,
} from './presence-desk.ts';
import { useOffers } from './use-offers.ts';

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

  const written = name.trim();
  const group = findGroup(written);
  const offers = useOffers(name);
  const field = (index: 0 | 1) => form.current?.querySelectorAll('input')[index];

  // There is nothing else to do here first: whoever came by the keyboard types on.
  useLayoutEffect(() => field(0)?.focus(), []);

  const startOver = () => {
    setName('');
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
    const who = { name: recordTitle(vault, words, presence) };
    if (answer.is === 'toWrite') onHours(presence, answer.minutes);
    if (answer.is === 'known') say({ text: t('events.already', who), tone: 'stop' });
    if (answer.is === 'different') {
      const hours = minutesToHours(words, answer.there);
      say({ text: t('events.alreadyWithHours', { ...who, hours }), tone: 'stop' });
    }
    return answer.is !== 'different';
  }
  function comerOf(minutes: number | undefined): Comer | undefined {
    if (group !== undefined) return { attendee: 'UNKN', count: group, minutes };
    return offers && { ...offers.comerAt(offers.at), minutes };
  }

  const onKeyDown = (pressed: KeyboardEvent) => {
    const isInName = pressed.target === field(0);
    if (pressed.key === 'Enter' && isInName) {
      pressed.preventDefault();
      if (written === '') return;
      field(1)?.focus();
      field(1)?.select();
    } else if (isInName) offers?.onArrow(pressed);
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
          error={isGroupUnreadable(written) ? t('events.groupUnreadable', { max: ATTENDANCE_COUNT_MAX }) : undefined}
          value={name}
          onInput={setName}
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
          {offers && t('events.copy.chosen', { name: offers.titleAt(offers.at) })}
        </p>
        {offers && (
          <OfferedRows
            offers={offers}
            presences={presences}
            shift={shift}
            inset
            onSelect={(at) => {
              offers.choose(at);
              field(1)?.focus();
            }}
          />
        )}
      </form>
    </Card>
  );
}

import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { ActionBar } from '../../ui/ActionBar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { checkIcon, returnIcon } from '../../ui/icons.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { attendancesOf, eventFieldsOf, figuresOf, mayTakePresences } from '../event-records.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { SheetLine } from './SheetLine.tsx';
import { useDoor } from './use-door.ts';

/** More than any sheet has; a longer number is a slip of the finger. */
const SIGNATURES_MAX = 2_000;

/** A paper sheet typed in, line by line and without the mouse; each line is saved as it is written. */
export function CopySheetPage({ id }: { readonly id: string }) {
  const { vault, words, today } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'event' || !mayTakePresences(vault, held, today())) {
    return <NotHere title={words.t('events.title')} listPlace={PLACES.events} />;
  }
  return <CopyDesk event={held} />;
}

function CopyDesk({ event }: { readonly event: CaseRecord }) {
  const { vault, words, back } = useSession();
  const { t } = words;
  const { id } = event.record;
  const { shifts = [] } = eventFieldsOf(event);
  const [shift, setShift] = useState<string | undefined>(shifts[0]?.label);
  const door = useDoor({ event: id, shift, role: 'PART' });
  const presences = attendancesOf(vault, id);
  const written = door.writtenIds.flatMap((recordId) => vault.caseload.find(recordId) ?? []).toReversed();
  return (
    <Screen task title={t('events.copy')} subtitle={recordTitle(vault, words, event)} backTo={PLACES.event(id)}>
      <Stack>
        {shifts.length > 0 && (
          <ChoiceChips
            label={t('events.shift')}
            value={shift}
            onInput={setShift}
            choices={shifts.map(({ label }) => ({ value: label, label }))}
          />
        )}
        <SheetLine
          event={id}
          number={written.length + 1}
          presences={presences}
          shift={shift}
          onComer={(comer) => void door.comes(comer)}
          onHours={(presence, minutes) => void door.stays(presence, minutes)}
        />
        <Stack inline>
          <Button variant="quiet" icon={returnIcon} disabled={!door.mayUndo} onClick={() => void door.undo()}>
            {t('events.undoLast')}
          </Button>
        </Stack>
        <Total written={figuresOf(vault, event).attendances} />
        {written.length > 0 && (
          <Card flat title={t('events.copy.written')}>
            <RowList>
              {written.map((held, index) => (
                <CardRow
                  key={held.record.id}
                  time={String(written.length - index)}
                  title={recordTitle(vault, words, held)}
                  subtitle={recordSubtitle(words, held)}
                />
              ))}
            </RowList>
          </Card>
        )}
        <ActionBar>
          <Button big icon={checkIcon} onClick={() => back(PLACES.event(id))}>
            {t('events.end')}
          </Button>
        </ActionBar>
      </Stack>
    </Screen>
  );
}

/** Against the number of signatures on paper: what is missing, or too much. */
function Total({ written }: { readonly written: number }) {
  const { t } = useSession().words;
  const [onPaper, setOnPaper] = useState<number | undefined>(undefined);
  const missing = onPaper === undefined ? undefined : onPaper - written;
  return (
    <Card>
      <Stack>
        <NumberField
          label={t('events.copy.onPaper')}
          hint={t('events.copy.onPaperHint')}
          value={onPaper}
          onInput={setOnPaper}
          min={1}
          max={SIGNATURES_MAX}
          unreadable={t('events.copy.onPaperNumber')}
        />
        <p role="status">
          {t('events.nPresences', { n: written })}
          {missing !== undefined &&
            `. ${missing >= 0 ? t('events.copy.missing', { n: missing }) : t('events.copy.tooMany', { n: -missing })}`}
        </p>
      </Stack>
    </Card>
  );
}

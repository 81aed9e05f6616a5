import type { AgendaEntry } from '../../domain/agenda/agenda-of.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { downloadIcon } from '../../ui/icons.ts';
import { useSession } from '../session.ts';
import { entriesToIcs } from './calendar-file.ts';

/** The agenda for the calendar of the device, without anybody's name. */
export function CalendarFile({ entries }: { readonly entries: readonly AgendaEntry[] }) {
  const { words, now } = useSession();
  const save = () => {
    const url = URL.createObjectURL(new Blob([entriesToIcs(entries, words, now())], { type: 'text/calendar' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'taccuino.ics';
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Card>
      <Button variant="quiet" wide icon={downloadIcon} disabled={entries.length === 0} onClick={save}>
        {words.t('agenda.ics')}
      </Button>
      <p class="soft">{words.t('agenda.icsHint')}</p>
    </Card>
  );
}

import type { CaseRecord } from '../../device/open-vault.ts';
import type { Comers } from '../../domain/event-comers.ts';
import type { Translator } from '../../i18n/translate.ts';
import { Card } from '../../ui/Card.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { FigureRow } from '../../ui/FigureRow.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { comersOf, figuresOf } from '../event-records.ts';
import { fieldLabel } from '../field-words.ts';
import { minutesToHours } from '../record-words.ts';
import { useSession } from '../session.ts';

/** Unique people beside attendances and hours, who has no record apart; below, all of them by gender and age. */
export function EventNumbers({ event }: { readonly event: CaseRecord }) {
  const { vault, words } = useSession();
  const { t } = words;
  const figures = figuresOf(vault, event);
  return (
    <Card title={t('events.numbers')}>
      <Stack>
        <FigureRow
          figures={[
            { label: t('events.people'), value: words.formatNumber(figures.uniqueParticipants) },
            { label: t('events.unknownLabel'), value: words.formatNumber(figures.unknownParticipants) },
            { label: t('events.presencesLabel'), value: words.formatNumber(figures.attendances) },
            { label: t('events.hoursLabel'), value: minutesToHours(words, figures.minutes) },
          ]}
        />
        {figures.attendances > 0 && <FactList facts={comersToFacts(words, comersOf(vault, event))} />}
      </Stack>
    </Card>
  );
}

const comersToFacts = (words: Translator, { gender, age }: Comers) => [
  {
    label: fieldLabel(words, 'attendance', 'gender'),
    value: sharesToText(words, gender, (value) => words.list('gender', value)),
  },
  {
    label: fieldLabel(words, 'attendance', 'ageBracket'),
    value: sharesToText(words, age, (value) => words.list('ageBracket', value)),
  },
];

/** "Donna 12 · Uomo 8 · Non si sa 3": what nobody is, is not said. */
function sharesToText<T extends string>(
  words: Translator,
  shares: Readonly<Record<T | 'unknown', number>>,
  nameOf: (value: T) => string,
): string {
  const told = Object.entries(shares) as [T | 'unknown', number][];
  return told
    .filter(([, count]) => count > 0)
    .map(([value, count]) => {
      const name = value === 'unknown' ? words.t('events.notKnown') : nameOf(value as T);
      return `${name} ${words.formatNumber(count)}`;
    })
    .join(' · ');
}

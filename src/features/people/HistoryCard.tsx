import type { CaseRecord } from '../../device/open-vault.ts';
import { SERVICE_TYPES } from '../../domain/lists/service-types.ts';
import type { Translator } from '../../i18n/translate.ts';
import { Card } from '../../ui/Card.tsx';
import { CardRow } from '../../ui/CardRow.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { clockIcon, lockIcon } from '../../ui/icons.ts';
import { RowList } from '../../ui/RowList.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { listOf, numberOf, stringOf } from '../field-values.ts';
import { placeOfRecord } from '../places.ts';
import { recordMark, recordSubtitle } from '../record-words.ts';
import { useSession } from '../session.ts';
import { type HistoryRow, historyOf } from './person-history.ts';

/** Services and turns of the pathway, the latest first. */
export function HistoryCard({ about }: { readonly about: readonly CaseRecord[] }) {
  const { t } = useSession().words;
  const rows = historyOf(about);
  if (rows.length === 0) {
    return (
      <Card title={t('people.history')}>
        <EmptyState icon={clockIcon} title={t('people.noHistory')} text={t('people.noHistoryText')} />
      </Card>
    );
  }
  return (
    <Card flat title={t('people.history')}>
      <RowList>
        {rows.map((row) => (
          <EventRow key={row.key} row={row} />
        ))}
      </RowList>
    </Card>
  );
}

function EventRow({ row }: { readonly row: HistoryRow }) {
  const { vault, words, today } = useSession();
  const { held, date } = row;
  const { record } = held;
  const title = titleOf(words, row);
  return (
    <CardRow
      time={words.formatRelativeDay(date, today())}
      dateTime={date}
      href={placeOfRecord(record.kind, record.id)}
      title={
        record.fields.restrictedNote === undefined ? (
          title
        ) : (
          <>
            {title} <Icon icon={lockIcon} />
            <span class="sr-only"> {words.t('record.hasRestrictedNote')}</span>
          </>
        )
      }
      subtitle={row.what === 'service' ? serviceSubtitle(words, held) : recordSubtitle(words, asOf(row))}
      mark={row.hasMark ? <StateMark {...recordMark(words, vault, held, today())} /> : undefined}
    />
  );
}

/** Only the latest row of a placement tells the stage: it was another one on the days before. */
function asOf({ held, hasMark }: HistoryRow): CaseRecord {
  const { stage: _, ...fields } = held.record.fields;
  return hasMark ? held : { ...held, record: { ...held.record, fields } };
}

function titleOf(words: Translator, { what, held }: HistoryRow): string {
  if (what !== 'service') return words.t(`people.event.${what}`);
  const types = SERVICE_TYPES.filter((code) => listOf(held.record.fields.types).includes(code));
  return words.formatList(types.map((code) => words.list('serviceType', code)));
}

/** "telefono · 20 min · Marta R." */
function serviceSubtitle(words: Translator, { record: { fields, createdBy } }: CaseRecord): string {
  const minutes = numberOf(fields.minutes);
  const place = stringOf(fields.place);
  const placeKind = stringOf(fields.placeKind);
  return [
    place ?? (placeKind && words.findMessage(`list.placeKind.${placeKind}`)),
    minutes && words.t('people.minutes', { n: minutes }),
    stringOf(fields.givenBy) ?? createdBy.name,
    fields.contact === undefined ? undefined : words.t('people.wasContact'),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

import { useState } from 'preact/hooks';
import type { CaseRecord } from '../device/open-vault.ts';
import type { Translator } from '../i18n/translate.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { CardRow } from '../ui/CardRow.tsx';
import { RowList } from '../ui/RowList.tsx';
import { contributionFieldsOf } from './money-records.ts';
import { type PathEvent, stepFieldsOf, timelineOf } from './path-timeline.ts';
import { placeOfRecord } from './places.ts';
import { recordSubtitle } from './record-words.ts';
import { useSession } from './session.ts';

/** What one looks back on without scrolling for it; the rest is one tap away. */
const ROWS_SHOWN_FIRST = 8;

/** The whole path of a household, through one placement or all of them: stages, months, money, follow-ups, each with its day and who wrote it. */
export function TimelineCard({ placements }: { readonly placements: readonly CaseRecord[] }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const [isWhole, setIsWhole] = useState(false);
  const events = timelineOf(vault, placements);
  if (events.length === 0) return null;
  const shown = isWhole ? events : events.slice(0, ROWS_SHOWN_FIRST);
  return (
    <Card flat title={t('path.title')}>
      <RowList
        label={t('path.title')}
        footer={
          shown.length < events.length ? (
            <Button variant="quiet" onClick={() => setIsWhole(true)}>
              {t('path.whole', { n: events.length })}
            </Button>
          ) : undefined
        }
      >
        {shown.map((event) => (
          <CardRow
            key={event.key}
            time={words.formatRelativeDay(event.date, today())}
            dateTime={event.date}
            title={titleOf(words, event)}
            subtitle={[detailOf(words, event), t('path.by', { name: event.held.record.createdBy.name })]
              .filter((part) => part !== '')
              .join(' · ')}
            href={
              event.held.record.kind === 'placement'
                ? undefined
                : placeOfRecord(event.held.record.kind, event.held.record.id)
            }
          />
        ))}
      </RowList>
    </Card>
  );
}

function titleOf(words: Translator, { what, stage, held }: PathEvent): string {
  if (what === 'stage' && stage !== undefined) {
    return words.findMessage(`list.stage.${stage}`) ?? stage;
  }
  if (what === 'paid' || what === 'planned' || what === 'returned') {
    const { amountCents = 0, returnedCents = 0 } = contributionFieldsOf(held);
    return words.t(`path.${what}`, { money: words.formatMoney(what === 'returned' ? returnedCents : amountCents) });
  }
  if (what === 'followUp')
    return words.findMessage(`list.followUp.${held.record.fields.after}`) ?? words.t('path.followUp');
  return words.t(what === 'month' ? 'path.month' : 'path.opened');
}

function detailOf(words: Translator, { what, held }: PathEvent): string {
  switch (what) {
    case 'stage':
      return held.record.kind === 'stage-step' ? (stepFieldsOf(held).reason ?? '') : '';
    case 'opened':
      return '';
    case 'paid':
    case 'planned':
    case 'returned':
      return words.findMessage(`list.housingMeasure.${contributionFieldsOf(held).measure}`) ?? '';
    default:
      return recordSubtitle(words, held);
  }
}

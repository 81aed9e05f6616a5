import { useState } from 'preact/hooks';
import type { Change } from '../../domain/change.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Diff } from '../../ui/Diff.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { eyeIcon } from '../../ui/icons.ts';
import { Stack } from '../../ui/Stack.tsx';
import { dayAndTime } from '../moment-words.ts';
import { placeOfRecord } from '../places.ts';
import { nameOfPerson } from '../record-words.ts';
import type { ArrivedItem } from '../remote-ports.ts';
import { useSession } from '../session.ts';
import { refusalToText } from '../use-save.ts';
import { arrivedRows, restrictedFields } from './arrived-words.ts';

/** Who wrote it, on which device, when it came, and what it says, field by field. */
export function ArrivedChange({ item }: { item: ArrivedItem }) {
  const { vault, words, today } = useSession();
  const { t } = words;
  const { author, deviceLabel, receivedAt, change } = item;
  const held = change && vault.caseload.find(change.recordId);
  return (
    <Card title={change === undefined ? t('arrived.unreadable') : t('arrived.what')}>
      <Stack>
        <FactList
          facts={[
            { label: t('arrived.who'), value: author.name },
            { label: t('arrived.device'), value: deviceLabel },
            ...(change === undefined
              ? []
              : [{ label: t('arrived.written'), value: dayAndTime(words, change.at, today()) }]),
            { label: t('arrived.received'), value: dayAndTime(words, receivedAt, today()) },
            ...(change === undefined ? [] : [{ label: t('arrived.verb'), value: t(`safety.change.${change.type}`) }]),
          ]}
        />
        {change === undefined ? <p>{t('arrived.unreadable.text')}</p> : <Fields change={change} />}
        {held !== undefined && (
          <p>
            <a href={placeOfRecord(held.record.kind, held.record.id)}>{t('arrived.openRecord')}</a>
          </p>
        )}
      </Stack>
    </Card>
  );
}

function Fields({ change }: { change: Change }) {
  const { vault, words, say, nudge } = useSession();
  const { t } = words;
  const [isDisclosed, setIsDisclosed] = useState(false);
  const restricted = restrictedFields(change);
  const rows = arrivedRows(words, change, (id) => nameOfPerson(vault, words, id), isDisclosed ? [] : restricted);
  const { recordId, kind } = change;
  // The look is written in the log of the record; a record that never arrived has none yet.
  const hasRecord = vault.caseload.find(recordId) !== undefined;
  const disclose = async () => {
    const logged = await vault.saveChange({ type: 'disclose', recordId, kind, fields: [...restricted] });
    if (!logged.ok) return say({ text: refusalToText(words, logged.error), tone: 'stop' });
    nudge();
    setIsDisclosed(true);
  };
  return (
    <>
      {rows.length > 0 && (
        <Diff
          caption={t('arrived.what')}
          rows={rows}
          words={{ before: t('review.before'), after: t('review.after') }}
        />
      )}
      {restricted.length > 0 && !isDisclosed && (
        <Stack inline>
          {hasRecord && (
            <Button variant="quiet" icon={eyeIcon} onClick={() => disclose()}>
              {t('review.disclose', { n: restricted.length })}
            </Button>
          )}
          <span class="soft">{hasRecord ? t('review.discloseHint') : t('arrived.restrictedLater')}</span>
        </Stack>
      )}
    </>
  );
}

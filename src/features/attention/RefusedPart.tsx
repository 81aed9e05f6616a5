import { useState } from 'preact/hooks';
import type { CaseRecord, OutboxItem } from '../../device/open-vault.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { refreshIcon } from '../../ui/icons.ts';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { DoubleHouseholds } from '../double-households.tsx';
import { DoublePresences } from '../double-presences.tsx';
import { DoubleRecords } from '../double-records.tsx';
import { fieldLabel } from '../field-words.ts';
import { dayAndTime } from '../moment-words.ts';
import { placeOfRecord } from '../places.ts';
import { useSession } from '../session.ts';
import { survivorIn } from '../survivor.ts';
import { refusalToText, useSaved } from '../use-save.ts';
import { isPartedAgain, refusedReason } from './attention-words.ts';
import { LateChoicePart } from './LateChoicePart.tsx';
import { LetGo } from './LetGo.tsx';
import { MendForm } from './MendForm.tsx';
import { MovedPart } from './MovedPart.tsx';
import { findMend, findWritten, isLateChoice, problemsOf } from './mend.ts';
import { writtenFacts } from './written-facts.ts';

type RefusedPartProps = {
  readonly recordId: string;
  readonly items: readonly OutboxItem[];
  readonly held: CaseRecord | undefined;
};

/** Changes of one record that the server did not take: those that may still be mended, and choices that came too late. */
export function RefusedPart({ recordId, items, held }: RefusedPartProps) {
  const late = items.filter(isLateChoice);
  const others = items.filter((item) => !isLateChoice(item));
  return (
    <Stack>
      {late.map((item) => (
        <LateChoicePart key={item.change.id} item={item} held={held} />
      ))}
      {others.length > 0 && <MendablePart recordId={recordId} items={others} held={held} />}
    </Stack>
  );
}

/** Why, what was written, and the ways on. */
function MendablePart({ recordId, items, held }: RefusedPartProps) {
  const session = useSession();
  const { words, today } = session;
  const { t } = words;
  const saved = useSaved();
  const mend = findMend(items);
  const written = findWritten(items);
  const notes = items.flatMap(({ note }) => (note === undefined ? [] : [t('attention.refused.note', { note })]));
  const refusals = items.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusedReason(words, refusal, held)]));
  const reasons = [...new Set([...refusals, ...notes])];
  if (reasons.length === 0) reasons.push(t('trouble.unknown'));
  const fields = problemsOf(items).map(({ field }) =>
    t('quoted', { text: fieldLabel(words, items[0]?.change.kind ?? '', field) }),
  );
  const savedAt = items[0]?.savedAt;
  const merged = items.find(
    ({ refusal }) => refusal?.type === 'RecordMerged' && !isPartedAgain(refusal, held),
  )?.refusal;
  const survivor =
    merged?.type === 'RecordMerged' ? session.vault.caseload.find(survivorIn(session.vault)(merged.into)) : undefined;
  return (
    <Stack>
      <Note
        tone="stop"
        title={fields.length > 0 ? t('attention.refused.fields', { fields: words.formatList(fields) }) : undefined}
      >
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
        <p>{t('attention.refused.safe', { when: savedAt === undefined ? '' : dayAndTime(words, savedAt, today()) })}</p>
        {held?.record.removed && <a href={placeOfRecord(held.record.kind, recordId)}>{t('attention.openRemoved')}</a>}
        {merged?.type === 'RecordMerged' && (
          <a href={placeOfRecord(items[0]?.change.kind ?? '', survivor?.record.id ?? merged.into)}>
            {t('record.openOther')}
          </a>
        )}
      </Note>
      <DoublePresences recordId={recordId} />
      <DoubleHouseholds recordId={recordId} />
      <DoubleRecords recordId={recordId} />
      {survivor !== undefined && <MovedPart items={items} survivor={survivor} />}
      {survivor !== undefined ? null : mend !== undefined && isMendable(items, held) ? (
        <MendForm
          key={items.map(({ change }) => change.id).join(' ')}
          title={t('attention.mend.title')}
          mend={mend}
          found={problemsOf(items)}
          held={held}
          draftKey={`attention:${recordId}`}
          sendLabel={t('attention.mend.send')}
          onSend={(change) => session.vault.mendChange(recordId, change)}
          onSaved={saved}
        />
      ) : (
        written !== undefined && (
          <Card title={t('attention.written')}>
            <FactList facts={writtenFacts(session, written.kind, written.written)} />
          </Card>
        )
      )}
      <OtherWays recordId={recordId} items={items} held={held} />
    </Stack>
  );
}

/** What was removed, merged away, closed or never permitted is not mended by another value. */
const UNMENDABLE: ReadonlySet<string | undefined> = new Set([
  'RecordRemoved',
  'RecordMerged',
  'NotPermitted',
  'ReviewNotAllowed',
] satisfies Refusal['type'][]);

function isMendable(items: readonly OutboxItem[], held: CaseRecord | undefined): boolean {
  if (items.some(({ refusal }) => UNMENDABLE.has(refusal?.type) && !isPartedAgain(refusal, held))) return false;
  return held !== undefined || items.some(({ change }) => change.type === 'create');
}

/** Send the same once more, or let it go. */
function OtherWays({ recordId, items, held }: RefusedPartProps) {
  const { vault, words, say, nudge } = useSession();
  const { t } = words;
  const [isBusy, setIsBusy] = useState(false);

  const retry = async () => {
    setIsBusy(true);
    for (const { change } of items) {
      const answer = await vault.retryChange(change.id);
      if (!answer.ok) {
        setIsBusy(false);
        return say({ text: refusalToText(words, answer.error), tone: 'stop' });
      }
    }
    nudge();
    say({ text: t('attention.retried') });
  };

  return (
    <Stack inline>
      <Button variant="quiet" icon={refreshIcon} busy={isBusy} onClick={() => retry()}>
        {t('attention.retry')}
      </Button>
      <LetGo
        items={items}
        held={held}
        label={t(held?.confirmed === undefined ? 'attention.discard' : 'attention.keepServers')}
        onGone={() => void vault.drafts.discard(`attention:${recordId}`)}
      />
    </Stack>
  );
}

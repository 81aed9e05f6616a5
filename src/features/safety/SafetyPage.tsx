import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardRow, CardRowBody } from '../../ui/CardRow.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { refreshIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Note } from '../../ui/Note.tsx';
import { RowList } from '../../ui/RowList.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { stateIconsByTone } from '../../ui/tone.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { rowMoment } from '../moment-words.ts';
import { homeOf, PLACES } from '../places.ts';
import { recordTitle } from '../record-words.ts';
import { countDamagedWork, countUnreadableWork } from '../risks.ts';
import { Screen } from '../screen.tsx';
import { type FeatureSession, useSession } from '../session.ts';
import { FilesCard } from './FilesCard.tsx';
import { RescueCard } from './RescueCard.tsx';
import { RiskNotes } from './RiskNotes.tsx';
import { SetAside } from './SetAside.tsx';
import { partsBeside, type SafetyState, safetyStates } from './safety-states.ts';
import { bytesToText, countNewer, safetyStateToWords, sentOn } from './safety-words.ts';

/** Likely height of a row of what waits, in px. */
const ROW_PX = 74;

/** Where the person's work is: what is here, what waits, what was proved and when (picture 7). */
export function SafetyPage() {
  const session = useSession();
  const { vault, words, nudge } = session;
  const { t } = words;
  const status = vault.status.value;
  const waiting = vault.waitingCount.value;
  const states = safetyStates(status, waiting, vault.attentionCount.value, countUnreadableWork(vault.unreadable));
  const isBusy = status.activity.doing !== 'nothing';
  return (
    <Screen title={t('safety.title')} backTo={homeOf(vault.actor.role)}>
      <Stack>
        {states.map((state) => (
          <StateNote key={state.what} state={state} />
        ))}
        <RiskNotes unreadable={partsBeside(states, vault.unreadable)} />
        <NotesHere />
        <Card>
          <FactList facts={factsOf(session)} />
        </Card>
        <Stack inline>
          <Button variant={waiting > 0 ? 'main' : 'quiet'} icon={refreshIcon} busy={isBusy} onClick={nudge}>
            {t(waiting > 0 ? 'safety.sendNow' : 'safety.checkNow')}
          </Button>
          {status.trouble !== 'protocol-unsupported' && <UpdateButton session={session} variant="quiet" />}
        </Stack>
        {/* The way out stands near what needs it, and at the foot when nothing does. */}
        {waiting > 0 && <RescueCard />}
        <WaitingCard />
        <FilesCard />
        {status.exchanges.length > 0 && (
          <Card flat title={t('safety.exchanges')}>
            <RowList>
              {status.exchanges.map(({ at, what, count }) => (
                <CardRow
                  key={`${at} ${what}`}
                  plain
                  time={rowMoment(words, at, session.today())}
                  dateTime={at}
                  title={t(`safety.exchange.${what}`, { n: count })}
                />
              ))}
            </RowList>
          </Card>
        )}
        {waiting === 0 && <RescueCard />}
      </Stack>
    </Screen>
  );
}

function StateNote({ state }: { state: SafetyState }) {
  const session = useSession();
  const { title, text } = safetyStateToWords(session.words, state);
  return (
    <Note
      tone={state.tone}
      icon={stateIconsByTone[state.tone]}
      role="status"
      title={title}
      action={findWayOn(session, state)}
    >
      {text}
    </Note>
  );
}

/** The button that mends the state, where there is one. */
function findWayOn(session: FeatureSession, state: SafetyState) {
  const { words, lock } = session;
  if (state.what === 'attention') {
    return (
      <LinkButton variant="stop" href={PLACES.attention}>
        {words.t('verb.mend')}
      </LinkButton>
    );
  }
  if (state.what === 'unreadable') return countDamagedWork(session.vault.unreadable) > 0 ? <SetAside /> : undefined;
  if (state.what !== 'trouble') return undefined;
  if (state.trouble === 'signed-out') return <Button onClick={lock}>{words.t('safety.signInAgain')}</Button>;
  return state.trouble === 'protocol-unsupported' ? <UpdateButton session={session} /> : undefined;
}

/** The new version that was put off, or that the server asks for. */
function UpdateButton({ session, variant }: { session: FeatureSession; variant?: 'quiet' }) {
  const { vault, words, update } = session;
  const start = update.value;
  if (start === undefined) return null;
  return (
    <Button variant={variant} onClick={() => vault.drafts.flush().then(start)}>
      {words.t('safety.updateNow')}
    </Button>
  );
}

/** What cannot be read yet, and what left by itself. */
function NotesHere() {
  const { vault, words } = useSession();
  const { t } = words;
  const newer = countNewer(vault.unreadable, vault.caseload.unknownCount());
  return (
    <>
      {newer > 0 && (
        <Note tone="wait" title={t('safety.newer.title', { n: newer })}>
          {t('safety.newer.text')}
        </Note>
      )}
      {vault.hasExpired && <Note tone="off">{t('safety.expired')}</Note>}
    </>
  );
}

function factsOf({ vault, words, storage, today, update, appVersion }: FeatureSession) {
  const { t } = words;
  const space = storage.value;
  const records = vault.caseload.all().filter(({ record }) => !record.removed).length;
  const { keptCount: kept = 0, filesWaiting = 0 } = vault.status.value;
  const version = t(update.value === undefined ? 'safety.version.current' : 'safety.version.old');
  return [
    { label: t('safety.fact.records'), value: t('safety.fact.recordsValue', { n: records }) },
    { label: t('safety.fact.waiting'), value: words.formatNumber(vault.waitingCount.value) },
    ...(filesWaiting === 0 ? [] : [{ label: t('safety.fact.files'), value: words.formatNumber(filesWaiting) }]),
    { label: t('safety.fact.sentToday'), value: words.formatNumber(sentOn(vault.status.value.exchanges, today())) },
    ...(kept === 0 ? [] : [{ label: t('safety.fact.kept'), value: t('safety.fact.keptValue', { n: kept }) }]),
    ...(space?.usageBytes === undefined || space.quotaBytes === undefined
      ? []
      : [
          {
            label: t('safety.fact.space'),
            value: t(space.isPersisted ? 'safety.fact.spaceProtected' : 'safety.fact.spaceUnprotected', {
              used: bytesToText(words, space.usageBytes),
              quota: bytesToText(words, space.quotaBytes),
            }),
          },
        ]),
    { label: t('safety.fact.version'), value: appVersion === undefined ? version : `${appVersion}, ${version}` },
  ];
}

/** Everything that is only here, the oldest first, with the time it was saved. */
function WaitingCard() {
  const { vault, words, today } = useSession();
  const waiting = vault.outbox.value.filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return null;
  return (
    <Card flat title={words.t('safety.onlyHere')} aside={words.formatNumber(waiting.length)}>
      <VirtualList
        label={words.t('safety.onlyHere')}
        items={waiting}
        keyOf={({ change }) => change.id}
        estimatePx={ROW_PX}
        row={({ change, savedAt }) => {
          const held = vault.caseload.find(change.recordId);
          const kind =
            words.findMessage(`review.kind.${change.kind}`) ?? words.findMessage(`kind.${change.kind}`) ?? '';
          return (
            <CardRowBody
              time={rowMoment(words, savedAt, today())}
              dateTime={savedAt}
              title={held === undefined ? kind : `${kind} · ${recordTitle(vault, words, held)}`}
              subtitle={words.t(`safety.change.${change.type}`)}
            />
          );
        }}
      />
    </Card>
  );
}

import { useEffect, useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import type { Result } from '../../domain/result.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { mayInvite, mayInviteLate } from '../event-records.ts';
import { NotHere } from '../not-here.tsx';
import { PLACES } from '../places.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import type { InvitationLine, RemoteTrouble } from '../remote-ports.ts';
import { Screen } from '../screen.tsx';
import { useSession } from '../session.ts';
import { EndInvitation } from './EndInvitation.tsx';
import { findKeptInvitation } from './kept-invitation.ts';
import { PrintedInvitation } from './PrintedInvitation.tsx';

/** Volunteers at an event: the code that their phones scan, how many did, and its end. */
export function InvitationPage({ id }: { readonly id: string }) {
  const { vault, words } = useSession();
  const held = vault.caseload.find(id);
  if (held?.record.kind !== 'event') return <NotHere title={words.t('events.title')} listPlace={PLACES.events} />;
  return (
    <Screen
      title={words.t('invite.title')}
      subtitle={`${recordTitle(vault, words, held)} · ${recordSubtitle(words, held)}`}
      backTo={PLACES.event(id)}
    >
      <Invitation event={held} />
    </Screen>
  );
}

type Found = Result<InvitationLine | undefined, RemoteTrouble>;

function Invitation({ event }: { readonly event: CaseRecord }) {
  const { vault, words, remote, now } = useSession();
  const { t } = words;
  const { id } = event.record;
  const [found, setFound] = useState<Found | undefined>(undefined);
  const [trouble, setTrouble] = useState<RemoteTrouble | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const draftKey = `invitation:${id}`;
  const keep = (answer: Found) => {
    setFound(answer);
    // Sealed like a draft: whoever stands in a square without a network still has the code to show.
    if (answer.ok) vault.drafts.save(draftKey, answer.value === undefined ? null : { ...answer.value });
  };
  const load = () => void remote.findInvitation(id).then(keep);
  useEffect(load, [id]);

  const open = async () => {
    setIsBusy(true);
    const answer = await remote.openInvitation(id);
    setIsBusy(false);
    setTrouble(answer.ok ? undefined : answer.error);
    if (answer.ok) keep(answer);
  };

  const isLate = mayInviteLate(vault, event, now());
  const mayOpen = isLate || mayInvite(vault, event, now());
  if (found === undefined) return <Loading label={t('invite.loading')} />;
  if (!found.ok) {
    const kept = mayOpen ? findKeptInvitation(vault.drafts.find(draftKey), event.record, now()) : undefined;
    const retry = (
      <Note tone="wait" action={<Button onClick={load}>{t('verb.retry')}</Button>}>
        {t(kept === undefined ? `remote.${found.error}` : 'invite.kept')}
      </Note>
    );
    if (kept === undefined) return retry;
    return (
      <Stack>
        <div class="no-print">{retry}</div>
        <PrintedInvitation {...kept} event={event} />
      </Stack>
    );
  }
  const line = found.value;
  const isOpen = line?.standing === 'open';
  return (
    <Stack>
      {trouble !== undefined && (
        <Note tone="stop" role="alert">
          {t(`remote.${trouble}`)}
        </Note>
      )}
      {line !== undefined && !isOpen && (
        <Note tone="off" title={t('invite.ended')}>
          {t(line.standing === 'grace' ? 'invite.endedText' : 'invite.overText')}
        </Note>
      )}
      {isOpen && <PrintedInvitation address={line.address} event={event} madeAt={line.madeAt} />}
      {!isOpen && mayOpen && (
        <Card>
          <p>{t(isLate ? 'invite.lateWhat' : 'invite.what')}</p>
          <Button big busy={isBusy} onClick={() => open()}>
            {t(isLate ? 'invite.makeLate' : line === undefined ? 'invite.make' : 'invite.makeAgain')}
          </Button>
        </Card>
      )}
      {line !== undefined && (
        <div class="no-print">
          <Card title={t('invite.standing')}>
            <p role="status">{t('invite.phones', { n: line.phones })}</p>
            <Stack inline>
              <Button variant="quiet" onClick={load}>
                {t('invite.look')}
              </Button>
              {isOpen && <EndInvitation eventId={id} isLate={isLate} onEnded={load} onTrouble={setTrouble} />}
            </Stack>
          </Card>
        </div>
      )}
    </Stack>
  );
}

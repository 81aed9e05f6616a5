import type { CaseRecord } from '../../device/open-vault.ts';
import { guestEnd, lateCodeEnd, mayOpenLate } from '../../domain/guest-time.ts';
import type { Instant } from '../../domain/primitives.ts';
import { Button } from '../../ui/Button.tsx';
import { printIcon } from '../../ui/icons.ts';
import { QrImage } from '../../ui/QrImage.tsx';
import { eventFieldsOf } from '../event-records.ts';
import { recordSubtitle, recordTitle } from '../record-words.ts';
import { useSession } from '../session.ts';

type PrintedInvitationProps = {
  readonly address: string;
  readonly event: CaseRecord;
  /** When the code was made: one of after the event ends by itself. */
  readonly madeAt: Instant;
};

/** The code as it is shown and printed: large, with the event's name and what to do in two languages of ours. */
export function PrintedInvitation({ address, event, madeAt }: PrintedInvitationProps) {
  const { vault, words } = useSession();
  const { t } = words;
  const end = guestEnd(eventFieldsOf(event));
  const isLate = mayOpenLate(event.record, madeAt);
  return (
    <>
      <section class="paper invitation-paper" aria-label={t('invite.asShown')}>
        <h2>{recordTitle(vault, words, event)}</h2>
        <p>{recordSubtitle(words, event)}</p>
        <QrImage text={address} label={t('invite.qr')} />
        <p class="invitation-do">
          {/* On paper for everybody: both, whatever the coordinator reads. */}
          <span lang="it">Inquadra con la fotocamera</span>
          <span lang="en">Scan with your camera</span>
        </p>
      </section>
      <p class="no-print soft">
        {isLate
          ? t('invite.lateUntil', { time: words.formatTime(lateCodeEnd(madeAt)) })
          : end !== undefined &&
            t('invite.until', { date: words.formatDate(end.slice(0, 10)), time: end.slice(11) })}{' '}
        {t(isLate ? 'invite.lateHint' : 'invite.hint')}
      </p>
      <div class="no-print">
        <Button variant="ghost" icon={printIcon} onClick={() => window.print()}>
          {t('invite.print')}
        </Button>
      </div>
    </>
  );
}

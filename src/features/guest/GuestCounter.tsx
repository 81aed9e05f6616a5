import { useRef, useState } from 'preact/hooks';
import type { CaseRecord, NewChange } from '../../device/open-vault.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { returnIcon, scanIcon } from '../../ui/icons.ts';
import { eventFieldsOf } from '../event-records.ts';
import { GuestLast } from './GuestLast.tsx';
import { GuestScan } from './GuestScan.tsx';
import { byCard, countedHere, findLastUnknown, hasCard, type Look, lookToChange, oneMore } from './guest-desk.ts';
import { useGuest } from './guest-session.ts';
import { useShift } from './use-shift.ts';

/** One number and one huge button; a tap is saved before the number grows. */
export function GuestCounter({ event }: { readonly event: CaseRecord }) {
  const { vault, words, newId, nudge } = useGuest();
  const { t } = words;
  const { shifts = [] } = eventFieldsOf(event);
  const [shift, chooseShift] = useShift(event);
  const [isScanning, setIsScanning] = useState(false);
  const [said, setSaid] = useState('');
  // A quick double tap on "undo" must not take two away.
  const isUndoing = useRef(false);
  const place = { event: event.record.id, shift };
  const counted = countedHere(vault, place.event);
  const count = () => countedHere(vault, place.event).length;

  async function save(change: NewChange): Promise<boolean> {
    const saved = await vault.saveChange(change);
    setSaid(saved.ok ? t('added', { n: count() }) : t('notSaved'));
    if (saved.ok) nudge();
    return saved.ok;
  }

  async function look(last: CaseRecord, seen: Look): Promise<void> {
    const saved = await vault.saveChange(lookToChange(last, seen));
    setSaid(saved.ok ? '' : t('notSaved'));
    if (saved.ok) nudge();
  }

  async function undo(): Promise<void> {
    const [last] = counted;
    if (last === undefined || isUndoing.current) return;
    isUndoing.current = true;
    const { id, kind } = last.record;
    const made = vault.outbox.peek().flatMap(({ change }) => (change.recordId === id ? change.id : []));
    // Still only here, with what was told of them: as if it had never been. Sent already, or saved before this page was opened: removed.
    const isGone =
      (await vault.undoChanges(made)) || (await vault.saveChange({ type: 'remove', recordId: id, kind })).ok;
    isUndoing.current = false;
    setSaid(isGone ? t('removed', { n: count() }) : t('notSaved'));
    nudge();
  }

  return (
    <section class="guest-counter">
      {shifts.length > 0 && (
        <ChoiceChips
          label={t('shift')}
          value={shift}
          onInput={chooseShift}
          choices={shifts.map(({ label }) => ({ value: label, label }))}
        />
      )}
      <p class="guest-count">
        <span class="guest-line">{t('counted')}</span>
        <strong class="num">{counted.length}</strong>
      </p>
      <button
        type="button"
        class="guest-plus num"
        aria-label={`+1 ${t('add')}`}
        onClick={() => void save(oneMore(newId(), place))}
      >
        +1
      </button>
      <p class="sr-only" role="status">
        {said}
      </p>
      <GuestLast last={findLastUnknown(counted)} onLook={(last, seen) => void look(last, seen)} />
      <Button variant="ghost" big icon={scanIcon} onClick={() => setIsScanning(true)}>
        {t('scan')}
      </Button>
      <Button
        variant="quiet"
        wide
        icon={returnIcon}
        iconMirrored
        disabled={counted.length === 0}
        onClick={() => void undo()}
      >
        {t('undo')}
      </Button>
      {isScanning && (
        <GuestScan
          onClose={() => setIsScanning(false)}
          onCard={(card) =>
            hasCard(countedHere(vault, place.event), card, shift) ? 'already' : save(byCard(newId(), place, card))
          }
        />
      )}
    </section>
  );
}

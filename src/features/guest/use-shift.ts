import { useState } from 'preact/hooks';
import type { CaseRecord } from '../../device/open-vault.ts';
import { eventFieldsOf, findShiftAt } from '../event-records.ts';
import { useGuest } from './guest-session.ts';

/** Null where people are counted in no shift on purpose. */
const DRAFT = 'guest:shift';

/**
 * The shift people are counted in: the one chosen on this phone, also after a reload, or else the one that was on when this page was opened.
 * One card read in a shift and once more in none would count as two presences.
 */
export function useShift(event: CaseRecord): [label: string | undefined, choose: (label: string | undefined) => void] {
  const { vault, now } = useGuest();
  const fields = eventFieldsOf(event);
  const [chosen, setChosen] = useState(() => vault.drafts.find(DRAFT));
  const [openedAt] = useState(now);
  const kept = fields.shifts?.find(({ label }) => label === chosen);
  const shift = chosen === null ? undefined : (kept ?? findShiftAt(fields, openedAt));
  return [
    shift?.label,
    (label) => {
      setChosen(label ?? null);
      vault.drafts.save(DRAFT, label ?? null);
      void vault.drafts.flush();
    },
  ];
}

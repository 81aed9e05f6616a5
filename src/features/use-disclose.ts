import { useState } from 'preact/hooks';
import type { CaseRecord } from '../device/open-vault.ts';
import { useSession } from './session.ts';
import { refusalToText } from './use-save.ts';

/**
 * A restricted field behind a tap: the look is written in the log first, and shown only then. Works without a network too, as the
 * log's line waits in the outbox like any other change.
 */
export function useDisclose(held: CaseRecord | undefined, field: string): [isShown: boolean, show: () => void] {
  const { vault, words, say, nudge } = useSession();
  const [isShown, setIsShown] = useState(false);

  async function show({ record: { id, kind } }: CaseRecord): Promise<void> {
    const logged = await vault.saveChange({ type: 'disclose', recordId: id, kind, fields: [field] });
    if (!logged.ok) return say({ text: refusalToText(words, logged.error), tone: 'stop' });
    nudge();
    setIsShown(true);
  }

  return [isShown, () => void (held && show(held))];
}

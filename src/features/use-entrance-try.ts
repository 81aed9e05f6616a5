import { useState } from 'preact/hooks';
import type { Result } from '../domain/result.ts';
import type { EntranceTrouble } from './entrance.ts';

/** One try at a door: while it goes on a second tap does nothing; what went wrong stays until the next try. */
type EntranceTry = {
  readonly isBusy: boolean;
  readonly trouble: EntranceTrouble | undefined;
  /** A field was left empty: the try was not made. */
  readonly isIncomplete: boolean;
  /** For `Form`: grows with every try that failed. */
  readonly failedTries: number;
  /** Undefined where something is still empty. */
  readonly run: (work: (() => Promise<Result<void, EntranceTrouble>>) | undefined) => Promise<void>;
  /** The person changed what the trouble was about. */
  readonly forget: () => void;
};

export function useEntranceTry(): EntranceTry {
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<EntranceTrouble | undefined>(undefined);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [failedTries, setFailedTries] = useState(0);

  async function run(work: (() => Promise<Result<void, EntranceTrouble>>) | undefined): Promise<void> {
    if (isBusy) return;
    setTrouble(undefined);
    setIsIncomplete(work === undefined);
    if (work === undefined) return setFailedTries((count) => count + 1);
    setIsBusy(true);
    try {
      const answer = await work();
      if (answer.ok) return;
      setTrouble(answer.error);
      setFailedTries((count) => count + 1);
    } finally {
      setIsBusy(false);
    }
  }

  return {
    isBusy,
    trouble,
    isIncomplete,
    failedTries,
    run,
    forget() {
      setTrouble(undefined);
      setIsIncomplete(false);
    },
  };
}

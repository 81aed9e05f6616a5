import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../domain/result.ts';
import type { AccountLine, RemoteTrouble } from '../remote-ports.ts';
import { useSession } from '../session.ts';

type Loaded = Result<readonly AccountLine[], RemoteTrouble>;

/** The people of the municipality, as the server has them now; undefined while it is asked. */
export function useAccounts(): { readonly loaded: Loaded | undefined; readonly reload: () => void } {
  const { remote } = useSession();
  const [loaded, setLoaded] = useState<Loaded | undefined>(undefined);
  const load = async () => setLoaded(await remote.listAccounts());
  useEffect(() => void load(), []);
  return {
    loaded,
    reload() {
      // After a trouble the waiting is shown; what is known stays until the news is here.
      if (loaded?.ok === false) setLoaded(undefined);
      void load();
    },
  };
}

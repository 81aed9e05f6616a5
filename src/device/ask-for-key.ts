import type { VaultKey } from '../vault/aes-gcm.ts';
import type { DevicePorts } from './device-ports.ts';

export type SharedKey = { readonly vaultId: string; readonly key: VaultKey };

/** A frozen background tab answers late or never; a person who waits longer than this for a screen thinks it hangs. */
const ASK_WAIT_MS = 300;

/** The vault that another tab has open, if there is one. */
export function askForKey({
  tabs,
  newId,
  after,
}: Pick<DevicePorts, 'tabs' | 'newId' | 'after'>): Promise<SharedKey | undefined> {
  if (tabs === undefined) return Promise.resolve(undefined);
  const asker = newId();
  return new Promise((resolve) => {
    const finish = (shared: SharedKey | undefined) => {
      stopListening();
      stopWaiting();
      resolve(shared);
    };
    const stopListening = tabs.listen((message) => {
      if (message.type === 'offer' && message.asker === asker) finish({ vaultId: message.vaultId, key: message.key });
    });
    const stopWaiting = after(ASK_WAIT_MS, () => finish(undefined));
    tabs.send({ type: 'ask', asker });
  });
}

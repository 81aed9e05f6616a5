/**
 * The key that seals everything of one person on one device. Random, never derived: a new password wraps it anew and no row
 * has to be sealed again.
 *
 * The CryptoKey is not extractable, yet structured-cloneable: BroadcastChannel hands it to a second tab and no script there
 * can read its bytes either. IndexedDB would store it as well; the vault must not (no key on disk, law 6).
 */
import { importAesKey, KEY_BYTES, type VaultKey } from './aes-gcm.ts';
import type { Bytes } from './bytes.ts';

/** `raw` is there only to make slots. Whoever holds it calls `forget(raw)` as soon as they are made. */
export type DataKey = { readonly key: VaultKey; readonly raw: Bytes };

export const createDataKey = (): Promise<DataKey> => rawToDataKey(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));

export const rawToDataKey = async (raw: Bytes): Promise<DataKey> => ({ key: await importAesKey(raw), raw });

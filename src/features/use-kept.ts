import { useEffect, useState } from 'preact/hooks';
import type { OpenVault } from '../device/open-vault.ts';
import { useSession } from './session.ts';

/** What a list was asked for, found again on the way back. In memory only, and gone with the vault: it may hold a name. */
const keptByVault = new WeakMap<OpenVault, Map<string, unknown>>();

/** Like `useState`, under a name that outlives the screen. One name always holds one type. */
export function useKept<T>(name: string, initial: T): [T, (value: T) => void] {
  const { vault } = useSession();
  const kept = keptByVault.get(vault) ?? new Map<string, unknown>();
  keptByVault.set(vault, kept);
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : initial));
  return [
    value,
    (next) => {
      kept.set(name, next);
      setValue(next);
    },
  ];
}

/** What another screen kept for this one, taken once: the screen after this finds `none`. */
export function useTaken<T>(name: string, none: T): T {
  const [kept, keep] = useKept(name, none);
  const [taken] = useState(kept);
  useEffect(() => keep(none), []);
  return taken;
}

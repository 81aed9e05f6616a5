import { type Signal, useComputed, useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Device } from '../device/open-device.ts';
import { ok, type Result } from '../domain/result.ts';
import type { EntranceTrouble, PersonHere } from '../features/entrance.ts';
import { UnlockPage } from '../features/unlock/UnlockPage.tsx';
import { loadTranslator } from '../i18n/load-translator.ts';
import type { DoorWords, Translator } from '../i18n/translate.ts';
import { after } from './browser-ports.ts';
import { type Entered, type Progress, signInAndEnter, unlock } from './entrance.ts';
import type { InsideProps } from './Inside.tsx';
import type { JoiningProps } from './Joining.tsx';
import type { LockedWork } from './locked-work.tsx';
import { locale } from './preferences.ts';

/** Until the sync of a vault that was just locked has stored what it was storing, and let go. */
const SYNC_ENDS_MS = 1_000;

type EntranceProps = { readonly device: Device; readonly words: DoorWords };
type Open = Entered & { readonly words: Translator; readonly Inside: ComponentType<InsideProps> };

/** Which door stands open: join the municipality, say who you are, sign in, or the rooms inside. */
export function Entrance({ device, words }: EntranceProps) {
  const open = useSignal<Open | undefined>(undefined);
  const isSomebodyNew = useSignal(false);
  const isOnline = useOnline();
  /** Who comes from the lock screen to sign in with a new password. */
  const comingAs = useSignal<string | undefined>(undefined);
  const work = useSignal<LockedWork | undefined>(undefined);
  const enrolment = device.enrolment.value;
  const people = useComputed(() => device.vaults.value.map(toPersonHere));

  useEffect(() => {
    const openVaultId = () => open.peek()?.unlocked.vault.vaultId;
    void import('./locked-work.tsx').then(async ({ startLockedWork }) => {
      work.value = await startLockedWork(device, isOnline, openVaultId);
    });
    // A vault that another tab has open needs no second password: at the start, and when somebody comes back to this tab.
    const join = async () => {
      if (open.peek() !== undefined || isSomebodyNew.peek()) return;
      const joined = await device.joinOpenVault();
      if (joined?.ok && open.peek() === undefined) void enter(open, { unlocked: joined.value, login: undefined });
    };
    const onVisible = () => document.visibilityState === 'visible' && void join();
    void join();
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, []);

  if (open.value !== undefined) {
    const { Inside, words: allWords, ...entered } = open.value;
    const onLocked = () => {
      open.value = undefined;
      isSomebodyNew.value = false;
      void device.refreshVaults();
      after(SYNC_ENDS_MS, () => work.peek()?.nudge());
    };
    return <Inside device={device} words={allWords} entered={entered} onLocked={onLocked} />;
  }

  const leftPage = work.value?.leftPage();
  if (leftPage !== undefined) return leftPage;

  const signInAs = (name: string, password: string) =>
    entering(open, signInAndEnter(device, name, password, noProgress)).then((entered) => {
      if (!entered.ok) work.peek()?.nudge();
      return entered;
    });
  const frame = { words, municipalityName: enrolment?.municipality.name, deviceLabel: enrolment?.label };
  if (enrolment === undefined || isSomebodyNew.value || people.value.length === 0) {
    return (
      <LazyJoining
        {...frame}
        device={device}
        username={comingAs.value}
        onSignIn={signInAs}
        onBack={people.value.length === 0 ? undefined : () => (isSomebodyNew.value = false)}
      />
    );
  }
  return (
    <UnlockPage
      {...frame}
      people={people.value}
      lastVaultId={people.value[0]?.vaultId}
      isOnline={isOnline.value}
      onUnlock={(vaultId, password, onProgress) => {
        work.peek()?.yieldVault(vaultId);
        return entering(open, unlock(device, vaultId, password, onProgress));
      }}
      onOther={() => {
        comingAs.value = undefined;
        isSomebodyNew.value = true;
      }}
      onNewPassword={(vaultId) => {
        comingAs.value = device.vaults.peek().find((vault) => vault.vaultId === vaultId)?.username;
        isSomebodyNew.value = true;
      }}
      notesOf={work.value?.notesOf}
    />
  );
}

const noProgress: Progress = () => undefined;

function LazyJoining(props: JoiningProps) {
  const loaded = useSignal<ComponentType<JoiningProps> | undefined>(undefined);
  useEffect(() => void import('./Joining.tsx').then(({ Joining }) => (loaded.value = Joining)), []);
  const Joining = loaded.value;
  return Joining === undefined ? null : <Joining {...props} />;
}

async function entering(
  open: Signal<Open | undefined>,
  work: Promise<Result<Entered, EntranceTrouble>>,
): Promise<Result<void, EntranceTrouble>> {
  const entered = await work;
  if (!entered.ok) return entered;
  await enter(open, entered.value);
  return ok(undefined);
}

/** Whose pages the address may still name. */
let lastVaultId: string | undefined;

async function enter(open: Signal<Open | undefined>, entered: Entered): Promise<void> {
  const { vaultId } = entered.unlocked.vault;
  // Who comes back finds the page that was open; somebody else starts at home, not at a page of the person before.
  if (lastVaultId !== undefined && lastVaultId !== vaultId) history.replaceState(null, '', '/');
  lastVaultId = vaultId;
  const [{ Inside }, words] = await Promise.all([import('./Inside.tsx'), loadTranslator(locale.peek())]);
  open.value = { ...entered, words, Inside };
}

const toPersonHere = (vault: Device['vaults']['value'][number]): PersonHere => ({
  vaultId: vault.vaultId,
  name: vault.displayName,
  initials: vault.initials,
  waiting: vault.waiting,
  unsent: vault.unsent,
  attention: vault.attention,
});

function useOnline(): Signal<boolean> {
  const isOnline = useSignal(navigator.onLine);
  useEffect(() => {
    const look = () => (isOnline.value = navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}

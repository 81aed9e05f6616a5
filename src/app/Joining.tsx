import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { GUEST_DATABASE_NAME } from '../device/database.ts';
import type { Device } from '../device/open-device.ts';
import type { Result } from '../domain/result.ts';
import { EnrolPage } from '../features/enrol/EnrolPage.tsx';
import type { EntranceFrame, EntranceTrouble, SignInPageProps } from '../features/entrance.ts';
import { SignInPage } from '../features/sign-in/SignInPage.tsx';
import { loadJoinWords } from '../i18n/load-translator.ts';
import type { JoinWords } from '../i18n/translate.ts';
import { ownServer } from './entrance.ts';
import { enrolDevice } from './join-municipality.ts';

export type JoiningProps = EntranceFrame &
  Pick<SignInPageProps, 'onSignIn' | 'onBack' | 'username'> & { readonly device: Device };

/** The doors that need the network: a device joins, a person signs in. Loaded when one of them stands open, not for the lock screen. */
export function Joining({ device, onSignIn, onBack, username, ...frame }: JoiningProps) {
  const words = useSignal<JoinWords | undefined>(undefined);
  const { locale } = frame.words;
  useEffect(() => {
    // Whoever counted at an event and opens the app by its name alone goes back to it.
    if (device.enrolment.peek() === undefined) void isGuestHere().then((isHere) => isHere && location.replace('/door'));
  }, []);
  useEffect(() => void loadJoinWords(locale).then((loaded) => (words.value = loaded)), [locale]);
  if (words.value === undefined) return null;
  const joinFrame = { ...frame, words: words.value };
  if (device.enrolment.value !== undefined) {
    return <SignInPage {...joinFrame} username={username} onSignIn={onSignIn} onBack={onBack} />;
  }
  return <EnrolPage {...joinFrame} onEnrol={(code, label) => enrol(device, code, label)} />;
}

async function enrol(device: Device, code: string, label: string): Promise<Result<void, EntranceTrouble>> {
  const enrolled = await enrolDevice(ownServer(), device, code, label);
  if (enrolled.ok) void device.requestPersistence();
  return enrolled;
}

/** Where the browser does not tell its databases the phone is simply not found: the code's own address leads there. */
async function isGuestHere(): Promise<boolean> {
  const databases = (await globalThis.indexedDB?.databases?.().catch(() => [])) ?? [];
  return databases.some(({ name }) => name === GUEST_DATABASE_NAME);
}

import type { Device } from '../device/open-device.ts';
import type { Result } from '../domain/result.ts';
import { EnrolPage } from '../features/enrol/EnrolPage.tsx';
import type { EntranceFrame, EntranceTrouble, SignInPageProps } from '../features/entrance.ts';
import { SignInPage } from '../features/sign-in/SignInPage.tsx';
import { ownServer } from './entrance.ts';
import { enrolDevice } from './join-municipality.ts';

export type JoiningProps = EntranceFrame &
  Pick<SignInPageProps, 'onSignIn' | 'onBack' | 'username'> & { readonly device: Device };

/** The doors that need the network: a device joins, a person signs in. Loaded when one of them stands open, not for the lock screen. */
export function Joining({ device, onSignIn, onBack, username, ...frame }: JoiningProps) {
  if (device.enrolment.value !== undefined) {
    return <SignInPage {...frame} username={username} onSignIn={onSignIn} onBack={onBack} />;
  }
  return <EnrolPage {...frame} onEnrol={(code, label) => enrol(device, code, label)} />;
}

async function enrol(device: Device, code: string, label: string): Promise<Result<void, EntranceTrouble>> {
  const enrolled = await enrolDevice(ownServer(), device, code, label);
  if (enrolled.ok) void device.requestPersistence();
  return enrolled;
}

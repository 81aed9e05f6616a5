import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { acceptMissingDatabase, type Device, openDevice } from '../device/open-device.ts';
import type { StorageTrouble } from '../device/open-vault.ts';
import type { Result } from '../domain/result.ts';
import { italianDoorWords, loadDoorWords } from '../i18n/load-translator.ts';
import type { DoorWords } from '../i18n/translate.ts';
import { createBrowserPorts } from './browser-ports.ts';
import { Entrance } from './Entrance.tsx';
import { locale } from './preferences.ts';
import { StorageTroubleDoor } from './StorageTroubleDoor.tsx';
import { registerServiceWorker } from './update-flow.ts';

const ports = createBrowserPorts();

/** From opening the storage to the doors of the vaults. What lies behind the doors is loaded when one opens. */
export function App() {
  const words = useSignal<DoorWords>(italianDoorWords());
  const device = useSignal<Result<Device, StorageTrouble> | undefined>(undefined);

  const open = async () => {
    device.value = await openDevice(ports);
  };

  useEffect(() => {
    void registerServiceWorker(() => window.dispatchEvent(new Event('online')));
    void open();
    return locale.subscribe((chosen) => void loadDoorWords(chosen).then((loaded) => (words.value = loaded)));
  }, []);

  // Opening takes a few milliseconds: nothing is calmer than a spinner.
  if (device.value === undefined) return null;
  if (device.value.ok) return <Entrance device={device.value.value} words={words.value} />;
  return (
    <StorageTroubleDoor
      words={words.value}
      trouble={device.value.error}
      onRetry={() => void open()}
      onEnrolAgain={() => void acceptMissingDatabase(ports).then(open)}
    />
  );
}

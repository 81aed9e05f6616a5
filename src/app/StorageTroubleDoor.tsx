import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { StorageTroublePageProps } from '../features/storage/StorageTroublePage.tsx';
import { loadStorageWords } from '../i18n/load-translator.ts';
import type { DoorWords, StorageWords } from '../i18n/translate.ts';
import { locale } from './preferences.ts';

type StorageTroubleDoorProps = Omit<StorageTroublePageProps, 'words'> & { readonly words: DoorWords };
type Loaded = { readonly Page: ComponentType<StorageTroublePageProps>; readonly words: StorageWords };

/** Storage that does not open is told by a page of its own, fetched when it happens; the line that is here already stands until then. */
export function StorageTroubleDoor({ words, ...props }: StorageTroubleDoorProps) {
  const loaded = useSignal<Loaded | undefined>(undefined);
  useEffect(() => {
    void Promise.all([import('../features/storage/StorageTroublePage.tsx'), loadStorageWords(locale.peek())]).then(
      ([{ StorageTroublePage }, storageWords]) => {
        loaded.value = { Page: StorageTroublePage, words: storageWords };
      },
    );
  }, [words]);
  if (loaded.value === undefined) return <p role="alert">{words.t(`trouble.${props.trouble.type}`)}</p>;
  const { Page, words: storageWords } = loaded.value;
  return <Page words={storageWords} {...props} />;
}

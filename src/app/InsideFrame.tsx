import type { Signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { CoverPage } from '../features/cover/CoverPage.tsx';
import { useSession } from '../features/session.ts';
import { Button } from '../ui/Button.tsx';
import { alertIcon } from '../ui/icons.ts';
import { Note } from '../ui/Note.tsx';
import { Stack } from '../ui/Stack.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { closeNotices, notices } from './notices.ts';
import { Pages } from './Pages.tsx';

/** The pages, with what may appear over any of them: short news, a new version that waits for the person's word, and the cover. */
export function InsideFrame({ isHidden }: { readonly isHidden: Signal<boolean> }) {
  const { words, path, update, vault } = useSession();
  // Put off, it waits on the page of one's data and comes back at the next unlock: it must not lie over the work.
  const [isPutOff, setIsPutOff] = useState(false);
  // The address names the page; the title never says more than the app's name, because titles end up in histories and task lists.
  useEffect(() => {
    document.title = 'Taccuino';
  }, [path.value]);
  return (
    <>
      <Pages />
      {update.value !== undefined && !isPutOff && (
        <section class="update-offer" aria-label={words.t('update.ready')}>
          <Note
            tone="send"
            title={words.t('update.ready')}
            action={
              <Stack inline>
                <Button variant="quiet" onClick={() => setIsPutOff(true)}>
                  {words.t('update.later')}
                </Button>
                <Button onClick={() => vault.drafts.flush().then(update.value)}>{words.t('update.start')}</Button>
              </Stack>
            }
          >
            {words.t('update.text')}
          </Note>
        </section>
      )}
      <ToastRegion
        toasts={notices.value.map(({ id, text, tone, action }) => ({
          id,
          text,
          icon: tone === 'stop' ? alertIcon : undefined,
          action: action && {
            label: action.label,
            onAct: () => {
              closeNotices();
              action.run();
            },
          },
        }))}
        closeLabel={words.t('verb.close')}
        onClose={closeNotices}
      />
      {isHidden.value && <CoverPage onBack={() => (isHidden.value = false)} />}
    </>
  );
}

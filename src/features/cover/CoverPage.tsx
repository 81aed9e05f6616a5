import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Brand } from '../../ui/Brand.tsx';
import { Button } from '../../ui/Button.tsx';
import { FullScreen } from '../../ui/FullScreen.tsx';
import { lockIcon } from '../../ui/icons.ts';
import { useSession } from '../session.ts';

/**
 * What is seen instead of the work: nobody's name, no number, not even how much waits. The work stays as it was below. No key leads
 * back by chance: the focus rests on the words, so that who was typing when it came does not type it away.
 */
export function CoverPage({ onBack }: { readonly onBack: () => void }) {
  const { words, lock } = useSession();
  const { t } = words;
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <FullScreen labelledBy={titleId}>
      <div class="center">
        <div class="center-column">
          <div class="card center-card">
            <Brand title="Taccuino" subtitle="" />
            <h2 id={titleId} ref={title} tabIndex={-1}>
              {t('cover.title')}
            </h2>
            <Button big onClick={onBack}>
              {t('cover.back')}
            </Button>
            <Button variant="quiet" wide icon={lockIcon} onClick={lock}>
              {t('settings.lock')}
            </Button>
          </div>
        </div>
      </div>
    </FullScreen>
  );
}

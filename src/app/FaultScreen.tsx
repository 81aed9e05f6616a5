import type { Translator } from '../i18n/translate.ts';
import { Button } from '../ui/Button.tsx';
import { CenterCard } from '../ui/CenterCard.tsx';
import { refreshIcon } from '../ui/icons.ts';
import { Note } from '../ui/Note.tsx';

/** A bug of ours took a screen down. What was saved and what was being typed is on the disk, so starting again is safe. */
export function FaultScreen({ words, onRestart }: { readonly words: Translator; readonly onRestart: () => void }) {
  return (
    <CenterCard brand={{ title: 'Taccuino', subtitle: words.t('entrance.brand') }} title={words.t('fault.title')}>
      <Note tone="wait" role="alert">
        {words.t('fault.text')}
      </Note>
      <Button big icon={refreshIcon} onClick={onRestart}>
        {words.t('fault.restart')}
      </Button>
    </CenterCard>
  );
}

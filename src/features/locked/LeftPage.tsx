import type { LockedWords } from '../../i18n/translate.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterCard } from '../../ui/CenterCard.tsx';
import { Note } from '../../ui/Note.tsx';

/** What has left: everything on a device that was switched off, or the data of a person whose access was closed. */
export type WhatLeft =
  | { readonly what: 'device' /** Attachments that were on this device only. */; readonly filesLost: number }
  | { readonly what: 'account'; readonly name: string };

type LeftPageProps = { readonly words: LockedWords; readonly left: WhatLeft; readonly onClose: () => void };

/** Says calmly what happened, what of the work is safe, what is not, and whom to ask. */
export function LeftPage({ words: { t }, left, onClose }: LeftPageProps) {
  const text =
    left.what === 'device' ? t('locked.left.device.text') : t('locked.left.account.text', { name: left.name });
  const filesLost = left.what === 'device' ? left.filesLost : 0;
  return (
    <CenterCard brand={{ title: 'Taccuino', subtitle: '' }} title={t(`locked.left.${left.what}.title`)}>
      <Note tone="ok">{t(filesLost === 0 ? 'locked.left.work' : 'locked.left.workButFiles')}</Note>
      {filesLost > 0 && <Note tone="stop">{t('locked.left.files', { n: filesLost })}</Note>}
      <p>{text}</p>
      <p>{t(`locked.left.${left.what}.way`)}</p>
      <Button big onClick={onClose}>
        {t('locked.left.close')}
      </Button>
    </CenterCard>
  );
}

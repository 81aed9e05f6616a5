import { IconButton } from '../ui/IconButton.tsx';
import { hideIcon } from '../ui/icons.ts';
import { useSession } from './session.ts';

/** On every screen: one tap, and whoever comes near sees nothing of anybody. */
export function HideButton() {
  const { words, hide } = useSession();
  const { t } = words;
  return (
    <IconButton
      icon={hideIcon}
      label={t('cover.hide')}
      word={t('cover.hideWord')}
      hint={t('cover.hideHint')}
      onClick={hide}
    />
  );
}

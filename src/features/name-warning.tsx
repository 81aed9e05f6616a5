import { useMemo } from 'preact/hooks';
import { Note } from '../ui/Note.tsx';
import { nameFinderOf } from './practice-records.ts';
import { useSession } from './session.ts';

/** Other cities are going to read these texts: says so, and which names of people of ours seem to stand in them. */
export function NameWarning({ texts }: { readonly texts: readonly unknown[] }) {
  const { vault, words } = useSession();
  // Thousands of people: read once a screen, not at each keystroke.
  const findNames = useMemo(() => nameFinderOf(vault), []);
  const names = findNames(texts.filter((text) => typeof text === 'string').join('\n'));
  if (names.length === 0) return <p class="soft">{words.t('practices.noPeople')}</p>;
  return (
    <Note tone="stop" role="status">
      {words.t('practices.names', { names: words.formatList(names) })}
    </Note>
  );
}

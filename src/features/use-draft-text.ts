import { useState } from 'preact/hooks';
import { useSession } from './session.ts';

/** One text that is a draft from its first letter, such as an answer or a comment. */
export function useDraftText(key: string): [text: string, write: (text: string) => void, discard: () => void] {
  const { drafts } = useSession().vault;
  const [text, setText] = useState(() => {
    const kept = drafts.find(key);
    return typeof kept === 'string' ? kept : '';
  });
  return [
    text,
    (next) => {
      setText(next);
      if (next === '') void drafts.discard(key);
      else drafts.save(key, next);
    },
    () => {
      setText('');
      void drafts.discard(key);
    },
  ];
}

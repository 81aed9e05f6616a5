import { StatePill } from '../ui/StatePill.tsx';
import { attentionCount } from './arrived-items.ts';
import { PLACES } from './places.ts';
import { pillOf } from './safety-pill-words.ts';
import { useSession } from './session.ts';

/** The product's promise, on every screen: how what was written here stands. Green only after the server proved it. */
export function SafetyPill() {
  const session = useSession();
  return <StatePill {...pillOf(session.vault, session.words, attentionCount(session))} href={PLACES.safety} />;
}

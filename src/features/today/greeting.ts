import type { TimeOfDay } from '../../domain/primitives.ts';

/** Which greeting an hour calls for: in Italy the afternoon begins after lunch, and a night shift is still an evening. */
export function greetingOf(time: TimeOfDay): 'morning' | 'afternoon' | 'evening' {
  const hour = Number(time.slice(0, 2));
  if (hour >= 5 && hour < 13) return 'morning';
  return hour >= 13 && hour < 18 ? 'afternoon' : 'evening';
}

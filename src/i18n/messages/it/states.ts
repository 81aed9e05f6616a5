// The state of this device as the lock screen says it too; the rest of `pill.*` comes with the frame.
import type { Message } from '../../message.ts';

export const states = {
  'pill.offline': {
    zero: 'Senza rete',
    one: 'Senza rete · {n} salvato qui',
    other: 'Senza rete · {n} salvati qui',
  },
  'pill.waiting': { one: '{n} salvato qui, da inviare', other: '{n} salvati qui, da inviare' },
} as const satisfies Record<string, Message>;

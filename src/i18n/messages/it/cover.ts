// The neutral page over everything: it must tell nothing, not even that something is hidden.
import type { Message } from '../../message.ts';

export const cover = {
  'cover.hide': 'Nascondi lo schermo',
  /** A word of `cover.hide`, beside the icon. */
  'cover.hideWord': 'Nascondi',
  'cover.hideHint': 'Anche con Esc, due volte',
  'cover.title': 'In pausa',
  'cover.back': 'Riprendi',
} as const satisfies Record<string, Message>;

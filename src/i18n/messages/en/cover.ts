import type { Message } from '../../message.ts';
import type { cover as italian } from '../it/cover.ts';

export const cover = {
  'cover.hide': 'Hide the screen',
  'cover.hideWord': 'Hide',
  'cover.hideHint': 'Or press Esc twice',
  'cover.title': 'Paused',
  'cover.back': 'Carry on',
} as const satisfies Record<keyof typeof italian, Message>;

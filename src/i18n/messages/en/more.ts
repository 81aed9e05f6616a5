import type { Message } from '../../message.ts';
import type { more as italian } from '../it/more.ts';

export const more = {
  'more.title': 'Tools',
  'more.list': 'All tools',
  'more.mine': 'Everything you recorded, and how it stands',
  'more.safety': 'What is here, what is safe',
  'more.settings': 'Settings',
  'more.settingsHint': 'Language, colours, password, devices',
} as const satisfies Record<keyof typeof italian, Message>;

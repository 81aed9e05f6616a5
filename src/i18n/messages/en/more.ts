import type { Message } from '../../message.ts';
import type { more as italian } from '../it/more.ts';

export const more = {
  'more.title': 'Tools',
  'more.list': 'All tools',
  'more.mine': 'Everything you recorded, and how it stands',
  'more.safety': 'What is here, what is safe',
  'more.settings': 'Settings',
  'more.settingsHint': 'Language, colours, password, devices',
  'scan.video': 'Picture of the camera',
  'scan.starting': 'Opening the camera',
  'scan.looking': 'Point the camera at the code.',
  'scan.denied': 'The camera is not allowed. Allow it in the browser’s settings, or type the code.',
  'scan.missing': 'No free camera was found here. Type the code.',
  'scan.typed': 'Code',
  'scan.find': 'Find',
} as const satisfies Record<keyof typeof italian, Message>;

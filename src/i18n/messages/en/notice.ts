import type { Message } from '../../message.ts';
import type { notice as italian } from '../it/notice.ts';

export const notice = {
  'notice.show': 'Show the privacy notice',
  'notice.given': 'Handed over',
  'notice.back': 'Back',
  'notice.listen': 'Listen',
  'notice.stop': 'Stop',
  'notice.noVoice': 'This device has no voice for this language now.',
  'notice.languages': 'Language of the notice',
  'notice.draft': 'Draft to be approved by the data controller · version {version} · {date}',
  'notice.release': 'Version {version} · {date}',
} as const satisfies Record<keyof typeof italian, Message>;

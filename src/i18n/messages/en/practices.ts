import type { Message } from '../../message.ts';
import type { practices as italian } from '../it/practices.ts';

export const practices = {
  'practices.title': 'Good practices',
  'practices.hint': 'What other cities tried, and how it went',
  'practices.new': 'New practice',
  'practices.correct': 'Correct the practice',
  'practices.count': { one: '{n} practice', other: '{n} practices' },
  'practices.none': 'No practices yet',
  'practices.noneText':
    'Tell of something that works for you. Once a coordinator validates it, all cities of the network read it.',
  'practices.search': 'Search the practices',
  'practices.whose': 'Which practices',
  'practices.all': 'Of all cities',
  'practices.ours': 'Of our city',
  'practices.notFound': 'No practice with these words',
  'practices.notFoundHow': 'Try a single word, or look at the practices of all cities.',
  'practices.cityOf': 'Municipality of {city}',
  'practices.nTried': { one: '{n} city tried it', other: '{n} cities tried it' },
  'practices.notShared': 'For now only our city sees it. The others read it once a coordinator validates it.',
  'practices.correctionWaits':
    'Other cities do not see the last correction yet: they read it once a coordinator has validated it.',
  'practices.shared': 'All cities of the network read it.',
  'practices.noPeople': 'No data of people: no names, and no stories in which somebody is recognised.',
  'practices.names': 'This looks like the name of a person: {names}. If it is, take it out.',
  'practices.contact': 'To know more',
  'practices.costHint': 'In words: euro, hours, people.',
  'practices.officeHint': 'An office, not a person.',
  'practices.replies': 'What other cities say',
  'practices.noReplies': 'Nobody has replied yet.',
  'practices.reply': 'We tried it, or a comment',
  'practices.newReply': 'Reply to the practice',
  'practices.correctReply': 'Correct the reply',
  'practices.didYouTry': 'Did you try it?',
  'practices.onlyComment': 'No, this is a comment',
  'practices.comment': 'comment',
} as const satisfies Record<keyof typeof italian, Message>;

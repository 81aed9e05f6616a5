// The directory of offices and services.
import type { Message } from '../../message.ts';
import type { offices as italian } from '../it/offices.ts';

export const offices = {
  'offices.title': 'Offices and services',
  'offices.hint': 'Where to send people: opening hours, languages, addresses',
  'offices.count': { zero: 'No office', one: '{n} office or service', other: '{n} offices and services' },
  'offices.new': 'New office',
  'offices.correct': 'Correct the office',
  'offices.search': 'Search by name, kind or address',
  'offices.language': 'Where they speak',
  'offices.anyLanguage': 'Any language',
  'offices.openOnly': 'Open now',
  'offices.openHint': 'By the hours written here. It may be closed on holidays: call first.',
  'offices.openUntil': 'Open until {time}',
  'offices.closed': 'Closed now',
  'offices.allDay': 'all day',
  'offices.none': 'There is no office here yet',
  'offices.noneText':
    'Write those you send people to most often: whoever is on the street finds them without a network too.',
  'offices.noneAsk': 'The coordinators write them. Then you find them here, without a network too.',
  'offices.notFound': 'No such office',
  'offices.notFoundHow': 'Try another word, another language, or those that are closed now.',
  'offices.facts': 'How to get there and what they speak',
  'offices.linkHint': 'For example https://www.comune.esempio.it',
  'offices.noteHint': 'What to know before: appointment, documents, which bell. No names of people.',
  'offices.removeLanguage': 'Remove {name}',
  'offices.hoursExample': '9-13, 14-17',
  'offices.hoursHint':
    'Write the hours like this: 9-13, 14-17. Leave it empty when closed. 0-24 is all day, 20-8 goes on to the next morning.',
  'offices.hoursUnreadable': 'Write the hours like this: 9-13, 14-17.',
  'offices.copyMonday': 'Same as Monday until Friday',
} as const satisfies Record<keyof typeof italian, Message>;

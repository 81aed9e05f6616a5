import type { Message } from '../../message.ts';
import type { today as italian } from '../it/today.ts';

export const today = {
  'today.morning': 'Good morning, {name}',
  'today.afternoon': 'Good afternoon, {name}',
  'today.evening': 'Good evening, {name}',

  'today.doors': 'What do you want to do',
  'today.door.contact': 'Anonymous contact',
  'today.door.service': 'Service for a person',
  'today.door.person': 'New person',
  'today.door.placement': 'New placement',

  'today.done': 'Today',
  'today.services': { one: '{n} service', other: '{n} services' },
  'today.met': { one: '{n} person', other: '{n} people' },
  'today.allMine': 'Everything I wrote',
  'today.empty': 'You have not written anything yet today',
  'today.emptyHow': 'Tap “Anonymous contact” for the first one of the day. It works without a network too.',

  'today.draft': 'You started {what} {when} at {time}.',
  'today.draftFor': 'You started {what} for {name} {when} at {time}.',
  'today.begun.contact': 'a contact',
  'today.begun.service': 'a service',
  'today.begun.group': 'a service for several people',
  'today.begun.office': 'an office',
  'today.begun.person': 'the record of a person',
  'today.begun.event': 'an event',
  'today.begun.appointment': 'an appointment',
  'today.begun.course': 'a course',
  'today.begun.practice': 'a practice',
  'today.begun.dwelling': 'a dwelling',
  'today.begun.landlord': 'a landlord',
  'today.begun.placement': 'a placement',

  'today.lastStop': 'Last stop',
  'today.repeat': 'Repeat',
  'today.repeatName': 'Repeat: new contact at {place}',

  'today.forYou': 'For you',
  'today.returnedBy': 'Returned by {name}',
  'today.coordination': 'the coordinators',
  'today.allAttention': 'Everything to put right',
  'today.disputed': '{field}: there are two different values · {record}',

  'register.title': 'Record',
  'register.contact': 'One or more people whose name you do not know',
  'register.service': 'For somebody already registered',
  'register.person': 'Register a new person',
  'register.placement': 'Open a housing pathway',
} as const satisfies Record<keyof typeof italian, Message>;

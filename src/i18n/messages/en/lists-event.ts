import type { Message } from '../../message.ts';
import type { eventLists as italian } from '../it/lists-event.ts';

export const eventLists = {
  'list.practiceOutcome.WORK': 'it worked',
  'list.practiceOutcome.PART': 'it worked in part',
  'list.practiceOutcome.FAIL': 'it did not work',
  'list.certificateState.VALD': 'valid',
  'list.certificateState.WDRN': 'withdrawn',
  'list.attendee.UNKN': 'Unknown person',
  'list.attendee.RESI': 'Resident',
  'list.eventRole.PART': 'Participant',
  'list.eventRole.VOLU': 'Volunteer',
  'list.eventRole.ORGA': 'Organiser',
  'list.eventState.PLAN': 'Planned',
  'list.eventState.HELD': 'Held',
  'list.eventState.CANC': 'Cancelled',
  'list.eventType.VERD': 'Green care',
  'list.eventType.PULI': 'Clean-up',
  'list.eventType.ARRE': 'Street furniture',
  'list.eventType.ARTE': 'Street art',
  'list.eventType.LABO': 'Workshop',
  'list.eventType.CAMP': 'Summer camp',
  'list.eventType.GIOC': 'Games, music, reading',
  'list.eventType.SUPP': 'Social support',
  'list.eventType.SENS': 'Awareness',
  'list.eventType.FORM': 'Training',
} as const satisfies Record<keyof typeof italian, Message>;

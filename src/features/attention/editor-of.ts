import type { ListName } from '../../domain/lists/code-lists.ts';
import { findFormat } from '../field-words.ts';

/** With which control one value of a field is written, outside of the field's own form. */
export type Editor =
  | { readonly as: 'text' | 'note' | 'date' | 'time' | 'money' | 'month' | 'number' }
  | { readonly as: 'person' }
  | { readonly as: 'code' | 'codes'; readonly list: ListName }
  | { readonly as: 'name' | 'names'; readonly of: 'language' | 'country' }
  /** Made of several values: written in the whole form only. */
  | { readonly as: 'form' };

const MANY = [
  'beneficiary.citizenship',
  'beneficiary.languages',
  'beneficiary.linesOfAction',
  'service.types',
  'monthly-situation.metWhom',
  'monthly-situation.problems',
  'placement.measures',
  'office.languages',
  'landlord.languages',
  'dwelling.measures',
  'dwelling.features',
];
const NOTES = [
  'problem',
  'done',
  'result',
  'text',
  'words',
  'note',
  'programme',
  'restrictedNote',
  'stageReason',
  'overPlacesReason',
  'overlapReason',
  'overCeilingReason',
  'reason',
];
const NUMBERS = [
  'beneficiary.birthYear',
  'service.minutes',
  'monthly-situation.householdSize',
  'placement.householdSize',
  'dwelling.rooms',
  'dwelling.places',
  'event.expectedPeople',
  'attendance.count',
  'attendance.minutes',
  'course.plannedMinutes',
  'course-session.minutes',
  'course-attendance.minutes',
  'course-feedback.useful',
  'course-feedback.clear',
  'course-feedback.trainer',
  'course-feedback.organised',
  'course-feedback.applied',
  'certificate.minutes',
  'certificate.courseMinutes',
  'attachment.width',
  'attachment.height',
  'practice-file.width',
  'practice-file.height',
];
const OBJECTS = ['beneficiary.notice', 'service.contact', 'service.placePoint', 'event.shifts', 'office.hours'];
const TIMES = [
  'service.time',
  'appointment.time',
  'course-session.startTime',
  'course-session.endTime',
  'event.startTime',
  'event.endTime',
];

export function editorOf(kind: string, field: string): Editor {
  const path = `${kind}.${field}`;
  if (OBJECTS.includes(path)) return { as: 'form' };
  if (NUMBERS.includes(path)) return { as: 'number' };
  if (TIMES.includes(path)) return { as: 'time' };
  const format = findFormat(kind, field);
  const isMany = MANY.includes(path);
  switch (format) {
    case undefined:
    case 'year':
    case 'number':
    case 'hours':
      return { as: NOTES.includes(field) ? 'note' : 'text' };
    case 'date':
    case 'money':
    case 'month':
      return { as: format };
    case 'person':
      return { as: format };
    case 'record':
    case 'group':
    case 'fileSize':
    case 'fileType':
    case 'hidden':
      return { as: 'form' };
    case 'language':
    case 'country':
      return { as: isMany ? 'names' : 'name', of: format };
    default:
      return { as: isMany ? 'codes' : 'code', list: format.list };
  }
}

/** Dates that usually lie ahead: "3/11" then means the next one. */
export const isDateAhead = (field: string): boolean =>
  ['expectedExitDate', 'entryDate', 'freeFromDate', 'freeUntilDate'].includes(field);

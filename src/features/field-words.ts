import type { JsonValue } from '../domain/json-value.ts';
import type { ListName } from '../domain/lists/code-lists.ts';
import type { OpenSpan } from '../domain/opening-hours.ts';
import type { Translator } from '../i18n/translate.ts';
import { fileSizeToText, fileTypeToText } from './file-words.ts';
import { monthToText } from './moment-words.ts';
import { hoursLines } from './opening-words.ts';

/**
 * How a field's value is put into words, wherever a value is shown without its form: review, disputes, history, person page.
 * One line a field; a field that is not listed is shown as text.
 */
type Format =
  | 'date'
  | 'month'
  | 'year'
  | 'money'
  | 'number'
  | 'language'
  | 'country'
  | 'person'
  | 'record'
  /** Ties records to each other; its id tells nobody anything. */
  | 'group'
  | 'hours'
  | 'fileSize'
  | 'fileType'
  /** For machines only. */
  | 'hidden'
  | { readonly list: ListName };

const FORMATS: Readonly<Record<string, Format>> = {
  'beneficiary.birthDate': 'date',
  'beneficiary.birthYear': 'year',
  'beneficiary.ageBracket': { list: 'ageBracket' },
  'beneficiary.gender': { list: 'gender' },
  'beneficiary.citizenship': 'country',
  'beneficiary.languages': 'language',
  'beneficiary.residenceStatus': { list: 'residenceStatus' },
  'beneficiary.permitExpiryDate': 'date',
  'beneficiary.notice.date': 'date',
  'beneficiary.notice.language': 'language',
  'beneficiary.linesOfAction': { list: 'lineOfAction' },
  'service.types': { list: 'serviceType' },
  'service.date': 'date',
  'service.placeKind': { list: 'placeKind' },
  'service.beneficiary': 'person',
  'service.group': 'group',
  'service.householdId': 'record',
  'service.contact.language': 'language',
  'service.contact.gender': { list: 'gender' },
  'service.contact.ageBracket': { list: 'ageBracket' },
  'service.referralOutcome': { list: 'referralOutcome' },
  'service.mediationLanguage': 'language',
  'service.outcome': { list: 'serviceOutcome' },
  'event.type': { list: 'eventType' },
  'event.date': 'date',
  'event.placeKind': { list: 'placeKind' },
  'event.state': { list: 'eventState' },
  'attendance.event': 'record',
  'attendance.beneficiary': 'person',
  'attendance.attendee': { list: 'attendee' },
  'attendance.gender': { list: 'gender' },
  'attendance.ageBracket': { list: 'ageBracket' },
  'attendance.role': { list: 'eventRole' },
  'appointment.date': 'date',
  'appointment.beneficiary': 'person',
  'appointment.state': { list: 'appointmentState' },
  'service.referralOffice': 'record',
  'office.type': { list: 'officeKind' },
  'office.languages': 'language',
  'office.hours': 'hours',
  'course.startDate': 'date',
  'course.endDate': 'date',
  'course.plannedMinutes': 'number',
  'course.state': { list: 'eventState' },
  'course-session.course': 'record',
  'course-session.date': 'date',
  'enrolment.course': 'record',
  'course-attendance.session': 'record',
  'course-attendance.enrolment': 'record',
  'different-people.beneficiary': 'person',
  'different-people.other': 'person',
  'household-member.household': 'record',
  'household-member.beneficiary': 'person',
  'household-member.role': { list: 'householdRole' },
  'household-member.fromDate': 'date',
  'household-member.toDate': 'date',
  'attachment.record': 'record',
  'attachment.fileType': 'fileType',
  'attachment.bytes': 'fileSize',
  'attachment.sha256': 'hidden',
  'practice-file.record': 'record',
  'practice-file.fileType': 'fileType',
  'practice-file.bytes': 'fileSize',
  'practice-file.sha256': 'hidden',
  'card.beneficiary': 'person',
  'card.issuedDate': 'date',
  'card.state': { list: 'cardState' },
  'practice-reply.practice': 'record',
  'practice-reply.outcome': { list: 'practiceOutcome' },
  'stage-step.placement': 'record',
  'stage-step.stage': { list: 'stage' },
  'stage-step.date': 'date',
  'exit-follow-up.placement': 'record',
  'exit-follow-up.after': { list: 'followUp' },
  'exit-follow-up.date': 'date',
  'exit-follow-up.situation': { list: 'livingSituation' },
  'exit-follow-up.metHow': { list: 'meetingWay' },
  'placement.waitingReason': { list: 'waitingReason' },
  'placement.nextStepDate': 'date',
  'course-feedback.course': 'record',
  'contribution.placement': 'record',
  'contribution.month': 'month',
  'contribution.measure': { list: 'housingMeasure' },
  'contribution.amountCents': 'money',
  'contribution.state': { list: 'contributionState' },
  'contribution.paidDate': 'date',
  'contribution.ceilingCents': 'money',
  'contribution.returnedCents': 'money',
  'contribution.returnedDate': 'date',
  'contribution-ceiling.measure': { list: 'housingMeasure' },
  'contribution-ceiling.maxCents': 'money',
  'contribution-ceiling.validFrom': 'month',
  'certificate.enrolment': 'record',
  'certificate.minutes': 'number',
  'certificate.courseMinutes': 'number',
  'certificate.issuedDate': 'date',
  'certificate.state': { list: 'certificateState' },
  'monthly-situation.placement': 'record',
  'monthly-situation.month': 'month',
  'monthly-situation.situation': { list: 'livingSituation' },
  'monthly-situation.problems': { list: 'housingProblem' },
  'monthly-situation.meetingDate': 'date',
  'monthly-situation.metWhom': { list: 'metPerson' },
  'monthly-situation.metHow': { list: 'meetingWay' },
  'monthly-situation.contractType': { list: 'contractType' },
  'monthly-situation.contractEndDate': 'date',
  'monthly-situation.rentCents': 'money',
  'landlord.type': { list: 'landlordType' },
  'landlord.languages': 'language',
  'dwelling.landlord': 'record',
  'dwelling.type': { list: 'dwellingType' },
  'dwelling.measures': { list: 'housingMeasure' },
  'dwelling.accessibility': { list: 'dwellingAccess' },
  'dwelling.features': { list: 'dwellingFeature' },
  'dwelling.rentCents': 'money',
  'dwelling.freeFromDate': 'date',
  'dwelling.freeUntilDate': 'date',
  'dwelling.closedDate': 'date',
  'placement.beneficiary': 'person',
  'placement.householdId': 'record',
  'placement.dwellingId': 'record',
  'placement.dwellingFromDate': 'date',
  'placement.rentMaxCents': 'money',
  'placement.measures': { list: 'housingMeasure' },
  'placement.stage': { list: 'stage' },
  'placement.referralDate': 'date',
  'placement.agreementDate': 'date',
  'placement.entryDate': 'date',
  'placement.expectedExitDate': 'date',
  'placement.exitDate': 'date',
  'placement.situationAtEntry': { list: 'livingSituation' },
  'placement.situationAtExit': { list: 'livingSituation' },
  'placement.rentCents': 'money',
  'placement.contributionCents': 'money',
  'placement.exitOutcome': { list: 'exitOutcome' },
};

/** How a field's value is written; undefined is text. */
export const findFormat = (kind: string, path: string): Format | undefined => FORMATS[`${kind}.${path}`];

/** Label of `kind`'s field; `path` may go one level down, as in `contact.count`. */
export const fieldLabel = (words: Translator, kind: string, path: string): string =>
  words.findMessage(`field.${kind}.${path}`) ?? path;

/** The value in words; undefined when there is none. `nameOfPerson` turns the id of a beneficiary (or of an event) into a name. */
export function fieldValueToText(
  words: Translator,
  kind: string,
  path: string,
  value: JsonValue | undefined,
  nameOfPerson: (id: string) => string,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (findFormat(kind, path) === 'hidden') return undefined;
  if (findFormat(kind, path) === 'hours') {
    const lines = hoursLines(words, value as OpenSpan[]);
    return lines.map(({ day, spans }) => `${day} ${spans}`).join('; ');
  }
  if (Array.isArray(value)) {
    return words.formatList(value.map((one) => fieldValueToText(words, kind, path, one, nameOfPerson) ?? ''));
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, part]) => {
        const text = fieldValueToText(words, kind, `${path}.${name}`, part, nameOfPerson);
        return `${fieldLabel(words, kind, `${path}.${name}`)}: ${text ?? ''}`;
      })
      .join(' · ');
  }
  return scalarToText(words, FORMATS[`${kind}.${path}`], value, nameOfPerson);
}

function scalarToText(
  words: Translator,
  format: Format | undefined,
  value: string | number | boolean,
  nameOfPerson: (id: string) => string,
): string {
  const text = String(value);
  switch (format) {
    case undefined:
    case 'hidden':
    case 'hours':
      return typeof value === 'number' ? words.formatNumber(value) : text;
    case 'date':
      return words.formatDate(text, 'long');
    case 'month':
      return monthToText(words, text);
    case 'year':
      return text;
    case 'money':
      return words.formatMoney(Number(value));
    case 'number':
      return words.formatNumber(Number(value));
    case 'fileSize':
      return fileSizeToText(words, Number(value));
    case 'fileType':
      return fileTypeToText(words, text);
    case 'language':
      return words.languageName(text);
    case 'country':
      return words.countryName(text);
    case 'group':
      return words.t('service.together');
    case 'person':
    case 'record':
      return nameOfPerson(text);
    default:
      return words.findMessage(`list.${format.list}.${text}`) ?? text;
  }
}

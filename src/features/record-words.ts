// Long because it names the records of every kind, a line or two each.
import type { CaseRecord, OpenVault } from '../device/open-vault.ts';
import type { JsonValue } from '../domain/json-value.ts';
import type { ListName } from '../domain/lists/code-lists.ts';
import { personName } from '../domain/person-name.ts';
import type { CalendarDate } from '../domain/primitives.ts';
import type { RecordEnvelope } from '../domain/record.ts';
import type { Translator } from '../i18n/translate.ts';
import type { IconNode } from '../ui/icons.ts';
import { checkIcon, lockIcon, refreshIcon, returnIcon } from '../ui/icons.ts';
import type { Tone } from '../ui/tone.ts';
import { personOfPresence } from './event-records.ts';
import { fileSizeToText, fileTypeToText } from './file-words.ts';
import { memberFieldsOf, membershipsOf } from './household-records.ts';
import { stayToText } from './household-words.ts';
import { monthToText, rowMoment } from './moment-words.ts';
import { survivorIn } from './survivor.ts';

/** How records are named and how they stand, in the words of the person who looks: one place, so that a row reads alike everywhere. */

/** What a name is made of; a refused record has no more than that. */
type Named = {
  readonly record: Pick<RecordEnvelope, 'kind' | 'fields'> & { readonly id?: RecordEnvelope['id'] };
};

export type RowMark = { readonly tone: Tone; readonly label: string; readonly icon?: IconNode };

const textOf = (value: JsonValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const listOf = (value: JsonValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/**
 * A name written from right to left keeps its own order inside our sentences, so that the full stop of "ناصر ب." stays at its end.
 * Characters instead of `<bdi>`, because names also stand in labels and titles (https://www.unicode.org/reports/tr9/#FSI).
 */
const isolated = (name: string): string =>
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Nko}]/u.test(name) ? `\u2068${name}\u2069` : name;

const shortName = (words: Translator, fields: RecordEnvelope['fields']): string | undefined => {
  const name = personName(fields, (nickname) => words.t('quoted', { text: nickname }));
  return name === undefined ? undefined : isolated(name);
};

/** Short name of a person (after a merge of who is left), or the title of another record: "Amina D.", «Ous» when only a nickname is known. */
export function nameOfPerson(vault: OpenVault, words: Translator, id: string | undefined): string {
  const found = id === undefined ? undefined : vault.caseload.find(survivorIn(vault)(id));
  if (found !== undefined && found.record.kind !== 'beneficiary') return recordTitle(vault, words, found);
  return (found && shortName(words, found.record.fields)) ?? words.t('person.unknown');
}

type Title = (vault: OpenVault, words: Translator, fields: RecordEnvelope['fields'], id: string | undefined) => string;

/** Kinds that are not simply called by the person they are about. */
const TITLES: ReadonlyMap<string, Title> = new Map<string, Title>([
  ['beneficiary', (_, words, fields) => shortName(words, fields) ?? words.t('person.unknown')],
  ['appointment', (_, words, fields) => textOf(fields.what) ?? words.t('agenda.appointment')],
  ['attachment', (_, words, fields) => textOf(fields.name) ?? words.t('kind.attachment')],
  ['practice-file', (_, words, fields) => textOf(fields.name) ?? words.t('kind.practice-file')],
  ['office', (_, words, fields) => textOf(fields.name) ?? words.t('kind.office')],
  ['landlord', (_, words, fields) => textOf(fields.name) ?? words.t('kind.landlord')],
  ['dwelling', (_, words, fields) => textOf(fields.name) ?? words.t('kind.dwelling')],
  ['course', (_, words, fields) => textOf(fields.title) ?? words.t('training.title')],
  [
    'course-session',
    (_, words, { date }) =>
      [words.t('training.session'), dated(words, date)].filter((part) => part !== undefined).join(' '),
  ],
  [
    'enrolment',
    (_, words, { givenName, familyName }) =>
      [givenName, familyName].flatMap((part) => textOf(part) ?? []).join(' ') || words.t('person.unknown'),
  ],
  [
    'stage-step',
    (vault, words, { stage, placement }) =>
      [named(words, 'stage', stage), nameOfPerson(vault, words, textOf(placement))].join(' · '),
  ],
  [
    'exit-follow-up',
    (vault, words, { after, placement }) =>
      [named(words, 'followUp', after), nameOfPerson(vault, words, textOf(placement))].join(' · '),
  ],
  [
    'contribution',
    (vault, words, { amountCents, placement }) =>
      [moneyText(words, amountCents), nameOfPerson(vault, words, textOf(placement))]
        .filter((one) => one !== '')
        .join(' · '),
  ],
  [
    'contribution-ceiling',
    (_, words, { measure }) => named(words, 'housingMeasure', measure) ?? words.t('money.ceilings'),
  ],
  [
    'monthly-situation',
    (vault, words, { month, placement }) =>
      [monthToText(words, textOf(month) ?? ''), nameOfPerson(vault, words, textOf(placement))].join(' · '),
  ],
  ['course-attendance', (vault, words, { enrolment }) => nameOfPerson(vault, words, textOf(enrolment))],
  ['practice', (_, words, fields) => textOf(fields.title) ?? words.t('kind.practice')],
  ['practice-reply', (vault, words, { practice }) => nameOfPerson(vault, words, textOf(practice))],
  ['course-feedback', (_, words) => words.t('training.oneFeedback')],
  ['household', (vault, words, fields, id) => textOf(fields.name) ?? householdTitle(vault, words, id)],
  ['certificate', (vault, words, { enrolment }) => nameOfPerson(vault, words, textOf(enrolment))],
  ['event', (_, words, fields) => textOf(fields.title) ?? words.t('events.pageTitle')],
  [
    'attendance',
    (vault, words, fields) => {
      const person = personOfPresence(vault)(fields);
      return person === undefined ? attendeeTitle(words, fields) : nameOfPerson(vault, words, person);
    },
  ],
  [
    'service',
    (vault, words, fields) => {
      const person = textOf(fields.beneficiary);
      return person === undefined ? contactTitle(words, fields.contact) : nameOfPerson(vault, words, person);
    },
  ],
]);

/** "Amina D.", "Contatto anonimo · 3 persone", "Inserimento · Ousmane C." */
export function recordTitle(vault: OpenVault, words: Translator, { record }: Named): string {
  const title = TITLES.get(record.kind);
  return title === undefined
    ? nameOfPerson(vault, words, textOf(record.fields.beneficiary))
    : title(vault, words, record.fields, record.id);
}

function contactTitle(words: Translator, contact: JsonValue | undefined): string {
  const details = contact !== null && typeof contact === 'object' && !Array.isArray(contact) ? contact : {};
  const count = typeof details.count === 'number' ? details.count : 1;
  const nickname = textOf(details.nickname);
  const who = nickname === undefined ? words.t('contact.anonymous') : isolated(words.t('quoted', { text: nickname }));
  return count === 1 ? who : `${who} · ${words.t('person.count', { n: count })}`;
}

/** More names than this are a number: the title of a household of eight must fit into a row. */
const HOUSEHOLD_NAMES_MAX = 2;

/** "Nucleo di Amina D. e Ousmane C.", by who is in it and, when nobody is any more, by who was. */
function householdTitle(vault: OpenVault, words: Translator, id: string | undefined): string {
  const all = id === undefined ? [] : membershipsOf(vault, id);
  const present = all.filter(({ held }) => memberFieldsOf(held).toDate === undefined);
  const people = [...new Set((present.length > 0 ? present : all).map(({ personId }) => personId))];
  if (people.length === 0) return words.t('households.nobody');
  const shown = people.slice(0, HOUSEHOLD_NAMES_MAX).map((person) => nameOfPerson(vault, words, person));
  const more = people.length - shown.length;
  const names =
    more === 0 ? words.formatList(shown) : words.t('households.ofMore', { names: shown.join(', '), n: more });
  return words.t('households.of', { names });
}

/** «Kofi», "Persona sconosciuta", "Residente · 12 persone" */
function attendeeTitle(words: Translator, { card, nickname, attendee, count }: RecordEnvelope['fields']): string {
  // Scanned by a volunteer's phone; whose card it is has not come to this device.
  if (typeof card === 'string') return words.t('events.byCard', { end: card.slice(-5) });
  const name = textOf(nickname);
  const who =
    name === undefined
      ? words.list('attendee', attendee === 'RESI' ? 'RESI' : 'UNKN')
      : isolated(words.t('quoted', { text: name }));
  return typeof count === 'number' && count > 1 ? `${who} · ${words.t('person.count', { n: count })}` : who;
}

type Parts = (words: Translator, fields: RecordEnvelope['fields']) => readonly (string | undefined)[];

const named = (words: Translator, list: ListName, code: JsonValue | undefined): string | undefined => {
  const text = textOf(code);
  return text === undefined ? undefined : (words.findMessage(`list.${list}.${text}`) ?? text);
};
const allNamed = (words: Translator, list: ListName, codes: JsonValue | undefined): string =>
  words.formatList(listOf(codes).map((code) => named(words, list, code) ?? code));
const dated = (words: Translator, date: JsonValue | undefined): string | undefined => {
  const text = textOf(date);
  return text === undefined ? undefined : words.formatDate(text);
};
/** Of the states of an event or a course the one that nobody may overlook. */
const calledOff = (words: Translator, state: JsonValue | undefined): string | undefined =>
  state === 'CANC' ? named(words, 'eventState', state) : undefined;

const moneyText = (words: Translator, cents: JsonValue | undefined): string =>
  typeof cents === 'number' ? words.formatMoney(cents) : '';

const fileSubtitle = (words: Translator, { fileType, bytes }: RecordEnvelope['fields']) => [
  fileTypeToText(words, textOf(fileType)),
  typeof bytes === 'number' ? fileSizeToText(words, bytes) : undefined,
];

/** What is said of a record of each kind after its title. */
const SUBTITLES: ReadonlyMap<string, Parts> = new Map<string, Parts>([
  [
    'beneficiary',
    (words, { gender, birthYear, birthDate, citizenship, languages }) => [
      named(words, 'gender', gender),
      birthYear === undefined ? textOf(birthDate)?.slice(0, 4) : String(birthYear),
      words.formatList(listOf(citizenship).map(words.countryName)),
      words.formatList(listOf(languages).map(words.languageName)),
    ],
  ],
  [
    'service',
    (words, { types, place, placeKind }) => [
      allNamed(words, 'serviceType', types),
      textOf(place) ?? named(words, 'placeKind', placeKind),
    ],
  ],
  [
    'office',
    (words, { type, address, languages }) => [
      named(words, 'officeKind', type),
      textOf(address),
      words.formatList(listOf(languages).map(words.languageName)),
    ],
  ],
  [
    'landlord',
    (words, { type, contactName, phone }) => [named(words, 'landlordType', type), textOf(contactName), textOf(phone)],
  ],
  ['dwelling', (words, { type, area }) => [named(words, 'dwellingType', type), textOf(area)]],
  [
    'event',
    (words, { type, date, place, state }) => [
      named(words, 'eventType', type),
      dated(words, date),
      textOf(place),
      calledOff(words, state),
    ],
  ],
  [
    'appointment',
    (words, { date, time, place, state }) => [
      dated(words, date),
      textOf(time),
      textOf(place),
      state === 'PLAN' ? undefined : named(words, 'appointmentState', state),
    ],
  ],
  ['course', (words, { startDate, place, state }) => [dated(words, startDate), textOf(place), calledOff(words, state)]],
  [
    'course-session',
    (words, { startTime, minutes, place, trainer }) => [
      textOf(startTime),
      typeof minutes === 'number' ? minutesToHours(words, minutes) : undefined,
      textOf(place),
      textOf(trainer),
    ],
  ],
  ['enrolment', (_, { municipality, office }) => [textOf(municipality), textOf(office)]],
  [
    'course-attendance',
    (words, { minutes }) => [typeof minutes === 'number' ? minutesToHours(words, minutes) : undefined],
  ],
  [
    'attendance',
    (words, { role, shift, minutes }) => [
      named(words, 'eventRole', role),
      textOf(shift),
      typeof minutes === 'number' ? minutesToHours(words, minutes) : undefined,
    ],
  ],
  ['stage-step', (words, { date, reason }) => [dated(words, date), textOf(reason)]],
  ['exit-follow-up', (words, { situation, date }) => [named(words, 'livingSituation', situation), dated(words, date)]],
  ['household', (_, { area }) => [textOf(area)]],
  [
    'household-member',
    (words, { role, fromDate, toDate }) => [
      named(words, 'householdRole', role),
      stayToText(words, textOf(fromDate), textOf(toDate)),
    ],
  ],
  [
    'contribution',
    (words, { month, measure, state, paidDate }) => [
      monthToText(words, textOf(month) ?? ''),
      named(words, 'housingMeasure', measure),
      state === 'PAGA' ? words.t('money.paidOn', { day: dated(words, paidDate) ?? '' }) : words.t('money.notPaid'),
    ],
  ],
  [
    'contribution-ceiling',
    (words, { maxCents, validFrom }) => [
      words.t('money.ceilingFrom', {
        money: moneyText(words, maxCents),
        month: monthToText(words, textOf(validFrom) ?? ''),
      }),
    ],
  ],
  [
    'monthly-situation',
    (words, { situation, problems }) => [
      named(words, 'livingSituation', situation),
      allNamed(words, 'housingProblem', problems),
    ],
  ],
  ['attachment', fileSubtitle],
  ['practice-file', fileSubtitle],
  ['card', (words, { state, issuedDate }) => [named(words, 'cardState', state), dated(words, issuedDate)]],
  ['practice', (_, { office, cost }) => [textOf(office), textOf(cost)]],
  ['practice-reply', (words, { outcome, text }) => [named(words, 'practiceOutcome', outcome), textOf(text)]],
  [
    'certificate',
    (words, { courseTitle, state, issuedDate }) => [
      textOf(courseTitle),
      state === 'WDRN' ? named(words, 'certificateState', state) : undefined,
      dated(words, issuedDate),
    ],
  ],
  [
    'placement',
    (words, { stage, address, measures }) => [
      named(words, 'stage', stage),
      textOf(address) ?? allNamed(words, 'housingMeasure', measures),
    ],
  ],
]);

/** What was done and where: "Primo contatto, mediazione · Piazza Caricamento". */
export function recordSubtitle(words: Translator, { record }: Named): string {
  const parts = SUBTITLES.get(record.kind)?.(words, record.fields) ?? [];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** Minutes as people say them: "2,5 h". */
export const minutesToHours = (words: Translator, minutes: number): string =>
  words.t('events.hours', { hours: words.formatNumber(Math.round(minutes / 6) / 10) });

/** The same in a list of several kinds, where a row that is no service says what it is: "Inserimento · Segnalato · Co-housing". */
export function recordLine(words: Translator, named: Named): string {
  const { kind } = named.record;
  const more = recordSubtitle(words, named);
  if (kind === 'service') return more;
  return [words.findMessage(`kind.${kind}`) ?? kind, more].filter((part) => part !== '').join(' · ');
}

/** How a record stands, worst news first: needs a hand, only here, returned, validated, on the server. */
export function recordMark(
  words: Translator,
  vault: OpenVault,
  { record, waiting, attention }: CaseRecord,
  today: CalendarDate,
): RowMark {
  const { t } = words;
  if (attention > 0) return { tone: 'stop', label: t('state.attention') };
  if (waiting > 0 && vault.status.value.activity.doing === 'sending') {
    return { tone: 'send', label: t('state.sending'), icon: refreshIcon };
  }
  if (waiting > 0) return { tone: 'wait', label: t('state.savedHere') };
  if (record.conflicts.length > 0) return { tone: 'stop', label: t('state.attention') };
  switch (record.review.state) {
    case 'returned':
      return { tone: 'stop', label: t('state.returned'), icon: returnIcon };
    case 'validated':
      return { tone: 'ok', label: t('state.validated'), icon: checkIcon };
    case 'locked':
      return { tone: 'ok', label: t('state.locked'), icon: lockIcon };
    default:
      return {
        tone: 'ok',
        label:
          record.receivedAt === undefined
            ? t('state.onServer')
            : t('state.onServerAt', { when: rowMoment(words, record.receivedAt, today) }),
      };
  }
}

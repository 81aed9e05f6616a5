// Labels of the kinds and of their fields: `kind.<kind>`, `field.<kind>.<field>`, and one level below for objects.
// long because it is one table: a line a field of every kind.
import type { Appointment } from '../../../domain/kinds/appointment.ts';
import type { Attachment } from '../../../domain/kinds/attachment.ts';
import type { Attendance } from '../../../domain/kinds/attendance.ts';
import type { Beneficiary } from '../../../domain/kinds/beneficiary.ts';
import type { PersonCard } from '../../../domain/kinds/card.ts';
import type { Certificate } from '../../../domain/kinds/certificate.ts';
import type { Contribution } from '../../../domain/kinds/contribution.ts';
import type { ContributionCeiling } from '../../../domain/kinds/contribution-ceiling.ts';
import type { Course } from '../../../domain/kinds/course.ts';
import type { CourseAttendance } from '../../../domain/kinds/course-attendance.ts';
import type { CourseFeedback } from '../../../domain/kinds/course-feedback.ts';
import type { CourseSession } from '../../../domain/kinds/course-session.ts';
import type { DifferentPeople } from '../../../domain/kinds/different-people.ts';
import type { Dwelling } from '../../../domain/kinds/dwelling.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment.ts';
import type { Event, Shift } from '../../../domain/kinds/event.ts';
import type { ExitFollowUp } from '../../../domain/kinds/exit-follow-up.ts';
import type { Household } from '../../../domain/kinds/household.ts';
import type { HouseholdMember } from '../../../domain/kinds/household-member.ts';
import type { Landlord } from '../../../domain/kinds/landlord.ts';
import type { MonthlySituation } from '../../../domain/kinds/monthly-situation.ts';
import type { Office } from '../../../domain/kinds/office.ts';
import type { Placement } from '../../../domain/kinds/placement.ts';
import type { Practice } from '../../../domain/kinds/practice.ts';
import type { PracticeFile } from '../../../domain/kinds/practice-file.ts';
import type { PracticeReply } from '../../../domain/kinds/practice-reply.ts';
import type { AnonymousContact, Service } from '../../../domain/kinds/service.ts';
import type { StageStep } from '../../../domain/kinds/stage-step.ts';
import type { RoundedPoint } from '../../../domain/rounded-point.ts';
import type { Message } from '../../message.ts';

type FieldsByPath = {
  beneficiary: Beneficiary;
  'beneficiary.notice': NonNullable<Beneficiary['notice']>;
  service: Service;
  'service.contact': AnonymousContact;
  'service.placePoint': RoundedPoint;
  placement: Placement;
  'stage-step': StageStep;
  'exit-follow-up': ExitFollowUp;
  contribution: Contribution;
  'contribution-ceiling': ContributionCeiling;
  'monthly-situation': MonthlySituation;
  event: Event;
  'event.shifts': Shift;
  attendance: Attendance;
  appointment: Appointment;
  office: Office;
  course: Course;
  'course-session': CourseSession;
  enrolment: Enrolment;
  'course-attendance': CourseAttendance;
  card: PersonCard;
  'different-people': DifferentPeople;
  household: Household;
  'household-member': HouseholdMember;
  certificate: Certificate;
  practice: Practice;
  'practice-file': PracticeFile;
  'practice-reply': PracticeReply;
  'course-feedback': CourseFeedback;
  attachment: Attachment;
  landlord: Landlord;
  dwelling: Dwelling;
};
/** Every field of every kind: a field without a label is a type error at the end of this file. */
type FieldKey = {
  [Path in keyof FieldsByPath]: `field.${Path}.${keyof FieldsByPath[Path] & string}`;
}[keyof FieldsByPath];

export const fields = {
  'kind.beneficiary': 'Destinatario/a',
  'kind.service': 'Servizio',
  'kind.placement': 'Inserimento',

  'field.beneficiary.givenName': 'Nome',
  'field.beneficiary.familyName': 'Cognome',
  'field.beneficiary.nickname': 'Soprannome',
  'field.beneficiary.birthDate': 'Data di nascita',
  'field.beneficiary.birthYear': 'Anno di nascita',
  'field.beneficiary.ageBracket': 'Età',
  'field.beneficiary.gender': 'Genere',
  'field.beneficiary.citizenship': 'Cittadinanza',
  'field.beneficiary.languages': 'Lingue',
  'field.beneficiary.phone': 'Telefono',
  'field.beneficiary.email': 'E-mail',
  'field.beneficiary.residenceStatus': 'Soggiorno',
  'field.beneficiary.permitExpiryDate': 'Il permesso vale fino al',
  'field.beneficiary.notice': 'Informativa consegnata',
  'field.beneficiary.notice.date': 'Data',
  'field.beneficiary.notice.language': 'Lingua',
  'field.beneficiary.notice.version': 'Versione',
  'field.beneficiary.linesOfAction': 'Linee di intervento',
  'field.beneficiary.note': 'Nota',
  'field.beneficiary.restrictedNote': 'Nota riservata',

  'field.service.types': 'Che cosa avete fatto',
  'field.service.date': 'Data',
  'field.service.time': 'Ora',
  'field.service.minutes': 'Durata in minuti',
  'field.service.placeKind': 'Dove',
  'field.service.place': 'Luogo',
  'field.service.placePoint': 'Posizione (circa 100 m)',
  'field.service.placePoint.latitude': 'Latitudine',
  'field.service.placePoint.longitude': 'Longitudine',
  'field.service.beneficiary': 'Destinatario/a',
  'field.service.group': 'Gruppo',
  'field.service.householdId': 'Per il nucleo',
  'field.service.contact': 'Contatto anonimo',
  'field.service.contact.nickname': 'Soprannome',
  'field.service.contact.language': 'Lingua',
  'field.service.contact.gender': 'Genere',
  'field.service.contact.ageBracket': 'Età',
  'field.service.contact.count': 'Quante persone',
  'field.service.givenBy': 'Chi ha dato il servizio',
  'field.service.mediationLanguage': 'Lingua della mediazione',
  'field.service.outcome': 'Com’è andata',
  'field.service.referralOffice': 'A quale ufficio',
  'field.service.referralTo': 'Invio a',
  'field.service.referralOutcome': 'Com’è andato l’invio',
  'field.service.note': 'Nota',
  'field.service.restrictedNote': 'Nota riservata',

  'field.placement.beneficiary': 'Destinatario/a',
  'field.placement.householdId': 'Per il nucleo',
  'field.placement.measures': 'Misure',
  'field.placement.stage': 'Tappa del percorso abitativo',
  'field.placement.stageReason': 'Perché cambia l’ordine delle tappe',
  'field.placement.waitingReason': 'Perché aspetta',
  'field.placement.nextStep': 'Prossima cosa da fare',
  'field.placement.nextStepDate': 'Entro',
  'field.placement.nextStepBy': 'Chi la fa',
  'field.placement.referralDate': 'Data di segnalazione',
  'field.placement.agreementDate': 'Data del patto',
  'field.placement.entryDate': 'Data di ingresso',
  'field.placement.expectedExitDate': 'Uscita prevista',
  'field.placement.exitDate': 'Data di uscita',
  'field.placement.dwelling': 'Alloggio',
  'field.placement.dwellingId': 'Alloggio',
  'field.placement.dwellingFromDate': 'In questo alloggio dal',
  'field.placement.overPlacesReason': 'Perché resta anche senza posto',
  'field.placement.overlapReason': 'Perché è anche in un altro inserimento',
  'field.placement.rentMaxCents': 'Affitto massimo al mese',
  'field.placement.areaWish': 'Zona preferita',
  'field.placement.address': 'Indirizzo',
  'field.placement.situationAtEntry': 'Dove viveva all’ingresso',
  'field.placement.situationAtExit': 'Dove vive all’uscita',
  'field.placement.rentCents': 'Affitto al mese',
  'field.placement.contributionCents': 'Contributo al mese',
  'field.placement.householdSize': 'Persone nel nucleo',
  'field.placement.exitOutcome': 'Esito dell’uscita',
  'field.placement.restrictedNote': 'Nota riservata',

  'kind.stage-step': 'Tappa del percorso',
  'field.stage-step.placement': 'Inserimento',
  'field.stage-step.stage': 'Tappa',
  'field.stage-step.date': 'Data',
  'field.stage-step.reason': 'Perché',

  'kind.exit-follow-up': 'Verifica dopo l’uscita',
  'field.exit-follow-up.placement': 'Inserimento',
  'field.exit-follow-up.after': 'Quale verifica',
  'field.exit-follow-up.date': 'Data',
  'field.exit-follow-up.situation': 'Dove vive',
  'field.exit-follow-up.metHow': 'Come',
  'field.exit-follow-up.metBy': 'Chi di noi',
  'field.exit-follow-up.note': 'Nota',
  'field.exit-follow-up.restrictedNote': 'Nota riservata',

  'kind.contribution': 'Contributo',
  'field.contribution.placement': 'Inserimento',
  'field.contribution.month': 'Per il mese',
  'field.contribution.measure': 'Misura',
  'field.contribution.amountCents': 'Somma',
  'field.contribution.state': 'Stato',
  'field.contribution.paidDate': 'Pagato il',
  'field.contribution.reference': 'Riferimento',
  'field.contribution.ceilingCents': 'Tetto al mese quando è stato scritto',
  'field.contribution.overCeilingReason': 'Perché supera il tetto',
  'field.contribution.returnedCents': 'Somma tornata',
  'field.contribution.returnedDate': 'Tornata il',
  'field.contribution.note': 'Nota',

  'kind.contribution-ceiling': 'Tetto dei contributi',
  'field.contribution-ceiling.measure': 'Misura',
  'field.contribution-ceiling.maxCents': 'Massimo al mese',
  'field.contribution-ceiling.validFrom': 'Vale da',
  'field.contribution-ceiling.note': 'Nota o atto',

  'kind.monthly-situation': 'Situazione del mese',
  'field.monthly-situation.placement': 'Inserimento',
  'field.monthly-situation.month': 'Mese',
  'field.monthly-situation.situation': 'Dove vive',
  'field.monthly-situation.problems': 'Problemi',
  'field.monthly-situation.meetingDate': 'Data dell’incontro',
  'field.monthly-situation.metBy': 'Chi di noi',
  'field.monthly-situation.metWhom': 'Chi avete incontrato',
  'field.monthly-situation.metHow': 'Come',
  'field.monthly-situation.contractType': 'Tipo di contratto',
  'field.monthly-situation.contractEndDate': 'Fine del contratto',
  'field.monthly-situation.rentCents': 'Affitto pagato nel mese',
  'field.monthly-situation.householdSize': 'Persone nel nucleo',
  'field.monthly-situation.note': 'Nota',
  'field.monthly-situation.restrictedNote': 'Nota riservata',

  'kind.event': 'Evento',
  'kind.attendance': 'Presenza',
  'field.event.title': 'Titolo',
  'field.event.type': 'Tipo di evento',
  'field.event.date': 'Data',
  'field.event.startTime': 'Dalle',
  'field.event.endTime': 'Alle',
  'field.event.placeKind': 'Dove',
  'field.event.place': 'Luogo',
  'field.event.partners': 'Chi collabora',
  'field.event.shifts': 'Turni',
  'field.event.shifts.label': 'Turno',
  'field.event.shifts.from': 'Dalle',
  'field.event.shifts.to': 'Alle',
  'field.event.expectedPeople': 'Persone previste',
  'field.event.state': 'Stato dell’evento',
  'field.event.prog': 'Codice PROG',
  'field.event.cup': 'Codice CUP',
  'field.event.note': 'Nota per tutti',
  'field.attendance.event': 'Evento',
  'field.attendance.beneficiary': 'Destinatario/a',
  'field.attendance.card': 'Tessera',
  'field.attendance.attendee': 'Chi è venuto',
  'field.attendance.nickname': 'Soprannome',
  'field.attendance.gender': 'Genere',
  'field.attendance.ageBracket': 'Età',
  'field.attendance.count': 'Quante persone',
  'field.attendance.role': 'Ruolo',
  'field.attendance.shift': 'Turno',
  'field.attendance.minutes': 'Durata in minuti',
  'field.attendance.note': 'Nota',

  'kind.attachment': 'Allegato',
  'field.attachment.record': 'Allegato a',
  'field.attachment.name': 'Nome',
  'field.attachment.fileType': 'Tipo',
  'field.attachment.bytes': 'Peso',
  'field.attachment.sha256': 'Impronta',
  'field.attachment.width': 'Larghezza in punti',
  'field.attachment.height': 'Altezza in punti',
  'field.attachment.note': 'Nota',

  'kind.card': 'Tessera',
  'field.card.beneficiary': 'Destinatario/a',
  'field.card.code': 'Codice',
  'field.card.state': 'Stato',
  'field.card.issuedDate': 'Fatta il',
  'kind.course-feedback': 'Risposta anonima',
  'field.course-feedback.course': 'Corso',
  'field.course-feedback.useful': 'Il corso ti è stato utile?',
  'field.course-feedback.clear': 'Gli argomenti erano chiari?',
  'field.course-feedback.trainer': 'Chi ha insegnato è stato bravo?',
  'field.course-feedback.organised': 'Il corso era organizzato bene?',
  'field.course-feedback.applied': 'Userai nel lavoro quello che hai imparato?',
  'field.course-feedback.words': 'Vuoi aggiungere qualcosa?',
  'kind.practice': 'Buona pratica',
  'field.practice.title': 'Titolo',
  'field.practice.problem': 'Il problema',
  'field.practice.done': 'Che cosa è stato fatto',
  'field.practice.result': 'Il risultato',
  'field.practice.cost': 'Quanto costa',
  'field.practice.office': 'Ufficio da contattare',
  'field.practice.email': 'E-mail dell’ufficio',
  'kind.practice-file': 'Allegato di una pratica',
  'field.practice-file.record': 'Allegato a',
  'field.practice-file.name': 'Nome',
  'field.practice-file.fileType': 'Tipo',
  'field.practice-file.bytes': 'Peso',
  'field.practice-file.sha256': 'Impronta',
  'field.practice-file.width': 'Larghezza in punti',
  'field.practice-file.height': 'Altezza in punti',
  'kind.practice-reply': 'Risposta a una pratica',
  'field.practice-reply.practice': 'Pratica',
  'field.practice-reply.outcome': 'Com’è andata',
  'field.practice-reply.text': 'Che cosa vuoi dire',
  'kind.certificate': 'Attestato',
  'field.certificate.enrolment': 'Iscrizione',
  'field.certificate.code': 'Codice',
  'field.certificate.courseTitle': 'Corso',
  'field.certificate.minutes': 'Minuti frequentati',
  'field.certificate.courseMinutes': 'Minuti del corso',
  'field.certificate.issuedDate': 'Data di rilascio',
  'field.certificate.state': 'Stato',

  'kind.different-people': 'Due persone, non una',
  'field.different-people.beneficiary': 'Destinatario/a',
  'field.different-people.other': 'L’altra persona',
  'kind.household': 'Nucleo',
  'field.household.name': 'Nome del nucleo',
  'field.household.area': 'Zona',
  'field.household.note': 'Nota',
  'kind.household-member': 'Presenza nel nucleo',
  'field.household-member.household': 'Nucleo',
  'field.household-member.beneficiary': 'Destinatario/a',
  'field.household-member.role': 'Chi è nel nucleo',
  'field.household-member.fromDate': 'Nel nucleo dal',
  'field.household-member.toDate': 'Esce il',
  'kind.landlord': 'Proprietario/a',
  'kind.dwelling': 'Alloggio',
  'field.landlord.name': 'Nome',
  'field.landlord.type': 'Chi è',
  'field.landlord.contactName': 'Persona da chiamare',
  'field.landlord.phone': 'Telefono',
  'field.landlord.email': 'E-mail',
  'field.landlord.languages': 'Lingue parlate',
  'field.landlord.note': 'Nota',
  'field.landlord.restrictedNote': 'Nota riservata',
  'field.dwelling.name': 'Nome dell’alloggio',
  'field.dwelling.landlord': 'Proprietario/a',
  'field.dwelling.type': 'Che cosa si dà',
  'field.dwelling.measures': 'Per quali misure',
  'field.dwelling.area': 'Zona',
  'field.dwelling.address': 'Indirizzo',
  'field.dwelling.rooms': 'Stanze',
  'field.dwelling.places': 'Posti',
  'field.dwelling.accessibility': 'In carrozzina',
  'field.dwelling.features': 'Che cosa c’è',
  'field.dwelling.rentCents': 'Affitto al mese',
  'field.dwelling.freeFromDate': 'A disposizione dal',
  'field.dwelling.freeUntilDate': 'A disposizione fino al',
  'field.dwelling.closedDate': 'Chiuso dal',
  'field.dwelling.note': 'Nota',

  'kind.appointment': 'Appuntamento',
  'field.appointment.what': 'Che cosa',
  'field.appointment.date': 'Data',
  'field.appointment.time': 'Ora',
  'field.appointment.beneficiary': 'Destinatario/a',
  'field.appointment.place': 'Luogo',
  'field.appointment.state': 'Com’è andato',
  'field.appointment.note': 'Nota',

  'kind.office': 'Ufficio o servizio',
  'field.office.name': 'Nome',
  'field.office.type': 'Che cosa fa',
  'field.office.address': 'Indirizzo',
  'field.office.phone': 'Telefono',
  'field.office.email': 'E-mail',
  'field.office.hours': 'Orari',
  'field.office.languages': 'Lingue parlate',
  'field.office.link': 'Sito',
  'field.office.note': 'Da sapere prima',
  'kind.course': 'Corso',
  'field.course.title': 'Titolo',
  'field.course.programme': 'Programma',
  'field.course.startDate': 'Dal',
  'field.course.endDate': 'Al',
  'field.course.plannedMinutes': 'Durata prevista in minuti',
  'field.course.place': 'Luogo',
  'field.course.state': 'Stato del corso',
  'field.course.prog': 'Codice PROG',
  'field.course.cup': 'Codice CUP',
  'field.course.note': 'Nota',

  'kind.course-session': 'Incontro',
  'field.course-session.course': 'Corso',
  'field.course-session.date': 'Data',
  'field.course-session.startTime': 'Dalle',
  'field.course-session.endTime': 'Alle',
  'field.course-session.minutes': 'Durata in minuti',
  'field.course-session.place': 'Luogo',
  'field.course-session.trainer': 'Chi insegna',
  'field.course-session.note': 'Nota',

  'kind.enrolment': 'Iscrizione',
  'field.enrolment.course': 'Corso',
  'field.enrolment.givenName': 'Nome',
  'field.enrolment.familyName': 'Cognome',
  'field.enrolment.municipality': 'Comune',
  'field.enrolment.office': 'Ufficio o ruolo',
  'field.enrolment.email': 'E-mail',
  'field.enrolment.phone': 'Telefono',
  'field.enrolment.note': 'Nota',

  'kind.course-attendance': 'Presenza al corso',
  'field.course-attendance.session': 'Incontro',
  'field.course-attendance.enrolment': 'Chi',
  'field.course-attendance.minutes': 'Durata in minuti',
} as const satisfies Record<FieldKey | `kind.${string}`, Message>;

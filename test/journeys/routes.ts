import { PLACES } from '../../src/features/places.ts';

/** Every address without a record's id, and the heading that stands there. */
export const WORKER_PLACES = [
  [PLACES.today, /Marta/],
  [PLACES.register, 'Registra'],
  [PLACES.contact, 'Contatto anonimo'],
  [PLACES.newService, 'Servizio a una persona'],
  [PLACES.newGroup, 'Più persone insieme'],
  [PLACES.people, 'Persone'],
  [PLACES.newPerson, 'Nuova persona'],
  [PLACES.findByCard, 'Cerca con la tessera'],
  [PLACES.housing, 'Abitare'],
  [PLACES.newPlacement, 'Nuovo inserimento'],
  [PLACES.events, 'Eventi'],
  [PLACES.newEvent, 'Nuovo evento'],
  [PLACES.more, 'Strumenti'],
  [PLACES.agenda, 'Agenda'],
  [PLACES.newAppointment, 'Nuovo appuntamento'],
  [PLACES.offices, 'Uffici e servizi'],
  [PLACES.training, 'Formazione'],
  [PLACES.newCourse, 'Nuovo corso'],
  [PLACES.mine, 'Quello che ho scritto'],
  [PLACES.attention, 'Da sistemare'],
  [PLACES.safety, 'I tuoi dati'],
  [PLACES.settings, 'Impostazioni'],
] as const satisfies readonly (readonly [string, string | RegExp])[];

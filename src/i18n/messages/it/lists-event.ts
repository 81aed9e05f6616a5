import type { Message } from '../../message.ts';

export const eventLists = {
  'list.certificateState.VALD': 'valido',
  'list.certificateState.WDRN': 'ritirato',
  'list.attendee.UNKN': 'Persona sconosciuta',
  'list.attendee.RESI': 'Residente',
  'list.eventRole.PART': 'Partecipante',
  'list.eventRole.VOLU': 'Volontario/a',
  'list.eventRole.ORGA': 'Organizza',
  'list.eventState.PLAN': 'In programma',
  'list.eventState.HELD': 'Svolto',
  'list.eventState.CANC': 'Annullato',
  'list.eventType.VERD': 'Cura del verde',
  'list.eventType.PULI': 'Pulizia',
  'list.eventType.ARRE': 'Arredo urbano',
  'list.eventType.ARTE': 'Street art',
  'list.eventType.LABO': 'Laboratorio',
  'list.eventType.CAMP': 'Campo estivo',
  'list.eventType.GIOC': 'Giochi, musica, letture',
  'list.eventType.SUPP': 'Supporto sociale',
  'list.eventType.SENS': 'Sensibilizzazione',
  'list.eventType.FORM': 'Formazione',
} as const satisfies Record<string, Message>;

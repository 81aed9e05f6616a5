import type { Fields, JsonValue } from '../../domain/json-value.ts';

const workdays = (from: string, to: string): JsonValue[] => [1, 2, 3, 4, 5].map((day) => ({ day, from, to }));
const onDays = (days: readonly number[], from: string, to: string): JsonValue[] =>
  days.map((day) => ({ day, from, to }));

/** Offices as every city has them, with invented addresses, numbers and hours: nobody should be sent there. */
export const DEMO_OFFICES: readonly Fields[] = [
  {
    name: 'Questura, ufficio immigrazione',
    type: 'QUES',
    address: 'Via dell’Esempio 1',
    phone: '000 000 0001',
    hours: onDays([1, 2, 4], '08:30', '12:30'),
    languages: ['ita', 'eng'],
    note: 'Solo con appuntamento. Portare marca da bollo e quattro fototessere.',
  },
  {
    name: 'Consultorio familiare',
    type: 'SANI',
    address: 'Piazza della Prova 12',
    phone: '000 000 0002',
    email: 'consultorio@example.org',
    hours: [...workdays('08:30', '13:00'), ...onDays([2, 4], '14:00', '17:30')],
    languages: ['ita', 'fra', 'ara'],
  },
  {
    name: 'CPIA, scuola per adulti',
    type: 'SCUO',
    address: 'Viale dell’Esempio 30',
    phone: '000 000 0003',
    link: 'https://example.org/cpia',
    hours: workdays('09:00', '20:00'),
    languages: ['ita', 'eng', 'fra'],
    note: 'Test di ingresso il primo lunedì del mese.',
  },
  {
    name: 'Centro per l’impiego',
    type: 'LAVO',
    address: 'Corso della Prova 5',
    phone: '000 000 0004',
    hours: workdays('09:00', '12:30'),
    languages: ['ita'],
  },
  {
    name: 'Patronato del quartiere',
    type: 'PATR',
    address: 'Via della Prova 8',
    hours: onDays([1, 3, 5], '15:00', '19:00'),
    languages: ['ita', 'spa', 'ron'],
    note: 'ISEE e assegno unico: prendere il numero entro le 17.',
  },
  {
    name: 'Mensa serale',
    type: 'MENS',
    address: 'Vico dell’Esempio 3',
    hours: onDays([1, 2, 3, 4, 5, 6, 7], '18:30', '20:30'),
    languages: ['ita', 'fra', 'wol'],
  },
  {
    name: 'Accoglienza notturna',
    type: 'ACCO',
    address: 'Via del Campione 21',
    phone: '000 000 0007',
    hours: onDays([1, 2, 3, 4, 5, 6, 7], '20:00', '08:00'),
    languages: ['ita', 'eng', 'ara'],
    note: 'Posti assegnati alle 19 per telefono.',
  },
];

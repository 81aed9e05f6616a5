import type { Message } from '../../message.ts';

export const serviceLists = {
  'list.serviceType.CONT': 'Primo contatto / ascolto',
  'list.serviceType.VALB': 'Valutazione preliminare dei bisogni',
  'list.serviceType.PINT': 'Primo intervento',
  'list.serviceType.ORIE': 'Orientamento ai servizi',
  'list.serviceType.EDUC': 'Supporto educativo',
  'list.serviceType.PSIC': 'Supporto psicologico',
  'list.serviceType.LEGA': 'Supporto legale',
  'list.serviceType.MEDC': 'Mediazione culturale',
  'list.serviceType.MEDI': 'Mediazione immobiliare',
  'list.serviceType.SOCL': 'Autonomia socio-lavorativa',
  'list.serviceType.PCAR': 'Presa in carico',
  'list.serviceType.BABY': 'Baby-sitting',
  'list.serviceType.ACCO': 'Accompagnamento ai servizi',
  'list.serviceType.INVI': 'Invio / segnalazione',
  'list.serviceType.LING': 'Corso di lingua',
  'list.serviceType.CIVI': 'Orientamento civico',
  'list.serviceType.PROF': 'Orientamento professionale',

  'list.placeKind.DESK': 'Sportello',
  'list.placeKind.UNIT': 'Unità mobile',
  'list.placeKind.HOME': 'Visita a casa',
  'list.placeKind.PART': 'Sede di un partner',
  'list.placeKind.PHON': 'Telefono',
  'list.placeKind.ONLI': 'Online',

  'list.serviceOutcome.DONE': 'Fatto',
  'list.serviceOutcome.PART': 'Fatto in parte',
  'list.serviceOutcome.REFU': 'La persona ha detto no',
  'list.serviceOutcome.ABSE': 'La persona non è venuta',
  'list.serviceOutcome.FOLL': 'Da continuare',

  'list.lineOfAction.CIVIC': 'Impegno civico',
  'list.lineOfAction.CHARGE': 'Presa in carico',
  'list.lineOfAction.HOUSING': 'Inclusione abitativa',

  'list.role.outreach': 'Operatore o operatrice',
  'list.role.volunteer': 'Volontario o volontaria',
  'list.role.coordinator': 'Coordinatore o coordinatrice',
  'list.role.monitor': 'Monitoraggio',
  'list.role.admin': 'Amministrazione',
} as const satisfies Record<string, Message>;

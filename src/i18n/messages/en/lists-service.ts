import type { Message } from '../../message.ts';
import type { serviceLists as italian } from '../it/lists-service.ts';

export const serviceLists = {
  'list.serviceType.CONT': 'First contact / listening',
  'list.serviceType.VALB': 'Preliminary needs assessment',
  'list.serviceType.PINT': 'First intervention',
  'list.serviceType.ORIE': 'Service orientation',
  'list.serviceType.EDUC': 'Educational support',
  'list.serviceType.PSIC': 'Psychological support',
  'list.serviceType.LEGA': 'Legal support',
  'list.serviceType.MEDC': 'Cultural mediation',
  'list.serviceType.MEDI': 'Real-estate mediation',
  'list.serviceType.SOCL': 'Socio-labour autonomy',
  'list.serviceType.PCAR': 'Taking in charge',
  'list.serviceType.BABY': 'Childminding',
  'list.serviceType.ACCO': 'Accompaniment to services',
  'list.serviceType.INVI': 'Referral',
  'list.serviceType.LING': 'Language course',
  'list.serviceType.CIVI': 'Civic orientation',
  'list.serviceType.PROF': 'Professional guidance',

  'list.placeKind.DESK': 'One-stop shop',
  'list.placeKind.UNIT': 'Mobile unit',
  'list.placeKind.HOME': 'Home visit',
  'list.placeKind.PART': 'Partner’s premises',
  'list.placeKind.PHON': 'Phone',
  'list.placeKind.ONLI': 'Online',

  'list.serviceOutcome.DONE': 'Done',
  'list.serviceOutcome.PART': 'Done in part',
  'list.serviceOutcome.REFU': 'The person said no',
  'list.serviceOutcome.ABSE': 'The person did not come',
  'list.serviceOutcome.FOLL': 'Follow-up needed',

  'list.lineOfAction.CIVIC': 'Civic engagement',
  'list.lineOfAction.CHARGE': 'Taking in charge',
  'list.lineOfAction.HOUSING': 'Housing inclusion',

  'list.role.outreach': 'Outreach worker',
  'list.role.volunteer': 'Volunteer',
  'list.role.coordinator': 'Coordinator',
  'list.role.monitor': 'Monitoring',
  'list.role.admin': 'Administration',
} as const satisfies Record<keyof typeof italian, Message>;

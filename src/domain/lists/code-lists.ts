// Every closed list whose labels are ours, by the name it has in message keys (`list.<name>.<code>`). A list that is
// here must be labelled in every language of i18n: the types ask for it. Languages and countries are not here, their
// names come from Intl; municipalities and versions of the informativa carry their own.

import { ACTOR_ROLES } from '../actor.ts';
import { AGE_BRACKETS } from './age-brackets.ts';
import { APPOINTMENT_STATES } from './appointment-states.ts';
import { ATTENDEES, EVENT_ROLES } from './attendees.ts';
import { CARD_STATES } from './card-states.ts';
import { CERTIFICATE_STATES } from './certificate-states.ts';
import { CONTRIBUTION_STATES } from './contribution-states.ts';
import { CITIZENSHIPS_OUTSIDE_ISO } from './countries.ts';
import { DWELLING_ACCESSES } from './dwelling-accesses.ts';
import { DWELLING_FEATURES } from './dwelling-features.ts';
import { DWELLING_TYPES } from './dwelling-types.ts';
import { EVENT_STATES } from './event-states.ts';
import { EVENT_TYPES } from './event-types.ts';
import { EXIT_OUTCOMES } from './exit-outcomes.ts';
import { FOLLOW_UPS } from './follow-ups.ts';
import { GENDERS } from './genders.ts';
import { HOUSEHOLD_ROLES } from './household-roles.ts';
import { HOUSING_MEASURES } from './housing-measures.ts';
import { CONTRACT_TYPES, HOUSING_PROBLEMS, MEETING_WAYS, MET_PEOPLE } from './housing-months.ts';
import { LANDLORD_TYPES } from './landlord-types.ts';
import { LINES_OF_ACTION } from './lines-of-action.ts';
import { ETHOS_CATEGORIES, LIVING_SITUATIONS } from './living-situations.ts';
import { MISSING_REASONS } from './missing-reasons.ts';
import { OFFICE_KINDS } from './office-kinds.ts';
import { PLACE_KINDS } from './place-kinds.ts';
import { PRACTICE_OUTCOMES } from './practice-outcomes.ts';
import { REFERRAL_OUTCOMES } from './referral-outcomes.ts';
import { RESIDENCE_STATUSES } from './residence-statuses.ts';
import { SERVICE_OUTCOMES } from './service-outcomes.ts';
import { SERVICE_TYPES } from './service-types.ts';
import { STAGES } from './stages.ts';
import { WAITING_REASONS } from './waiting-reasons.ts';

export const CODE_LISTS = {
  ageBracket: AGE_BRACKETS,
  appointmentState: APPOINTMENT_STATES,
  attendee: ATTENDEES,
  cardState: CARD_STATES,
  certificateState: CERTIFICATE_STATES,
  contractType: CONTRACT_TYPES,
  contributionState: CONTRIBUTION_STATES,
  country: CITIZENSHIPS_OUTSIDE_ISO,
  dwellingAccess: DWELLING_ACCESSES,
  dwellingFeature: DWELLING_FEATURES,
  dwellingType: DWELLING_TYPES,
  ethosCategory: ETHOS_CATEGORIES,
  eventRole: EVENT_ROLES,
  eventState: EVENT_STATES,
  eventType: EVENT_TYPES,
  exitOutcome: EXIT_OUTCOMES,
  followUp: FOLLOW_UPS,
  gender: GENDERS,
  householdRole: HOUSEHOLD_ROLES,
  housingMeasure: HOUSING_MEASURES,
  housingProblem: HOUSING_PROBLEMS,
  landlordType: LANDLORD_TYPES,
  lineOfAction: LINES_OF_ACTION,
  livingSituation: LIVING_SITUATIONS,
  meetingWay: MEETING_WAYS,
  metPerson: MET_PEOPLE,
  missingReason: MISSING_REASONS,
  officeKind: OFFICE_KINDS,
  placeKind: PLACE_KINDS,
  practiceOutcome: PRACTICE_OUTCOMES,
  referralOutcome: REFERRAL_OUTCOMES,
  residenceStatus: RESIDENCE_STATUSES,
  role: ACTOR_ROLES,
  serviceOutcome: SERVICE_OUTCOMES,
  serviceType: SERVICE_TYPES,
  stage: STAGES,
  waitingReason: WAITING_REASONS,
} as const;

export type ListName = keyof typeof CODE_LISTS;
export type ListCode<Name extends ListName> = (typeof CODE_LISTS)[Name][number];

import { z } from 'zod';

/** What a month in a home is told by. All codes [S]. */

/** NESS nothing is wrong · AFFI rent not paid · UTEN bills not paid · LAVO income lost · CONT contract ends or is called off · PROP trouble with the landlord · VICI with neighbours · CONV among those who live there · MANU repairs · SPAZ too little room · DOCU papers · ALTR other. */
export const HOUSING_PROBLEMS = [
  'NESS',
  'AFFI',
  'UTEN',
  'LAVO',
  'CONT',
  'PROP',
  'VICI',
  'CONV',
  'MANU',
  'SPAZ',
  'DOCU',
  'ALTR',
] as const;
export const HousingProblem = z.enum(HOUSING_PROBLEMS);
export type HousingProblem = z.infer<typeof HousingProblem>;

/** PERS the person · NUCL others of the household · PROP the landlord · COIN housemates or neighbours · SERV another service. */
export const MET_PEOPLE = ['PERS', 'NUCL', 'PROP', 'COIN', 'SERV'] as const;
export const MetPerson = z.enum(MET_PEOPLE);
export type MetPerson = z.infer<typeof MetPerson>;

/** CASA at home · SPOR at the desk · FUOR elsewhere · TELE by telephone · MESS in writing · VIDE by video · NESS nobody could be met. */
export const MEETING_WAYS = ['CASA', 'SPOR', 'FUOR', 'TELE', 'MESS', 'VIDE', 'NESS'] as const;
export const MeetingWay = z.enum(MEETING_WAYS);
export type MeetingWay = z.infer<typeof MeetingWay>;

/** LIBE free rent (4+4) · CONC agreed rent (3+2) · TRAN temporary · STUD student · COMO loan for use · OSPI hospitality · ACCO pact of the reception · NESS none · ALTR other. */
export const CONTRACT_TYPES = ['LIBE', 'CONC', 'TRAN', 'STUD', 'COMO', 'OSPI', 'ACCO', 'NESS', 'ALTR'] as const;
export const ContractType = z.enum(CONTRACT_TYPES);
export type ContractType = z.infer<typeof ContractType>;

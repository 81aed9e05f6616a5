import { entrance } from './en/entrance.ts';
import { states } from './en/states.ts';
import { troubles } from './en/troubles.ts';
import { verbs } from './en/verbs.ts';

export const door = { ...entrance, ...states, ...troubles, ...verbs };

// What is said before a vault is open: all that the first file of the app carries. The rest comes with the unlock.
import { entrance } from './it/entrance.ts';
import { states } from './it/states.ts';
import { troubles } from './it/troubles.ts';
import { verbs } from './it/verbs.ts';

export const door = { ...entrance, ...states, ...troubles, ...verbs };

// What is said before a vault is open: all that the first file of the app carries. The rest comes with the unlock.
import { bothSides } from './it/both-sides.ts';
import { entrance } from './it/entrance.ts';

export const door = { ...entrance, ...bothSides };

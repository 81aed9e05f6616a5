import { bothSides } from './en/both-sides.ts';
import { entrance } from './en/entrance.ts';

export const door = { ...entrance, ...bothSides };

import { entrance } from './en/entrance.ts';
import { frame } from './en/frame.ts';
import { states } from './en/states.ts';
import { verbs } from './en/verbs.ts';

export const door = { ...entrance, ...frame, ...states, ...verbs };
